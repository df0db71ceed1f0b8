package dev.spartanlake.storage;

import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.hash.Sha256;
import dev.spartanlake.parallel.TaskFailure;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The local disk.
public final class LocalFileStore implements FileStore {

    private static final boolean WINDOWS =
            System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");

    /// On Windows a file that a reader has open cannot be replaced; readers hold files for moments only.
    private static final int REPLACE_ATTEMPTS = WINDOWS ? 50 : 1;

    private static final Duration REPLACE_PAUSE = Duration.ofMillis(20);
    private static final int BUFFER_BYTES = 1 << 18;

    @Override
    public void createDirectories(Path directory) {
        attemptWithDirectory("create the directory", directory, () -> Files.createDirectories(directory));
    }

    @Override
    public void force(Path file) {
        attempt("make durable", file, () -> {
            LockedFiles.requireFile(file);
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
        });
    }

    @Override
    public void forceDirectory(Path directory) {
        if (WINDOWS) {
            // Directories cannot be opened there; NTFS journals their entries by itself.
            return;
        }
        attemptWithDirectory("make durable", directory, () -> {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        });
    }

    /// A file system writes its journal once for all that ask for it at the same time.
    @Override
    public void forceAll(Collection<Path> files) {
        atOnce(files, this::force);
    }

    @Override
    public void forceDirectories(Collection<Path> directories) {
        atOnce(directories, this::forceDirectory);
    }

    private static void atOnce(Collection<Path> paths, Consumer<Path> work) {
        List<Future<?>> begun = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            paths.forEach(path -> begun.add(threads.submit(() -> work.accept(path))));
        }
        List<RuntimeException> failures = begun.stream()
                .filter(ended -> ended.state() == Future.State.FAILED)
                .map(ended -> TaskFailure.of(new ExecutionException(ended.exceptionNow())))
                .toList();
        if (!failures.isEmpty()) {
            RuntimeException first = failures.getFirst();
            failures.stream().skip(1).forEach(first::addSuppressed);
            throw first;
        }
    }

    @Override
    public void replace(Path source, Path target) {
        attempt("replace", target, () -> {
            for (int attempt = 1; ; attempt++) {
                try {
                    Files.move(source, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                    return;
                } catch (AccessDeniedException held) {
                    if (attempt >= REPLACE_ATTEMPTS) {
                        throw held;
                    }
                    LockSupport.parkNanos(REPLACE_PAUSE.toNanos());
                }
            }
        });
    }

    @Override
    public void write(Path file, byte[] content) {
        attempt("write", file, () -> Files.write(file, content));
    }

    @Override
    public void write(Path file, Content content) {
        attempt("write", file, () -> {
            try (OutputStream target = new BufferedOutputStream(Files.newOutputStream(file), BUFFER_BYTES)) {
                content.writeTo(target);
            }
        });
    }

    @Override
    public void append(Path file, long end, ByteBuffer content) {
        attempt("write", file, () -> {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE)) {
                channel.truncate(end).position(end);
                writeAll(channel, content);
            }
        });
    }

    @Override
    public Fingerprint copy(Path source, Path target) {
        Reader reader = new Reader();
        attempt("copy to", target, () -> copyContent(source, target, reader));
        return reader.fingerprint();
    }

    @Override
    public void linkOrCopy(Path source, Path target) {
        attempt("keep a copy", target, () -> {
            LockedFiles.requireFile(source);
            // By itself: a target that is another name of the source must not be written to.
            Files.deleteIfExists(target);
            try {
                Files.createLink(target, source);
            } catch (UnsupportedOperationException | IOException noLinks) {
                copyContent(source, target, new Reader());
            }
        });
    }

    private static void copyContent(Path source, Path target, Reader reader) throws IOException {
        try (FileChannel copy = FileChannel.open(
                target, StandardOpenOption.WRITE, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING)) {
            reader.read(source, buffer -> writeAll(copy, buffer));
        }
    }

    private static void writeAll(FileChannel channel, ByteBuffer content) throws IOException {
        while (content.hasRemaining()) {
            channel.write(content);
        }
    }

    @Override
    public void delete(Path file) {
        attempt("delete", file, () -> Files.deleteIfExists(file));
    }

    @Override
    public void deleteTree(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        attemptWithDirectory(
                "delete",
                directory,
                () -> Files.walkFileTree(directory, new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                        Files.delete(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure)
                            throws IOException {
                        if (failure != null) {
                            throw failure;
                        }
                        Files.delete(visited);
                        return FileVisitResult.CONTINUE;
                    }
                }));
    }

    @Override
    public void deleteEmptyDirectories(Path deepest, Path below) {
        attemptWithDirectory("delete", deepest, () -> {
            for (@Nullable Path next = deepest;
                    next != null && next.startsWith(below) && !next.equals(below) && isEmpty(next);
                    next = next.getParent()) {
                Files.deleteIfExists(next);
            }
        });
    }

    private static boolean isEmpty(Path directory) {
        return Directories.entries(directory).isEmpty();
    }

    @Override
    public boolean exists(Path file) {
        return Files.exists(file);
    }

    @Override
    public Fingerprint fingerprint(Path file) {
        Reader reader = new Reader();
        attempt("read", file, () -> reader.read(file, buffer -> {}));
        return reader.fingerprint();
    }

    /// Reads a file through once, and remembers what it was.
    private static final class Reader {

        private final Sha256 content = Sha256.start();
        private long sizeBytes;

        void read(Path file, BufferUser user) throws IOException {
            try (LockedFiles.Reading reading = LockedFiles.read(file)) {
                ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
                while (reading.channel().read(buffer.clear()) >= 0) {
                    sizeBytes += buffer.flip().remaining();
                    content.add(buffer.duplicate());
                    user.use(buffer);
                }
            }
        }

        Fingerprint fingerprint() {
            return new Fingerprint(sizeBytes, content.end());
        }
    }

    @FunctionalInterface
    private interface BufferUser {
        void use(ByteBuffer buffer) throws IOException;
    }

    private static void attempt(String doing, Path path, DiskOperation operation) {
        try {
            operation.run();
        } catch (IOException failed) {
            throw refused(doing, path, DiskReason.of(failed), failed);
        }
    }

    private static void attemptWithDirectory(String doing, Path path, DiskOperation operation) {
        try {
            operation.run();
        } catch (IOException failed) {
            throw refused(doing, path, DiskReason.ofDirectory(failed), failed);
        }
    }

    private static WarehouseException refused(String doing, Path path, DiskReason reason, IOException failed) {
        return new WarehouseException(
                ErrorCode.STORAGE,
                Location.of(path),
                "cannot " + doing + " " + path + ": " + reason.sentence(),
                failed);
    }

    @FunctionalInterface
    private interface DiskOperation {
        void run() throws IOException;
    }
}
