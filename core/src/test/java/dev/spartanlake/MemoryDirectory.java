package dev.spartanlake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/// A directory in memory where the platform has one: what fails is pretended, and nothing has to be durable.
final class MemoryDirectory implements TempDirFactory {

    private static final Path LINUX = Path.of("/dev/shm");

    @Override
    public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext test) throws IOException {
        return Files.isWritable(LINUX)
                ? Files.createTempDirectory(LINUX, "spartanlake-test")
                : Files.createTempDirectory("spartanlake-test");
    }
}
