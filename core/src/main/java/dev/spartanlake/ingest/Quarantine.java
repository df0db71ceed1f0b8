package dev.spartanlake.ingest;

import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.source.SourceItem;
import dev.spartanlake.storage.FileStore;
import dev.spartanlake.validation.Rejection;
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

/// Where refused documents are kept until somebody mends them.
///
/// Each is a file named by the hash of its content, so the same document refused again is the same file, and no
/// name from outside ever becomes a path. Beside it stands its reason, in a file that no ingest takes for a
/// document. A file of the quarantine that is ingested again leaves it when all of it is accepted, and stays as
/// it is until then.
public final class Quarantine {

    private static final String DOCUMENT = ".json";
    private static final String REASON = ".reason.txt";

    /// The endings that tell what a file is when it is ingested again, the longer before what they end in.
    private static final List<String> ENDINGS = Stream.of(".gz", ".zst", "")
            .flatMap(packing ->
                    Stream.of(DOCUMENT, ".ndjson", ".jsonl", ".zip", "").map(shape -> shape + packing))
            .filter(ending -> !ending.isEmpty())
            .toList();

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

    /// All files that are kept, with their reasons.
    public List<Path> files() {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException failed) {
            throw unreadable(failed);
        }
    }

    /// Whether a file is kept here.
    boolean holds(Path file) {
        return directory.equals(file.toAbsolutePath().normalize().getParent());
    }

    /// Keeps a document that breaks rules.
    void keep(byte[] document, List<Rejection> reasons) {
        files.createDirectories(directory);
        Path kept = directory.resolve(name(document) + DOCUMENT);
        files.write(kept, document);
        writeReason(kept, reasons, "");
    }

    /// Keeps what could be saved of something that could not be read. A large file gets a second name instead
    /// of a copy, where the file system can do that.
    void keep(SourceItem.Refused refused) {
        byte[] saved = refused.excerpt().bytes();
        Path whole = refused.whole();
        Path kept = directory.resolve(name(identity(refused)) + ending(refused));
        files.createDirectories(directory);
        if (refused.excerpt().complete() || whole == null) {
            files.write(kept, saved);
        } else if (Files.isRegularFile(whole)) {
            files.linkOrCopy(whole, kept);
        }
        String remark = refused.excerpt().complete() || whole != null
                ? ""
                : "Only its beginning could be saved; the source still has the rest.\n";
        writeReason(kept, List.of(refused.rejection()), remark);
    }

    /// Forgets a file that was mended, or notes what is still wrong with it.
    ///
    /// @param kept a file that is kept here, and was ingested to its end
    /// @param reasons why parts of it are refused; none when all of it was accepted
    void settle(Path kept, List<Rejection> reasons) {
        if (reasons.isEmpty()) {
            files.delete(kept);
            files.delete(reason(kept));
        } else {
            writeReason(kept, reasons, "");
        }
    }

    /// Adds the documents another quarantine keeps. Nothing that is here is replaced: where a document is being
    /// mended, so that two have one name, the other's gets the name of its own content.
    ///
    /// @param other is left as it is
    /// @param temporary a file of the same file system that is free meanwhile
    /// @return how many documents were added
    public long addAll(Quarantine other, Path temporary) {
        long added = 0;
        for (Path document : other.files()) {
            if (!document.getFileName().toString().endsWith(REASON) && add(document, temporary)) {
                added++;
            }
        }
        if (added > 0) {
            files.forceDirectory(directory);
            files.forceDirectory(directory.resolveSibling(""));
        }
        return added;
    }

    private boolean add(Path document, Path temporary) {
        if (!files.exists(document)) {
            // Somebody has just mended it.
            return false;
        }
        files.copy(document, temporary);
        String content = files.fingerprint(temporary).sha256();
        Path kept = directory.resolve(document.getFileName().toString());
        if (files.exists(kept) && !files.fingerprint(kept).sha256().equals(content)) {
            kept = directory.resolve(content.substring(0, NAME_DIGITS) + ending(kept));
        }
        boolean isNew = !files.exists(kept);
        if (isNew) {
            place(temporary, kept);
        }
        if (files.exists(reason(document)) && !files.exists(reason(kept))) {
            files.copy(reason(document), temporary);
            place(temporary, reason(kept));
        }
        return isNew;
    }

    private void place(Path temporary, Path kept) {
        files.force(temporary);
        files.createDirectories(directory);
        files.replace(temporary, kept);
    }

    /// Where it came from and what was saved of it: a large file is not read for its name.
    private static byte[] identity(SourceItem.Refused refused) {
        String text = new String(refused.excerpt().bytes(), StandardCharsets.ISO_8859_1);
        return (refused.rejection().source() + "\n" + text).getBytes(StandardCharsets.UTF_8);
    }

    private static String ending(SourceItem.Refused refused) {
        Path whole = refused.whole();
        if (whole == null || refused.excerpt().complete()) {
            return DOCUMENT;
        }
        return ending(whole);
    }

    private static String ending(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return ENDINGS.stream().filter(name::endsWith).findFirst().orElse(DOCUMENT);
    }

    private void writeReason(Path kept, List<Rejection> reasons, String remark) {
        String text = reasons.stream().map(Rejection::sentence).collect(Collectors.joining("\n", "", "\n"))
                + remark
                + "Mend the file beside this one and ingest it again; it is then taken out of quarantine.\n";
        files.write(reason(kept), text.getBytes(StandardCharsets.UTF_8));
    }

    private static Path reason(Path kept) {
        return kept.resolveSibling(kept.getFileName() + REASON);
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
