package dev.spartanlake.e2e;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What the build leaves for `./spartanlake` to run, and how that script runs it.
///
/// The script itself is not used, because it would begin to build in the middle of a build.
final class Distribution {

    private static final Path LIB = Path.of(
                    System.getProperty("spartanlake.distribution", "../cli/target/spartanlake/lib"))
            .toAbsolutePath()
            .normalize();

    /// Those commands of the tests for which the script leaves the optimising compiler out.
    private static final List<String> SHORT_COMMANDS = List.of("sql", "status", "player", "friend", "stats", "matches");

    private Distribution() {}

    /// The arguments of a process of the command.
    ///
    /// @param arguments those of the command, without the name of the program
    static List<String> command(List<String> arguments) {
        List<String> process = new ArrayList<>(List.of(java(), "-XX:+UseSerialGC"));
        if (SHORT_COMMANDS.contains(arguments.getFirst())) {
            process.add("-XX:TieredStopAtLevel=1");
        }
        process.addAll(List.of("-XX:AOTCache=" + LIB.resolve("spartanlake.aot"), "-Xlog:aot*=off", "-Xlog:cds*=off"));
        process.addAll(options());
        process.addAll(List.of("-jar", jar().toString()));
        process.addAll(arguments);
        return process;
    }

    /// The arguments of a process of a program of this module, which uses the packaged library.
    static List<String> program(Class<?> main, List<String> arguments) {
        List<String> process = new ArrayList<>(List.of(java(), "-XX:+UseSerialGC"));
        process.addAll(options());
        String classPath = testClasses() + System.getProperty("path.separator") + jar();
        process.addAll(List.of("-cp", classPath, main.getName()));
        process.addAll(arguments);
        return process;
    }

    /// A process that inherits nothing which would change what the command does or says.
    static ProcessBuilder process(List<String> arguments) {
        ProcessBuilder process = new ProcessBuilder(arguments);
        Map<String, String> environment = process.environment();
        environment.keySet().removeIf(name -> name.startsWith("SPARTANLAKE_") || name.endsWith("JAVA_OPTIONS"));
        environment.keySet().removeIf(name -> name.equals("LANG") || name.startsWith("LC_"));
        environment.put("LC_ALL", "C.UTF-8");
        environment.put(
                "XDG_CONFIG_HOME", Path.of("target", "nowhere").toAbsolutePath().toString());
        return process;
    }

    private static List<String> options() {
        return List.of(
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "-Dorg.sqlite.lib.path=" + LIB,
                "-DZstdNativePath=" + zstd());
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /// Where this module's own programs are.
    private static Path testClasses() {
        try {
            return Path.of(Distribution.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Path jar() {
        Path jar = LIB.resolve("spartanlake.jar");
        if (!Files.isRegularFile(jar)) {
            throw new IllegalStateException("the command is not packaged in " + LIB + "; ./build does that");
        }
        return jar;
    }

    private static Path zstd() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            return LIB.resolve("libzstd-jni.dll");
        }
        return LIB.resolve(system.startsWith("mac") ? "libzstd-jni.dylib" : "libzstd-jni.so");
    }
}
