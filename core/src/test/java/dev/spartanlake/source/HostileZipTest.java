package dev.spartanlake.source;

import static dev.spartanlake.source.Containers.storedZip;
import static dev.spartanlake.source.Containers.utf8;
import static dev.spartanlake.source.Containers.zip;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileZipTest {

    private static final byte[] FIRST = utf8("{\"a\":1}");
    private static final byte[] SECOND = utf8("{\"a\":2}");

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/etc/match.json",
                "../match.json",
                "a/../../match.json",
                "a/..",
                "C:\\match.json",
                "c:match.json",
                "\\\\server\\share\\match.json",
                "..\\match.json"
            })
    void refusesAnEntryThatLeadsOutOfTheArchive(String name) throws IOException {
        Pulled pulled = Pulled.from(write(
                new HandmadeZip().entry(name, FIRST).entry("b.json", SECOND).bytes()));

        assertThat(pulled.refusals())
                .containsExactly(archive() + "!" + name.replace('\\', '/')
                        + ": expected an entry with a path inside the archive, found one that leads out of it");
        assertThat(pulled.texts()).containsExactly("{\"a\":2}");
    }

    @Test
    void refusesAnArchiveInAnArchiveAndGoesOn() throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("inner.zip", zip(Map.of("a.json", FIRST)));
        entries.put("b.json", SECOND);

        Pulled pulled = Pulled.from(write(zip(entries)));

        assertThat(pulled.refusals())
                .containsExactly(
                        archive() + "!inner.zip: expected documents in an archive, found an archive in an archive");
        assertThat(pulled.texts()).containsExactly("{\"a\":2}");
    }

    @Test
    void refusesAnEncryptedEntryAndGoesOn() throws IOException {
        byte[] bytes = new HandmadeZip()
                .encrypted("a.json", FIRST)
                .entry("b.json", SECOND)
                .bytes();

        for (Pulled pulled : List.of(Pulled.from(write(bytes)), Pulled.fromStandardInput(bytes))) {
            assertThat(pulled.refusals())
                    .singleElement()
                    .asString()
                    .endsWith("!a.json: expected an entry that can be read without a password, found an encrypted one");
            assertThat(pulled.texts()).containsExactly("{\"a\":2}");
        }
    }

    @Test
    void refusesACompressionMethodItDoesNotKnow() throws IOException {
        Pulled pulled = Pulled.from(write(new HandmadeZip()
                .method("a.json", FIRST, 14)
                .entry("b.json", SECOND)
                .bytes()));

        assertThat(pulled.refusals())
                .containsExactly(
                        archive() + "!a.json: expected an entry compressed by deflate, found compression method 14");
        assertThat(pulled.texts()).containsExactly("{\"a\":2}");
    }

    @Test
    void refusesAnEntryWhoseChecksumDoesNotMatchAndSavesIt() throws IOException {
        Pulled pulled = Pulled.from(write(new HandmadeZip()
                .entry("a.json", FIRST)
                .withWrongChecksum()
                .entry("b.json", SECOND)
                .bytes()));

        assertThat(pulled.refusals())
                .containsExactly(archive() + "!a.json: expected intact zip data, found a checksum that does not match");
        assertThat(pulled.refused().getFirst().excerpt().bytes()).isEqualTo(FIRST);
        assertThat(pulled.refused().getFirst().whole()).isNull();
        assertThat(pulled.texts()).containsExactly("{\"a\":2}");
    }

    @Test
    void refusesAnEntryOfAnotherSizeThanItSays() throws IOException {
        Pulled pulled = Pulled.from(
                write(new HandmadeZip().entry("a.json", FIRST).withSize(3).bytes()));

        assertThat(pulled.refusals())
                .containsExactly(archive() + "!a.json: expected an entry of 3 bytes, found 7 bytes");
    }

    @Test
    void goesOnAfterADamagedEntryInAPipe() {
        byte[] bytes = zip(ordered());
        int trailer = Containers.indexOf(bytes, new byte[] {'P', 'K', 7, 8}, 0);
        bytes[trailer + 4] ^= 1;

        Pulled pulled = Pulled.fromStandardInput(bytes);

        assertThat(pulled.refusals())
                .containsExactly("-!a.json: expected intact zip data, found a checksum that does not match");
        assertThat(pulled.texts()).containsExactly("{\"a\":2}");
    }

    @Test
    void readsEntriesFromAPipeWhoseWideSizesFollowThem() {
        byte[] bytes = new HandmadeZip()
                .streamed("a.json", FIRST)
                .streamed("b.json", SECOND)
                .bytes();

        Pulled pulled = Pulled.fromStandardInput(bytes);

        assertThat(pulled.refusals()).isEmpty();
        assertThat(pulled.texts()).containsExactly("{\"a\":1}", "{\"a\":2}");
    }

    @Test
    void noticesThatTheDirectoryLacksEntries() throws IOException {
        byte[] bytes =
                new HandmadeZip().entry("a.json", FIRST).entry("b.json", SECOND).bytes();
        int count = bytes.length - 22 + 10;
        bytes[count] = 3;

        Pulled pulled = Pulled.from(write(bytes));

        assertThat(pulled.documents()).hasSize(2);
        assertThat(pulled.refusals())
                .containsExactly(
                        archive() + ": expected an intact zip archive, found a directory without some of its entries");
    }

    @Test
    void refusesEntriesThatShareTheirData() throws IOException {
        Pulled pulled = Pulled.from(write(new HandmadeZip()
                .entry("a.json", FIRST)
                .again("b.json")
                .again("c.json")
                .again("d.json")
                .again("e.json")
                .again("f.json")
                .bytes()));

        assertThat(pulled.documents()).hasSizeLessThan(6);
        assertThat(pulled.refusals())
                .containsExactly(archive()
                        + ": expected entries that do not overlap, found more data than the archive has room for");
    }

    @Test
    void readsWhatCameBeforeATruncationAndRefusesTheRestOnce() throws IOException {
        byte[] deflated = zip(ordered());
        byte[] stored = storedZip(ordered());

        assertEveryTruncation(deflated);
        assertEveryTruncation(stored);
    }

    private void assertEveryTruncation(byte[] archive) throws IOException {
        int directoryStart = Containers.indexOf(archive, new byte[] {'P', 'K', 1, 2}, 0);
        for (int length = 0; length < archive.length; length++) {
            Pulled pulled = Pulled.from(write(Arrays.copyOf(archive, length)));

            List<String> expected = List.of("{\"a\":1}", "{\"a\":2}");
            assertThat(pulled.texts())
                    .as("%d bytes", length)
                    .isEqualTo(expected.subList(0, pulled.texts().size()));
            boolean lost = length < directoryStart + 4;
            assertThat(pulled.refused()).as("%d bytes", length).hasSize(lost ? 1 : 0);
            assertThat(lost || pulled.texts().size() == 2)
                    .as("%d bytes", length)
                    .isTrue();
        }
    }

    @Test
    void keepsTheFileOfATruncatedArchive() throws IOException {
        byte[] bytes = zip(ordered());
        int second = Containers.indexOf(bytes, new byte[] {'P', 'K', 3, 4}, 1);
        Path file = write(Arrays.copyOf(bytes, second));

        Pulled pulled = Pulled.from(file);

        assertThat(pulled.texts()).containsExactly("{\"a\":1}");
        assertThat(pulled.refusals())
                .containsExactly(archive() + ": expected an intact zip archive, found data that ends early");
        assertThat(pulled.refused().getFirst().whole()).isEqualTo(file);
    }

    @Test
    void doesNotTakeTheEndOfAnInnerArchiveForThatOfATruncatedOne() throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("a.json", FIRST);
        byte[] inner = zip(Map.of("stowaway.json", SECOND));
        entries.put("inner.zip", inner);
        byte[] outer = storedZip(entries);
        int innerEnd = Containers.indexOf(outer, inner, 0) + inner.length;

        Pulled pulled = Pulled.from(write(Arrays.copyOf(outer, innerEnd)));

        assertThat(pulled.texts()).containsExactly("{\"a\":1}");
        assertThat(pulled.refusals())
                .containsExactly(
                        archive() + "!inner.zip: expected documents in an archive, found an archive in an archive",
                        archive() + ": expected an intact zip archive, found data that ends early");
    }

    @Test
    void refusesWhatIsNoArchiveAtAll() throws IOException {
        assertThat(Pulled.from(write(utf8("<html>"))).refusals())
                .containsExactly(archive() + ": expected a zip archive, found data that begins with 3c 68 74 6d");
        assertThat(Pulled.from(write(new byte[0])).refusals())
                .containsExactly(archive() + ": expected a zip archive, found no data at all");
    }

    @Test
    void survivesAnyFlippedByteAndLosesNothingSilently() throws IOException {
        byte[] intact = zip(ordered());
        for (int i = 0; i < intact.length; i++) {
            byte[] damaged = intact.clone();
            damaged[i] ^= 0x21;

            Pulled pulled = Pulled.from(write(damaged));

            // Where the damage hits a name, the document is still read, or its entry is skipped and counted.
            long accounted = pulled.documents().size() + pulled.skippedFiles();
            assertThat(accounted == 2 || !pulled.refused().isEmpty())
                    .as("byte %d", i)
                    .isTrue();
            assertThat(pulled.texts()).as("byte %d", i).isSubsetOf("{\"a\":1}", "{\"a\":2}");
        }
    }

    @Test
    void stopsAtTheNumberOfEntriesThatIsBelieved() throws IOException {
        SourceLimits limits = new SourceLimits(1000, 1 << 20, 200, 1);
        Path file = write(zip(ordered()));

        Pulled pulled = Pulled.from(limits, file);

        assertThat(pulled.texts()).containsExactly("{\"a\":1}");
        assertThat(pulled.refusals())
                .containsExactly(archive() + ": expected an archive of at most 1 entries, found more");
    }

    @Test
    void stopsAtTheExpandedSizeThatIsBelieved() throws IOException {
        SourceLimits limits = new SourceLimits(1000, 10, 200, 100);
        byte[] bytes = zip(ordered());

        InputStream pipe = new ByteArrayInputStream(bytes);
        for (Pulled pulled : List.of(Pulled.from(limits, write(bytes)), Pulled.from(limits, pipe, List.of("-")))) {
            assertThat(pulled.texts()).containsExactly("{\"a\":1}");
            assertThat(pulled.refusals()).hasSize(2);
            assertThat(pulled.refusals().getFirst())
                    .endsWith("!b.json: expected data that expands to at most 10 bytes, found more");
        }
    }

    private static Map<String, byte[]> ordered() {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("a.json", FIRST);
        entries.put("b.json", SECOND);
        return entries;
    }

    private String archive() {
        return Pulled.nameOf(directory.resolve("archive.zip"));
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(directory.resolve("archive.zip"), bytes);
    }
}
