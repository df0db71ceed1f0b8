package dev.spartanlake.e2e;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file system in memory with as much room as a test wants.
///
/// @param directory where it is mounted
record SmallDisk(Path directory) implements AutoCloseable {

    private static final long KIBI = 1024;

    /// Mounts one, or skips the test where that cannot be done.
    static SmallDisk mount(Path directory, long kibibytes) {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "skipped: only Linux is known to have tmpfs");
        try {
            Files.createDirectory(directory);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Tool mount = Tool.run("mount", "-t", "tmpfs", "-o", size(kibibytes), "tmpfs", directory.toString());
        assumeTrue(mount.isDone(), () -> "skipped: this user may not mount a tmpfs: " + mount.output());
        return new SmallDisk(directory);
    }

    /// Gives it another size, which must hold what is on it.
    void resize(long kibibytes) {
        Tool.run("mount", "-o", "remount," + size(kibibytes), directory.toString())
                .done();
    }

    /// How much of it is used, in KiB.
    long used() {
        try {
            return (Files.getFileStore(directory).getTotalSpace()
                            - Files.getFileStore(directory).getUnallocatedSpace())
                    / KIBI;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// Unmounts it, and all on it is gone.
    @Override
    public void close() {
        Tool.run("umount", directory.toString()).done();
    }

    private static String size(long kibibytes) {
        return "size=" + kibibytes + "k";
    }
}
