package dev.spartanlake.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.Enumeration;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/// Writes a jar anew whose classes are in the form of Java 5, which an AOT cache does not take: each gets a version of
/// today and the frames of its methods that go with it. Nothing else about the classes changes.
///
/// The build does so with the library that reads arguments, whose classes were half of what a short command loads.
public final class ModernClasses {

    /// Classes below this are verified in the old way, and not kept in an AOT cache.
    private static final int FIRST_MODERN = ClassFile.JAVA_6_VERSION;

    /// The licence of the jar asks that a change be told.
    static final String NOTICE = "META-INF/CHANGED-BY-SPARTANLAKE.txt";

    private static final String NOTICE_TEXT =
            "The build of SpartanLake has raised the version of these class files and added their stack maps.\n";

    private final ClassFile format;

    private ModernClasses(ClassLoader classes) {
        format = ClassFile.of(
                ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
                ClassFile.ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(classes)
                        .orElse(ClassHierarchyResolver.defaultResolver())));
    }

    /// Writes a jar anew.
    ///
    /// @param arguments the jar, and the new one, which appears as a whole or not at all
    public static void main(String[] arguments) throws IOException {
        Path target = Path.of(arguments[1]);
        Path unfinished = target.resolveSibling(target.getFileName() + ".unfinished");
        write(Path.of(arguments[0]), unfinished);
        Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
    }

    static void write(Path jar, Path target) throws IOException {
        URI place = jar.toUri();
        try (URLClassLoader classes =
                        new URLClassLoader(new URL[] {place.toURL()}, ClassLoader.getPlatformClassLoader());
                JarFile from = new JarFile(jar.toFile());
                OutputStream file = Files.newOutputStream(target);
                JarOutputStream to = new JarOutputStream(file)) {
            ModernClasses modern = new ModernClasses(classes);
            to.putNextEntry(notice());
            to.write(NOTICE_TEXT.getBytes(StandardCharsets.UTF_8));
            to.closeEntry();
            for (Enumeration<JarEntry> entries = from.entries(); entries.hasMoreElements(); ) {
                JarEntry entry = entries.nextElement();
                to.putNextEntry(named(entry));
                try (InputStream content = from.getInputStream(entry)) {
                    byte[] bytes = content.readAllBytes();
                    to.write(entry.getName().endsWith(".class") ? modern.of(bytes) : bytes);
                }
                to.closeEntry();
            }
        }
    }

    /// With a time of its own, so that equal builds are equal.
    private static JarEntry notice() {
        JarEntry notice = new JarEntry(NOTICE);
        notice.setTimeLocal(LocalDateTime.of(2026, 1, 1, 0, 0));
        return notice;
    }

    /// The same name and time; the length is another one.
    private static JarEntry named(JarEntry entry) {
        JarEntry named = new JarEntry(entry.getName());
        named.setTime(entry.getTime());
        return named;
    }

    private byte[] of(byte[] bytes) {
        ClassModel old = format.parse(bytes);
        if (old.majorVersion() >= FIRST_MODERN) {
            return bytes;
        }
        // Frames are made for methods that are written anew, not for those that are taken over as they are.
        ClassTransform methods =
                ClassTransform.transformingMethodBodies((builder, instruction) -> builder.with(instruction));
        return format.transformClass(old, methods.andThen((builder, element) -> {
            if (element instanceof ClassFileVersion) {
                builder.withVersion(ClassFile.JAVA_8_VERSION, 0);
            } else {
                builder.with(element);
            }
        }));
    }
}
