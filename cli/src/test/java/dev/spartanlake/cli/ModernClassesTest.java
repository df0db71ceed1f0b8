package dev.spartanlake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ModernClassesTest {

    private static final int JAVA_6 = 50;

    @TempDir
    private Path directory;

    @Test
    void theLibraryOfArgumentsKeepsItsContents() throws Exception {
        Path published = published();
        Path modern = directory.resolve("modern.jar");

        ModernClasses.write(published, modern);

        try (JarFile before = new JarFile(published.toFile());
                JarFile after = new JarFile(modern.toFile())) {
            List<String> withNotice = new ArrayList<>(List.of(ModernClasses.NOTICE));
            withNotice.addAll(names(before));
            assertThat(names(after)).isEqualTo(withNotice);
            assertThat(new String(bytes(after, ModernClasses.NOTICE), StandardCharsets.UTF_8))
                    .contains("SpartanLake");
            for (String name : names(before)) {
                if (!name.endsWith(".class")) {
                    assertThat(bytes(after, name)).as(name).isEqualTo(bytes(before, name));
                }
            }
            assertThat(names(before).stream().filter(name -> isOld(before, name)))
                    .as("classes that an AOT cache does not take; once there are none, nothing is to be done")
                    .isNotEmpty();
            assertThat(names(after).stream().filter(name -> isOld(after, name))).isEmpty();
        }
    }

    /// The virtual machine verifies a class when it is initialised.
    @Test
    void everyClassIsVerified() throws Exception {
        Path modern = directory.resolve("modern.jar");
        ModernClasses.write(published(), modern);

        List<String> verified = new ArrayList<>();
        try (JarFile jar = new JarFile(modern.toFile());
                URLClassLoader classes =
                        new URLClassLoader(new URL[] {modern.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
            for (String name : names(jar)) {
                if (name.matches("picocli/CommandLine.*\\.class")) {
                    String type = name.replace('/', '.').substring(0, name.length() - ".class".length());
                    Class.forName(type, true, classes);
                    verified.add(type);
                }
            }
        }
        assertThat(verified).hasSizeGreaterThan(200);
    }

    private static Path published() throws Exception {
        URI place = CommandLine.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI();
        return Path.of(place);
    }

    private static List<String> names(JarFile jar) {
        return jar.stream().map(JarEntry::getName).toList();
    }

    private static byte[] bytes(JarFile jar, String name) throws IOException {
        try (DataInputStream content = new DataInputStream(jar.getInputStream(jar.getJarEntry(name)))) {
            return content.readAllBytes();
        }
    }

    private static boolean isOld(JarFile jar, String name) {
        if (!name.endsWith(".class")) {
            return false;
        }
        try (DataInputStream content = new DataInputStream(jar.getInputStream(jar.getJarEntry(name)))) {
            content.skipBytes(6);
            return content.readUnsignedShort() < JAVA_6;
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
