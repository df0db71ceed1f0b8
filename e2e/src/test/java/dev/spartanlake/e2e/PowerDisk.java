package dev.spartanlake.e2e;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// An ext4 file system in a file, from which the power can be cut: all that was not forced to the disk is lost.
///
/// @param image the file
/// @param directory where it is mounted
record PowerDisk(Path image, Path directory) implements AutoCloseable {

    private static final String SIZE = "128M";

    /// `FS_IOC_SHUTDOWN` without a flush of the journal: from now on nothing gets to the disk any more.
    private static final String SHUT_DOWN = """
            open(my $disk, "<", $ARGV[0]) or die $!;
            my $without_flush = pack("L", 2);
            ioctl($disk, 0x8004587d, $without_flush) or die $!;
            """;

    /// Makes one and mounts it, or skips the test where that cannot be done.
    static PowerDisk mount(Path parent) {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "skipped: only Linux has ext4");
        Tool perl = Tool.run("perl", "-e", "1");
        assumeTrue(perl.isDone(), () -> "skipped: perl does not work here: " + perl.output());
        try {
            Path directory = Files.createDirectory(parent.resolve("disk"));
            Path image = parent.resolve("disk.ext4");
            Tool.run("truncate", "--size=" + SIZE, image.toString()).done();
            Tool format = Tool.run("mkfs.ext4", "-q", "-F", image.toString());
            assumeTrue(format.isDone(), () -> "skipped: no ext4 can be made here: " + format.output());
            Tool mount = Tool.run("mount", "-o", "loop", image.toString(), directory.toString());
            assumeTrue(mount.isDone(), () -> "skipped: this user may not mount a loop device: " + mount.output());
            return new PowerDisk(image, directory);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// Cuts the power.
    void cut() {
        Tool.run("perl", "-e", SHUT_DOWN, directory.toString()).done();
    }

    /// Gives it power again, and with it what was on the disk. No process may use it any more.
    void restore() {
        close();
        Tool.run("mount", "-o", "loop", image.toString(), directory.toString()).done();
    }

    @Override
    public void close() {
        Tool.run("umount", directory.toString()).done();
    }
}
