package dev.spartanlake.bench.job;

import dev.spartanlake.bench.floor.DuckDbStart;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.duckdb.DuckDBDriver;

/// [DuckDbStart] as a program started the way `spartanlake` is: same Java, same options, an AOT cache of its own.
final class FloorProgram {

    private static final String CLASS = DuckDbStart.class.getName();
    private static final List<String> OPTIONS =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx512m", "--enable-native-access=ALL-UNNAMED");

    private final Path jar;
    private final Path cache;
    private final Path output;

    private FloorProgram(Path directory) {
        jar = directory.resolve("floor.jar");
        cache = directory.resolve("floor.aot");
        output = directory.resolve("floor.txt");
    }

    /// Makes the program, and runs it once for its cache.
    static FloorProgram in(Path directory) throws IOException, InterruptedException {
        Files.createDirectories(directory);
        FloorProgram program = new FloorProgram(directory);
        program.writeJar();
        Processes.run(program.command("-XX:AOTCacheOutput=" + program.cache), program.output);
        return program;
    }

    /// Runs it.
    void run() throws IOException, InterruptedException {
        Processes.run(command(), output);
    }

    /// The command that starts it.
    List<String> command() {
        return command("-XX:AOTCache=" + cache);
    }

    private List<String> command(String aotOption) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path duckDb = Path.of(DuckDBDriver.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
        String classPath = jar + System.getProperty("path.separator") + duckDb;
        return Stream.of(Stream.of(java.toString(), aotOption), OPTIONS.stream(), Stream.of("-cp", classPath, CLASS))
                .flatMap(part -> part)
                .toList();
    }

    /// An AOT cache is for jars only.
    private void writeJar() throws IOException {
        String entry = CLASS.replace('.', '/') + ".class";
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream classes = new JarOutputStream(file);
                InputStream code = FloorProgram.class.getResourceAsStream("/" + entry)) {
            Checks.require(code != null, "resource", entry, "nothing");
            classes.putNextEntry(new JarEntry(entry));
            code.transferTo(classes);
            classes.closeEntry();
        }
    }
}
