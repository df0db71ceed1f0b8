package dev.spartanlake.ingest;

import dev.spartanlake.hash.Sha256;
import dev.spartanlake.source.SourceItem;
import dev.spartanlake.storage.Directories;
import dev.spartanlake.storage.FileStore;
import dev.spartanlake.validation.Rejection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where refused documents are kept until somebody mends them.
///
/// Each is a file named by the hash of its content, so the same document refused again is the same file, and no
/// name from outside ever becomes a path. Beside it stands its reason, in a file that no ingest takes for a
/// document. A file of the quarantine that is ingested again leaves it when all of it is accepted, and stays as
/// it is until then.
///
/// Of what is longer than [#LONGEST_COPY] only the beginning is kept, under a name that no ingest takes for a
/// document; its reason says where the whole is.
public final class Quarantine implements RefusalSink {

    private static final System.Logger LOG = System.getLogger(Quarantine.class.getName());

    private static final String DOCUMENT = ".json";
    private static final String REASON = ".reason.txt";
    private static final String BEGINNING = ".beginning";

    /// The longest file that is copied, in bytes: that of the longest document that is read at all, so that whatever
    /// can be mended by hand is here as a whole.
    static final long LONGEST_COPY = 16L << 20;

    /// The endings that tell what a file is when it is ingested again, the longer before what they end in.
    private static final List<String> ENDINGS = Stream.of(".gz", ".zst", "")
            .flatMap(packing -> Stream.of(DOCUMENT, ".ndjson", ".jsonl", ".zip", BEGINNING, "")
                    .map(shape -> shape + packing))
            .filter(ending -> !ending.isEmpty())
            .toList();

    private static final String MEND_HERE =
            "Mend the file beside this one and ingest it again; it is then taken out of quarantine.\n";

    private static final int NAME_DIGITS = 24;

    /// Beside the directory, in which everything is something kept.
    private static final String TEMPORARY = ".refused";

    private final Path directory;
    private final FileStore files;

    /// The quarantine in a directory, which need not exist yet.
    public Quarantine(Path directory, FileStore files) {
        this.directory = directory;
        this.files = files;
    }

    /// How many documents are kept.
    public long count() {
        return documents().count();
    }

    private Stream<Path> documents() {
        return files().stream().filter(file -> !isReason(file));
    }

    /// All files that are kept, with their reasons. Links are not: what they point to was never refused.
    private List<Path> files() {
        return Directories.entries(directory).stream()
                .filter(Quarantine::isFile)
                .toList();
    }

    /// What is kept: each document with its reason, and a reason whose document is gone by itself.
    public List<Kept> kept() {
        List<Path> all = files();
        return Stream.concat(
                        documents().map(document -> new Kept(document, reason(document))),
                        all.stream()
                                .filter(file -> isReason(file) && !all.contains(document(file)))
                                .map(file -> new Kept(document(file), file)))
                .toList();
    }

    /// A refused document that is kept.
    ///
    /// @param document its file; it need not be there any more
    /// @param reason the file that says why it was refused; it need not be there
    public record Kept(Path document, Path reason) {

        /// Those of the two that are there.
        public List<Path> files() {
            return Stream.of(document, reason).filter(Quarantine::isFile).toList();
        }
    }

    /// Whether a file is kept here.
    boolean holds(Path file) {
        return directory.equals(file.toAbsolutePath().normalize().getParent());
    }

    @Override
    public void keep(byte[] document, List<Rejection> reasons) {
        Path kept = directory.resolve(name(document) + DOCUMENT);
        put(kept, document);
        writeReason(kept, reasons, MEND_HERE);
    }

    /// Keeps what could be saved of something that could not be read: all of it, or its beginning.
    void keep(SourceItem.Refused refused) {
        byte[] saved = refused.excerpt().bytes();
        Path whole = refused.whole();
        String name = name(identity(refused));
        if (refused.excerpt().complete()) {
            Path kept = directory.resolve(name + DOCUMENT);
            put(kept, saved);
            writeReason(kept, List.of(refused.rejection()), MEND_HERE);
            return;
        }
        byte[] content = whole == null ? null : contentOfShort(whole);
        if (whole != null && content != null) {
            Path kept = directory.resolve(name + ending(whole));
            put(kept, content);
            writeReason(kept, List.of(refused.rejection()), MEND_HERE);
        } else {
            Path kept = directory.resolve(name + BEGINNING);
            put(kept, saved);
            writeReason(kept, List.of(refused.rejection()), mendThere(saved.length));
        }
    }

    /// What is in a file; null because it is longer than is copied, or cannot be read to its end.
    private static byte @Nullable [] contentOfShort(Path file) {
        try {
            return Files.isRegularFile(file) && Files.size(file) <= LONGEST_COPY ? Files.readAllBytes(file) : null;
        } catch (IOException unreadable) {
            LOG.log(System.Logger.Level.DEBUG, "only the beginning is kept of " + file, unreadable);
            return null;
        }
    }

    private static String mendThere(int savedBytes) {
        return "Only the first " + savedBytes + " bytes are kept here, the rest is only where it came from.\n"
                + "Mend it there and ingest it again; then delete this file and the one beside it.\n";
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
            writeReason(kept, reasons, MEND_HERE);
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
        for (Path document : other.documents().toList()) {
            if (add(document, temporary)) {
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

    /// Durably, and never over a file that is there: it has this content, or is being mended.
    private void put(Path kept, byte[] content) {
        if (!files.exists(kept)) {
            Path temporary = directory.resolveSibling(TEMPORARY);
            files.createDirectories(directory);
            files.write(temporary, content);
            place(temporary, kept);
            files.forceDirectory(directory);
        }
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

    private static String ending(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return ENDINGS.stream().filter(name::endsWith).findFirst().orElse(DOCUMENT);
    }

    private void writeReason(Path kept, List<Rejection> reasons, String advice) {
        String text = reasons.stream().map(Rejection::sentence).collect(Collectors.joining("\n", "", "\n")) + advice;
        files.write(reason(kept), text.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isFile(Path path) {
        return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean isReason(Path file) {
        return file.getFileName().toString().endsWith(REASON);
    }

    private static Path document(Path reason) {
        String name = reason.getFileName().toString();
        return reason.resolveSibling(name.substring(0, name.length() - REASON.length()));
    }

    private static Path reason(Path kept) {
        return kept.resolveSibling(kept.getFileName() + REASON);
    }

    private static String name(byte[] content) {
        return Sha256.of(content).substring(0, NAME_DIGITS);
    }
}
