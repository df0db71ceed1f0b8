package dev.spartanlake.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.spartanlake.source.Excerpt;
import dev.spartanlake.source.SourceItem;
import dev.spartanlake.storage.LocalFileStore;
import dev.spartanlake.validation.Rejection;
import dev.spartanlake.validation.Violation;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuarantineTest {

    private static final byte[] BEGINNING = "{\"MatchId\":".getBytes(StandardCharsets.UTF_8);
    private static final String REASON = ": expected something else, found this\n";
    private static final String MEND_HERE =
            "Mend the file beside this one and ingest it again; it is then taken out of quarantine.\n";
    private static final String MEND_THERE = """
            Only the first 11 bytes are kept here, the rest is only where it came from.
            Mend it there and ingest it again; then delete this file and the one beside it.
            """;

    @TempDir
    private Path directory;

    private Quarantine quarantine;
    private Path file;

    @BeforeEach
    void prepare() {
        quarantine = new Quarantine(directory.resolve("quarantine"), new LocalFileStore());
        file = directory.resolve("matches.ndjson.gz");
    }

    @Test
    void keepsAShortFileAsACopyOfItsOwn() throws IOException {
        Files.writeString(file, "broken");

        quarantine.keep(refused(file));

        assertThat(kept()).hasContent("broken").asString().endsWith(".ndjson.gz");
        assertThat(reason()).isEqualTo(file + REASON + MEND_HERE);
        // Mending it there must not change the file of the user, nor be undone by refusing that again.
        Files.writeString(kept(), "mended");
        quarantine.keep(refused(file));
        assertThat(kept()).hasContent("mended");
        assertThat(file).hasContent("broken");
    }

    @Test
    void doesNotTakeOverWhatALinkPointsTo() throws IOException {
        assumeTrue(File.separatorChar == '/', "links need rights elsewhere");
        Path secret = Files.writeString(directory.resolve("secret"), "somebody else's");
        Path others = Files.createDirectories(directory.resolve("others"));
        Files.createSymbolicLink(others.resolve("aaaa.json"), secret);
        Files.writeString(others.resolve("bbbb.json"), "{}");

        long added = quarantine.addAll(new Quarantine(others, new LocalFileStore()), directory.resolve("temporary"));

        assertThat(added).isEqualTo(1);
        assertThat(kept()).hasFileName("bbbb.json");
    }

    @Test
    void keepsTheBeginningOfAFileThatIsTooLongToCopy() throws IOException {
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(Quarantine.LONGEST_COPY + 1);
        }

        quarantine.keep(refused(file));

        assertThat(kept()).hasBinaryContent(BEGINNING).asString().endsWith(".beginning");
        assertThat(reason()).isEqualTo(file + REASON + MEND_THERE);
        assertThat(file).hasSize(Quarantine.LONGEST_COPY + 1);
    }

    @Test
    void countsDocumentsAndNeitherReasonsNorDirectories() throws IOException {
        assertThat(quarantine.count()).isZero();
        Files.writeString(file, "broken");
        quarantine.keep(refused(file));
        Files.createDirectories(directory.resolve("quarantine").resolve("mine"));

        assertThat(quarantine.count()).isEqualTo(1);
    }

    @Test
    void keepsTheBeginningOfAFileThatIsGone() throws IOException {
        quarantine.keep(refused(file));

        assertThat(kept()).hasBinaryContent(BEGINNING);
        assertThat(reason()).endsWith(MEND_THERE);
    }

    @Test
    void keepsTheBeginningOfALineThatIsTooLong() throws IOException {
        Files.writeString(file, "many lines");

        quarantine.keep(refused(null));

        assertThat(kept()).hasBinaryContent(BEGINNING).asString().endsWith(".beginning");
        assertThat(quarantine.count()).isEqualTo(1);
    }

    /// @param whole the file that is refused; null because it is only a part of one
    private SourceItem.Refused refused(@Nullable Path whole) {
        Rejection rejection = new Rejection(file.toString(), new Violation("", "something else", "this"));
        return new SourceItem.Refused(rejection, Excerpt.beginning(BEGINNING), file, whole);
    }

    private Path kept() {
        return entries().getFirst();
    }

    private String reason() throws IOException {
        assertThat(entries()).hasSize(2);
        return Files.readString(entries().getLast());
    }

    private List<Path> entries() {
        return quarantine.kept().stream().flatMap(each -> each.files().stream()).toList();
    }
}
