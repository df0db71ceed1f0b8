package dev.spartanlake.verify;

import dev.spartanlake.catalog.DataFile;
import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.mirror.Mirror;
import dev.spartanlake.parallel.OrderedTasks;
import dev.spartanlake.schema.Partition;
import dev.spartanlake.storage.FileStore;
import dev.spartanlake.storage.Fingerprint;
import dev.spartanlake.storage.WarehouseDirectory;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads every listed file and every second copy through, and compares them with what was committed.
final class FileCheck {

    private final WarehouseDirectory directory;
    private final FileStore files;
    private final Mirror mirror;
    private final int threads;
    private final Findings findings;
    private final ReadFiles read;
    private final SoundFiles sound;

    FileCheck(
            WarehouseDirectory directory,
            FileStore files,
            int threads,
            Findings findings,
            ReadFiles read,
            SoundFiles sound) {
        this.directory = directory;
        this.files = files;
        this.threads = threads;
        this.findings = findings;
        this.read = read;
        this.sound = sound;
        mirror = new Mirror(directory, files);
    }

    void run(Listing listing, List<DataFile> candidates) {
        List<DataFile> copied =
                candidates.stream().filter(file -> isCopied(listing, file)).toList();
        read.expect(Stream.concat(candidates.stream(), copied.stream())
                .mapToLong(file -> file.fingerprint().sizeBytes())
                .sum());
        try (OrderedTasks<Examined> tasks = new OrderedTasks<>(threads, "verify")) {
            for (DataFile file : candidates) {
                Path path = listing.pending().locate(directory, file);
                tasks.submit(() -> examine(file, path));
            }
            for (DataFile file : copied) {
                Path copy = mirror.file(file.partition());
                tasks.submit(() -> examine(file, copy));
            }
            while (tasks.size() > 0) {
                Examined examined = tasks.take();
                if (examined.path().startsWith(directory.secondCopy())) {
                    reportCopy(examined);
                } else {
                    report(examined);
                }
            }
        }
    }

    /// Whether a file has a second copy. Of a commit that is not in place, the copies may be of before or after.
    private static boolean isCopied(Listing listing, DataFile file) {
        return Mirror.holds(file.partition())
                && !listing.pending().places().contains(file.partition().file());
    }

    private Examined examine(DataFile file, Path path) {
        try {
            return new Examined(file, path, files.fingerprint(path), Findings.NONE);
        } catch (WarehouseException unreadable) {
            if (unreadable.code() != ErrorCode.STORAGE) {
                throw unreadable;
            }
            return new Examined(file, path, null, files.exists(path) ? Findings.reason(unreadable) : Findings.NONE);
        }
    }

    private void report(Examined examined) {
        Fingerprint found = examined.found();
        if (found != null) {
            read.count(found.sizeBytes());
        }
        if (examined.isAsCommitted()) {
            sound.sound(examined.file(), examined.path());
        } else {
            sound.unsound(examined.file().partition());
            examined.report(examined.damage(), findings);
        }
    }

    private void reportCopy(Examined examined) {
        Fingerprint found = examined.found();
        if (found != null) {
            read.count(found.sizeBytes());
        }
        if (examined.isAsCommitted()) {
            sound.soundCopy(examined.file().partition(), examined.path());
        } else {
            examined.report(examined.isMissing() ? Kind.COPY_MISSING : Kind.COPY_CHANGED, findings);
        }
    }

    /// A file that was read.
    ///
    /// @param file what was committed
    /// @param path where it was looked for
    /// @param found what is there; null when it cannot be read
    /// @param failure why it cannot be read; `-` when it is not there
    private record Examined(
            DataFile file, Path path, @Nullable Fingerprint found, String failure) {

        boolean isAsCommitted() {
            return file.fingerprint().equals(found);
        }

        boolean isMissing() {
            return found == null && failure.equals(Findings.NONE);
        }

        Kind damage() {
            if (found == null) {
                return isMissing() ? Kind.FILE_MISSING : Kind.FILE_UNREADABLE;
            }
            return found.sizeBytes() < file.fingerprint().sizeBytes() ? Kind.FILE_TRUNCATED : Kind.FILE_CHANGED;
        }

        void report(Kind kind, Findings findings) {
            Partition partition = file.partition();
            String expected = describe(file.fingerprint());
            findings.add(kind, partition, path, expected, found == null ? failure : describe(found));
        }

        private static String describe(Fingerprint content) {
            return content.sizeBytes() + " B, SHA-256 " + content.sha256();
        }
    }
}
