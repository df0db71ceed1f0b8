package dev.spartanlake.reference;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.NullMarked;

/// The recorded reference files, which are not part of the repository.
@NullMarked
final class SharedReference {

    private SharedReference() {}

    /// One of them; ends the test that asks for it as skipped where they are absent.
    static Path file(String name) {
        Path file = Path.of(System.getProperty("spartanlake.shared", ""))
                .resolve("data/reference")
                .resolve(name);
        assumeThat(Files.isRegularFile(file))
                .as("the recorded file %s is here (set -Dspartanlake.shared)", file)
                .isTrue();
        return file;
    }
}
