package dev.spartanlake.ingest;

import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.source.SourceItem;
import dev.spartanlake.storage.FileStore;
import dev.spartanlake.validation.Rejection;
import dev.spartanlake.validation.Violation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where refused documents are kept until somebody mends them.
///
/// Each is a file named by the hash of its content, so the same document refused again is the same file, and no
/// name from
/// outside ever becomes a path. Beside it stands its reason, in a file that no ingest takes for a document.
public final class Quarantine {

    private static final String DOCUMENT = ".json";
    private static final String REASON = ".reason.txt";

    /// The endings that tell what a file is when it is ingested again.
    private static final List<String> ENDINGS = List.of(".ndjson", ".jsonl", ".gz", ".zst", ".zip");

    private static final int NAME_DIGITS = 24;

    private final Path directory;
    private final FileStore files;

    /// The quarantine in a directory, which need not exist yet.
    public Quarantine(Path directory, FileStore files) {
        this.directory = directory;
        this.files = files;
    }

    /// How many documents are kept.
    public long count() {
        if (!Files.isDirectory(directory)) {
            return 0;
        }
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(entry -> !entry.getFileName().toString().endsWith(REASON))
                    .count();
        } catch (IOException failed) {
            throw unreadable(failed);
        }
    }

    /// Keeps a document that breaks rules.
    void keep(String source, byte[] document, List<Violation> violations) {
        String name = name(document);
        if (isInQuarantine(source, name)) {
            return;
        }
        files.createDirectories(directory);
        files.write(directory.resolve(name + DOCUMENT), document);
        writeReason(
                name,
                violations.stream()
                        .map(violation -> new Rejection(source, violation))
                        .toList(),
                "");
    }

    /// Keeps what could be saved of something that could not be read. A large file gets a second name instead of a
    /// copy, where
    /// the file system can do that.
    void keep(SourceItem.Refused refused) {
        byte[] saved = refused.excerpt().bytes();
        Path file = refused.file();
        boolean whole = refused.excerpt().complete() || file != null;
        String name = name(identity(refused)) + ending(refused);
        files.createDirectories(directory);
        if (refused.excerpt().complete() || file == null) {
            files.write(directory.resolve(name), saved);
        } else if (Files.isRegularFile(file)) {
            files.linkOrCopy(file, directory.resolve(name));
        }
        String remark = whole ? "" : "Only its beginning could be saved; the source still has the rest.\n";
        writeReason(name, List.of(refused.rejection()), remark);
    }

    /// Forgets a document that was mended and accepted.
    ///
    /// @param file the file it was read from; null when it came from none
    void release(@Nullable Path file) {
        if (file == null || !directory.equals(file.toAbsolutePath().normalize().getParent())) {
            return;
        }
        files.delete(file);
        files.delete(file.resolveSibling(file.getFileName() + REASON));
    }

    /// Where it came from and what was saved of it: a large file is not read for its name.
    private static byte[] identity(SourceItem.Refused refused) {
        String text = new String(refused.excerpt().bytes(), StandardCharsets.ISO_8859_1);
        return (refused.rejection().source() + "\n" + text).getBytes(StandardCharsets.UTF_8);
    }

    private static String ending(SourceItem.Refused refused) {
        Path file = refused.file();
        if (file == null || refused.excerpt().complete()) {
            return DOCUMENT;
        }
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return ENDINGS.stream().filter(name::endsWith).findFirst().orElse(DOCUMENT);
    }

    private boolean isInQuarantine(String source, String name) {
        return source.endsWith(name + DOCUMENT) && files.exists(directory.resolve(name + DOCUMENT));
    }

    private void writeReason(String name, List<Rejection> rejections, String remark) {
        String text = rejections.stream().map(Rejection::sentence).collect(Collectors.joining("\n", "", "\n"))
                + remark
                + "Mend the file beside this one and ingest it again; it is then taken out of quarantine.\n";
        files.write(directory.resolve(name + REASON), text.getBytes(StandardCharsets.UTF_8));
    }

    private static String name(byte[] content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(hash).substring(0, NAME_DIGITS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    private WarehouseException unreadable(IOException cause) {
        return new WarehouseException(
                ErrorCode.STORAGE,
                Location.of(directory),
                "cannot list the quarantine " + directory + ": " + cause.getMessage(),
                cause);
    }
}
