package dev.spartanlake.testsupport;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The recorded documents, which are not part of the repository. Tests that need them are skipped where they are
/// absent.
public final class SharedData {

    private static final Path ROOT = Path.of(System.getProperty("spartanlake.shared", "../shared"));

    private SharedData() {}

    /// A file or directory of the recorded data; skips the test when there is none.
    ///
    /// @param path below the folder `data`, with `/` between its steps
    public static Path require(String path) {
        Path file = ROOT.resolve("data").resolve(path).normalize();
        assumeTrue(Files.exists(file), () -> "skipped: there are no recorded data at " + file);
        return file;
    }

    /// The recorded match documents, by name; skips the test when there are none.
    public static List<Path> matches() throws IOException {
        try (Stream<Path> files = Files.list(require("matches"))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }
}
