package dev.spartanlake.halo.cache;

import dev.spartanlake.halo.error.LocalFileFailed;
import dev.spartanlake.halo.file.StagedFiles;
import dev.spartanlake.halo.reply.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Answers in a directory, one file for each. A file carries the hash of its contents; one that
/// does not fit, or cannot be read, counts as none. When the files get too many the oldest are
/// deleted. For any number of threads and processes.
///
/// A file has a line with its format, a line with the SHA-256 of what follows, a line each for the
/// key, the ETag and the time, and then the answer. Nothing in it is secret.
public final class ResponseCache {

    /// The default of how much is kept.
    public static final long STANDARD_BYTES = 256L << 20;

    private static final System.Logger LOG = System.getLogger(ResponseCache.class.getName());
    private static final String FORMAT = "spartanlake-response 1";
    private static final String SUFFIX = ".response";
    private static final int HEADER_LINES = 3;
    private static final String STAGED = "new-";
    private static final String STAGED_SUFFIX = ".tmp";

    /// A process that still lives has moved its file long before.
    private static final Duration LONGEST_WRITE = Duration.ofDays(1);

    private final Path directory;
    private final long mostBytes;
    private long knownBytes = -1;

    private ResponseCache(Path directory, long mostBytes) {
        this.directory = directory;
        this.mostBytes = mostBytes;
    }

    /// Opens a cache, and makes its directory if there is none.
    ///
    /// @param mostBytes how much is kept
    /// @throws LocalFileFailed if the directory cannot be made
    public static ResponseCache open(Path directory, long mostBytes) {
        try {
            Files.createDirectories(directory);
        } catch (IOException failed) {
            throw new LocalFileFailed(directory, "the directory of cached answers cannot be made", failed);
        }
        return new ResponseCache(directory, mostBytes);
    }

    /// The answer that is kept under a key.
    ///
    /// @return empty when there is none, or it is damaged
    Optional<CachedAnswer> find(String key) {
        try {
            return read(key, Files.readAllBytes(file(key)));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException unreadable) {
            LOG.log(System.Logger.Level.DEBUG, "a cached answer cannot be read and is fetched anew", unreadable);
            return Optional.empty();
        }
    }

    private static Optional<CachedAnswer> read(String key, byte[] file) {
        int first = lineEnd(file, 0);
        int second = lineEnd(file, first + 1);
        if (second < 0 || !line(file, 0, first).equals(FORMAT)) {
            return Optional.empty();
        }
        Bytes content = Bytes.of(Arrays.copyOfRange(file, second + 1, file.length));
        if (!line(file, first + 1, second).equals(content.sha256())) {
            return Optional.empty();
        }
        List<String> header = new ArrayList<>();
        int from = second + 1;
        for (int end = lineEnd(file, from); end >= 0 && header.size() < HEADER_LINES; end = lineEnd(file, from)) {
            header.add(line(file, from, end));
            from = end + 1;
        }
        if (header.size() < HEADER_LINES || !header.getFirst().equals(key)) {
            return Optional.empty();
        }
        try {
            Bytes body = Bytes.of(Arrays.copyOfRange(file, from, file.length));
            return Optional.of(new CachedAnswer(body, header.get(1), Instant.parse(header.get(2))));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /// Keeps an answer, in the place of an earlier one. If the disk refuses, it is not kept.
    void keep(String key, CachedAnswer answer) {
        byte[] file = file(key, answer);
        if (file.length > mostBytes || key.indexOf('\n') >= 0) {
            return;
        }
        try {
            Path staged = Files.createTempFile(directory, STAGED, STAGED_SUFFIX);
            try {
                Files.write(staged, file);
                Files.move(staged, file(key), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(staged);
            }
            bound(file.length);
        } catch (IOException refused) {
            LOG.log(System.Logger.Level.DEBUG, "an answer cannot be kept in " + directory, refused);
        }
    }

    private static byte[] file(String key, CachedAnswer answer) {
        String etag = answer.etag().indexOf('\n') < 0 ? answer.etag() : "";
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(text(key + "\n" + etag + "\n" + answer.confirmed() + "\n"));
        content.writeBytes(answer.body().toArray());
        byte[] bytes = content.toByteArray();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(text(FORMAT + "\n" + Bytes.of(bytes).sha256() + "\n"));
        file.writeBytes(bytes);
        return file.toByteArray();
    }

    /// Deletes the oldest files once there are too many, down to three quarters, so that it is not
    /// needed each time. With the first answer, and whenever there are too many, also what processes
    /// that were killed have left.
    private synchronized void bound(long added) throws IOException {
        if (knownBytes < 0) {
            deleteLeft();
            knownBytes = total(kept());
        } else {
            knownBytes += added;
        }
        if (knownBytes <= mostBytes) {
            return;
        }
        deleteLeft();
        List<Kept> files = kept();
        knownBytes = total(files);
        for (Kept file : files) {
            if (knownBytes <= mostBytes / 4 * 3) {
                return;
            }
            Files.deleteIfExists(file.path());
            knownBytes -= file.sizeBytes();
        }
    }

    private void deleteLeft() throws IOException {
        Instant latest = Instant.now().minus(LONGEST_WRITE);
        StagedFiles.delete(directory, STAGED + "*" + STAGED_SUFFIX, latest);
    }

    private record Kept(Path path, long sizeBytes, Instant modified) {}

    private List<Kept> kept() throws IOException {
        List<Kept> files = new ArrayList<>();
        try (Stream<Path> paths = Files.list(directory)) {
            for (Path path :
                    paths.filter(path -> path.toString().endsWith(SUFFIX)).toList()) {
                BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
                files.add(new Kept(
                        path, attributes.size(), attributes.lastModifiedTime().toInstant()));
            }
        }
        files.sort(Comparator.comparing(Kept::modified).thenComparing(Kept::path));
        return files;
    }

    private static long total(List<Kept> files) {
        return files.stream().mapToLong(Kept::sizeBytes).sum();
    }

    private Path file(String key) {
        return directory.resolve(Bytes.of(key).sha256() + SUFFIX);
    }

    private static int lineEnd(byte[] file, int from) {
        for (int i = Math.max(from, 0); i < file.length; i++) {
            if (file[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private static String line(byte[] file, int from, int end) {
        return new String(file, from, end - from, StandardCharsets.UTF_8);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
