package dev.spartanlake.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.spartanlake.Documents;
import dev.spartanlake.Fixture;
import dev.spartanlake.Parts;
import dev.spartanlake.Tampering;
import dev.spartanlake.fact.MatchPart;
import dev.spartanlake.fact.Tables;
import dev.spartanlake.generator.CareerPlan;
import dev.spartanlake.intake.Obtained;
import dev.spartanlake.intake.ObtainedMatch;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.schema.Partition;
import dev.spartanlake.schema.Table;
import dev.spartanlake.verify.Depth;
import dev.spartanlake.verify.Finding;
import dev.spartanlake.verify.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class RepairTest {

    /// `-Dspartanlake.flips=1500` runs as many as the long-run tests do.
    private static final int FLIPS = Integer.getInteger("spartanlake.flips", 8);

    private static final Set<Xuid> PLAYERS = CareerPlan.mixed(7, 64).players().stream()
            .map(player -> new Xuid(player.xuid()))
            .collect(Collectors.toSet());
    private static final List<ObjectNode> DOCUMENTS = Documents.mixed(16);

    /// Where the warehouse is made of which every test has a copy.
    @TempDir
    private static Path workshop = Path.of("");

    private static Map<String, List<String>> before = Map.of();

    @TempDir
    private Path directory;

    private Fixture fixture;

    @BeforeAll
    static void make() throws IOException {
        Fixture sound = new Fixture(sound());
        ingest(sound, workshop, DOCUMENTS);
        sound.take(Parts.supplements(DOCUMENTS, 1));
        before = sound.everything();
    }

    private static Path sound() {
        return workshop.resolve("sound");
    }

    @BeforeEach
    void copy() throws IOException {
        fixture = new Fixture(directory.resolve("warehouse"));
        copyTree(sound(), fixture.directory());
    }

    @Test
    void leavesASoundWarehouseAlone() throws IOException {
        Map<String, String> files = contents();

        RepairReport report = fixture.repair();

        assertThat(report).isEqualTo(RepairReport.NOTHING);
        assertThat(contents()).isEqualTo(files);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "match_facts",
                "medal_awards",
                "match_participants",
                "highlight_events",
                "skill_documents",
                "match_documents"
            })
    void bringsDeletedFilesBackToEqualContent(String table) throws IOException {
        Map<String, String> files = contents();
        for (Path file : fixture.files(table)) {
            Files.delete(file);
        }

        RepairReport report = fixture.repair();

        assertThat(report.isComplete()).isTrue();
        assertThat(fixture.everything()).isEqualTo(before);
        assertThat(contents()).containsAllEntriesOf(dataFiles(files));
        assertThat(fixture.damage(Depth.DEEP)).isEmpty();
    }

    @Test
    void findsAndMendsAFlippedBitWhereverItIs() throws IOException {
        Random random = new Random(20_261_125);
        for (int flip = 0; flip < FLIPS; flip++) {
            Path file = anyFile(random);
            int bit = random.nextInt(Math.toIntExact(Files.size(file) * 8));
            flipBit(file, bit);
            String what = "bit " + bit + " of " + fixture.directory().relativize(file);

            assertThat(fixture.damage(Depth.NORMAL)).as(what).isNotEmpty();
            RepairReport report = fixture.repair();

            // The report has what a deep verification still finds.
            assertThat(report.isComplete()).as(what + ": " + report).isTrue();
            assertThat(fixture.everything()).as(what).isEqualTo(before);
            replaceTree(sound(), fixture.directory());
        }
    }

    private static void flipBit(Path file, int bit) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bit / 8] ^= (byte) (1 << (bit % 8));
        Files.write(file, bytes);
    }

    @Test
    void salvagesEveryWholeDocumentWhereBothCopiesAreDamaged() throws IOException {
        Path file = largest(fixture.files("match_documents"));
        Path copy = copyOf(file);
        byte[] bytes = Files.readAllBytes(file);
        // Near the end of the data, so that pages before it stay whole.
        int place = bytes.length / 2;
        bytes[place] ^= 0x55;
        Files.write(file, bytes);
        Files.write(copy, bytes);

        RepairReport report = fixture.repair();

        assertThat(report.putAside()).isNotNull().isDirectory();
        Set<String> lost =
                report.lost().stream().map(RepairReport.LostMatch::matchId).collect(Collectors.toSet());
        assertThat(fixture.metadata("SELECT match_id FROM match_ledger WHERE content_sha256 IS NULL"))
                .hasSameSizeAs(lost);
        for (Table<?> table : List.of(Tables.MATCH_FACTS, Tables.MEDAL_AWARDS, Tables.MATCH_PARTICIPANTS)) {
            assertThat(fixture.everything().get(table.name())).isEqualTo(before.get(table.name()));
        }
        assertThat(fixture.damage(Depth.DEEP)).isEmpty();
        ingest(DOCUMENTS);
        assertThat(fixture.everything()).isEqualTo(before);
    }

    @Test
    void salvagesEveryWholeSkillDocumentWhereBothCopiesAreDamaged() throws IOException {
        Path file = largest(fixture.files("skill_documents"));
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 0x55;
        Files.write(file, bytes);
        Files.write(copyOf(file), bytes);

        RepairReport report = fixture.repair();

        assertThat(report.lost()).isEmpty();
        assertThat(report.left()).isEmpty();
        assertThat(report.lostParts())
                .isNotEmpty()
                .allMatch(lost -> lost.part() == MatchPart.SKILL)
                .allMatch(lost -> fixture.directory().resolve(lost.file()).equals(file));
        assertThat(fixture.metadata("SELECT match_id FROM match_ledger WHERE skill_sha256 IS NULL"))
                .hasSameSizeAs(report.lostParts());
        assertThat(fixture.everything().get("match_documents")).isEqualTo(before.get("match_documents"));
        assertThat(fixture.everything().get("highlight_events")).isEqualTo(before.get("highlight_events"));
        assertThat(fixture.damage(Depth.DEEP)).isEmpty();
        fixture.take(Parts.supplements(DOCUMENTS, 1));
        assertThat(fixture.everything()).isEqualTo(before);
    }

    @Test
    void losesTheEventsOfAMonthWhereBothCopiesAreDamaged() throws IOException {
        Path file = largest(fixture.files("highlight_events"));
        for (Path copy : List.of(file, copyOf(file))) {
            flipBit(copy, 1234);
        }

        RepairReport report = fixture.repair();

        assertThat(report.lost()).isEmpty();
        assertThat(report.left()).isEmpty();
        assertThat(report.lostParts())
                .isNotEmpty()
                .allMatch(lost -> lost.part() == MatchPart.FILM)
                .hasSameSizeAs(fixture.metadata("SELECT match_id FROM match_ledger WHERE film_sha256 IS NULL"));
        assertThat(fixture.everything().get("match_facts")).isEqualTo(before.get("match_facts"));
        fixture.take(Parts.supplements(DOCUMENTS, 1));
        assertThat(fixture.everything()).isEqualTo(before);
    }

    /// Nothing is left of the documents of a month, nor of what came with them.
    @Test
    void losesWhatCannotBeReadAnywhere() throws IOException {
        List<Path> files = Stream.of("match_documents", "skill_documents", "highlight_events")
                .map(table -> fixture.files(table).getFirst())
                .toList();
        for (Path file : files) {
            Files.writeString(file, "nothing");
            Files.writeString(copyOf(file), "nothing");
        }

        RepairReport report = fixture.repair();

        assertThat(report.left()).isEmpty();
        assertThat(report.lost()).isNotEmpty();
        assertThat(report.lostParts()).hasSize(2 * report.lost().size());
        assertThat(fixture.everything().get("match_facts")).isEqualTo(before.get("match_facts"));
        ingest(DOCUMENTS);
        fixture.take(Parts.supplements(DOCUMENTS, 1));
        assertThat(fixture.everything()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"skill_documents", "highlight_events"})
    void takesInWhatTheLedgerLacksFromAFileTheCatalogDoesNotKnow(String table) throws IOException {
        Path file = fixture.files(table).getFirst();
        Path elsewhere = fixture.directory().resolve(table + "/year=1999/month=01/data.parquet");
        Files.createDirectories(elsewhere.getParent());
        Files.copy(file, elsewhere);
        for (Path copy : List.of(file, copyOf(file))) {
            Files.writeString(copy, "nothing");
        }

        RepairReport report = fixture.repair();

        assertThat(report.left()).isEmpty();
        assertThat(fixture.everything()).isEqualTo(before);
        assertThat(report.isComplete()).as(report.toString()).isTrue();
    }

    @Test
    void readsPartsAgainThatDisagreeWithTheLedger() {
        Tampering.metadata(
                fixture,
                "UPDATE match_ledger SET skill_sha256 = NULL, film_sha256 = NULL"
                        + " WHERE match_id = (SELECT min(match_id) FROM match_ledger)");
        Tampering.acceptMetadata(fixture);

        RepairReport report = fixture.repair();

        assertThat(report.isComplete()).as(report.toString()).isTrue();
        assertThat(fixture.everything()).isEqualTo(before);
    }

    @Test
    void derivesRatingsFromSkillDocuments() {
        Tampering.rewrite(fixture, Tables.MATCH_FACTS, "* REPLACE (CAST(7 AS FLOAT) AS enemy_mmr)");
        Tampering.acceptMetadata(fixture);

        assertThat(fixture.repair().isComplete()).isTrue();

        assertThat(fixture.everything()).isEqualTo(before);
    }

    @Test
    void findsTheDocumentsOfMonthsWhoseFilesWereSwapped() throws IOException {
        List<Path> months = fixture.files("match_documents");
        assertThat(months).hasSizeGreaterThan(1);
        for (Path first : List.of(months.getFirst(), copyOf(months.getFirst()))) {
            Path last = first.startsWith(fixture.directory().resolve(".mirror"))
                    ? copyOf(months.getLast())
                    : months.getLast();
            Path between = directory.resolve("between");
            Files.move(first, between);
            Files.move(last, first);
            Files.move(between, last);
        }

        RepairReport report = fixture.repair();

        assertThat(report.lost()).isEmpty();
        assertThat(report.left()).isEmpty();
        assertThat(report.found()).isZero();
        assertThat(fixture.everything()).isEqualTo(before);
    }

    @Test
    void findsALostDocumentInAFileTheCatalogDoesNotKnow() throws IOException {
        Path file = fixture.files("match_documents").getFirst();
        Path elsewhere = fixture.directory().resolve("match_documents/year=1999/month=01/data.parquet");
        Files.createDirectories(elsewhere.getParent());
        Files.move(file, elsewhere);
        Files.delete(copyOf(file));

        RepairReport report = fixture.repair();

        assertThat(report.isComplete()).as(report.toString()).isTrue();
        assertThat(fixture.everything()).isEqualTo(before);
    }

    private Path copyOf(Path file) {
        return fixture.directory()
                .resolve(".mirror")
                .resolve(fixture.directory().relativize(file));
    }

    @Test
    void putsAFileInThePlaceOfSomethingThatIsNone() throws IOException {
        Path file = fixture.files("match_documents").getFirst();
        Files.delete(file);
        Files.createDirectory(file);

        RepairReport report = fixture.repair();

        assertThat(report.isComplete()).isTrue();
        assertThat(fixture.everything()).isEqualTo(before);
        assertThat(fixture.damage(Depth.DEEP)).isEmpty();
    }

    /// Opening a pipe waits for a writer, and reading a device never ends.
    @ParameterizedTest
    @ValueSource(strings = {"pipe", "device"})
    void putsFilesInThePlaceOfPipesAndDevices(String kind) throws IOException, InterruptedException {
        List<Path> files = List.of(
                fixture.files("match_documents").getFirst(),
                fixture.files("match_facts").getFirst(),
                copyOf(fixture.files("match_documents").getLast()),
                databaseCopy());
        for (Path file : files) {
            Files.delete(file);
            if (kind.equals("pipe")) {
                makePipe(file);
            } else {
                Path zeros = Path.of("/dev/zero");
                assumeTrue(Files.exists(zeros), "needs /dev/zero");
                Files.createSymbolicLink(file, zeros);
            }
        }

        assertTimeoutPreemptively(Duration.ofMinutes(2), () -> {
            assertThat(fixture.damage(Depth.NORMAL))
                    .filteredOn(finding -> finding.kind() == Kind.FILE_UNREADABLE)
                    .hasSize(2)
                    .allMatch(finding -> finding.found().contains("no regular file"));
            assertThat(fixture.repair().isComplete()).isTrue();
        });

        assertThat(fixture.everything()).isEqualTo(before);
        assertThat(files).allMatch(file -> !Files.exists(file) || Files.isRegularFile(file));
    }

    private static void makePipe(Path file) throws IOException, InterruptedException {
        assumeTrue(
                Stream.of("/usr/bin/mkfifo", "/bin/mkfifo").map(Path::of).anyMatch(Files::isExecutable),
                "needs mkfifo");
        Process made = new ProcessBuilder("mkfifo", file.toString()).start();
        assertThat(made.waitFor()).isZero();
    }

    private Path databaseCopy() throws IOException {
        try (Stream<Path> copies = Files.list(fixture.directory().resolve(".mirror"))) {
            return copies.filter(copy -> copy.toString().endsWith(".db"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void finishesACommitWhoseFilesAreNotInPlace() throws IOException {
        Path file = fixture.files("match_facts").getFirst();
        Path staged = fixture.directory()
                .resolve(".staging")
                .resolve("commit-00000004")
                .resolve("a.staged");
        Files.createDirectories(staged.getParent());
        Files.move(file, staged);
        String place = fixture.directory().relativize(file).toString().replace('\\', '/');
        Tampering.metadata(
                fixture,
                "INSERT INTO commit_files SELECT max(commit_id), '" + place
                        + "', '.staging/commit-00000004/a.staged' FROM commits");
        Tampering.acceptMetadata(fixture);

        RepairReport report = fixture.repair();

        assertThat(report).isEqualTo(RepairReport.NOTHING.within(1, MetadataRescue.NOT_NEEDED, 0, List.of()));
        assertThat(file).exists();
        assertThat(fixture.warehouse().verify(Depth.DEEP).findings()).isEmpty();
        assertThat(fixture.everything()).isEqualTo(before);
    }

    /// SQLite opens such a database, and tells its version; whatever else is asked for fails.
    @Test
    void putsTheDatabaseBackWhoseSchemaMakesNoSense() throws IOException {
        Path database = fixture.directory().resolve("metadata.db");
        String bytes = Files.readString(database, StandardCharsets.ISO_8859_1);
        Files.writeString(database, bytes.replaceAll("(tracked +INTEGER NOT) ", "$10"), StandardCharsets.ISO_8859_1);

        assertThat(fixture.damage(Depth.NORMAL)).extracting(Finding::kind).containsExactly(Kind.METADATA_UNREADABLE);
        RepairReport report = fixture.repair();

        assertThat(report.metadata()).isEqualTo(MetadataRescue.PUT_BACK);
        assertThat(fixture.damage(Depth.DEEP)).isEmpty();
        assertThat(fixture.everything()).isEqualTo(before);
    }

    @Test
    void makesTheCopyOfTheDatabaseAnewAndKeepsTheDamagedOne() throws IOException {
        Path copy = databaseCopy();
        flipBit(copy, 4321);

        RepairReport report = fixture.repair();

        assertThat(report.secondCopies()).isEqualTo(1);
        assertThat(report.putAside())
                .isNotNull()
                .satisfies(aside -> assertThat(aside.resolve(fixture.directory().relativize(copy)))
                        .exists());
        assertThat(fixture.damage(Depth.DEEP)).isEmpty();
        assertThat(fixture.everything()).isEqualTo(before);
    }

    @Test
    void makesAMissingCopyOfTheDatabaseAnew() throws IOException {
        Path copy = databaseCopy();
        Files.delete(copy);

        assertThat(fixture.repair()).isEqualTo(RepairReport.NOTHING.within(0, MetadataRescue.NOT_NEEDED, 1, List.of()));
        assertThat(databaseCopy()).exists();
        assertThat(fixture.repair()).isEqualTo(RepairReport.NOTHING);
    }

    @Test
    void recordsACareerAnewWithoutTouchingFiles() throws IOException {
        Map<String, String> files = dataFiles(contents());
        String player = Documents.player().text();
        Tampering.metadata(fixture, "UPDATE sessions SET wins = wins + 1 WHERE xuid = '" + player + "'");
        Tampering.acceptMetadata(fixture);

        RepairPlan plan = fixture.planRepair();
        RepairReport report = fixture.repair();

        assertThat(plan.careers()).containsExactly(Documents.player());
        assertThat(plan.derived()).isEmpty();
        assertThat(report.careers()).isEqualTo(1);
        assertThat(report.partitionsWritten()).isZero();
        assertThat(dataFiles(contents())).isEqualTo(files);
        assertThat(fixture.damage(Depth.DEEP)).isEmpty();
        assertThat(fixture.everything()).isEqualTo(before);
    }

    @Test
    void leavesNothingOfACareerThatIsNotKept() throws IOException {
        String player = Documents.player().text();
        Tampering.metadata(fixture, "UPDATE players SET tracked = 0 WHERE xuid = '" + player + "'");
        Tampering.acceptMetadata(fixture);

        fixture.repair();

        assertThat(fixture.damage(Depth.DEEP)).isEmpty();
        assertThat(fixture.metadata("SELECT xuid FROM sessions WHERE xuid = '" + player + "'"))
                .isEmpty();
        assertThat(fixture.files("match_facts"))
                .isNotEmpty()
                .noneMatch(file -> file.toString().contains(player));
    }

    @Test
    void readsDocumentsAgainThatTheLedgerDoesNotKnow() {
        Tampering.metadata(
                fixture, "DELETE FROM match_ledger WHERE match_id = (SELECT min(match_id) FROM match_ledger)");
        Tampering.acceptMetadata(fixture);

        RepairPlan plan = fixture.planRepair();

        assertThat(plan.reread())
                .extracting(Partition::table)
                .containsExactlyInAnyOrder("match_documents", "skill_documents", "highlight_events");
        assertThat(plan.salvaged()).isEmpty();
    }

    @Test
    void plansWhatItThenDoes() throws IOException {
        Path document = fixture.files("match_documents").getFirst();
        Path facts = fixture.files("match_facts").getFirst();
        flipBit(document, 100);
        Files.delete(facts);
        Files.delete(copyOf(fixture.files("match_documents").getLast()));

        RepairPlan plan = fixture.planRepair();
        RepairReport report = fixture.repair();

        assertThat(plan.metadata()).isEqualTo(MetadataRescue.NOT_NEEDED);
        assertThat(plan.restored())
                .extracting(Partition::file)
                .containsExactlyElementsOf(report.restored())
                .hasSize(1);
        assertThat(plan.remade())
                .extracting(partition -> fixture.directory().resolve(partition.file()))
                .containsExactly(facts);
        assertThat(plan.secondCopies()).hasSize(report.secondCopies()).hasSize(1);
        assertThat(plan.salvaged()).isEmpty();
        assertThat(plan.derived()).isEmpty();
        assertThat(plan.unlisted()).isEmpty();
    }

    @Test
    void plansToMakeTheDatabaseAnewWhereNoCopyIsLeft() throws IOException {
        Files.delete(fixture.directory().resolve("metadata.db"));
        Files.delete(databaseCopy());

        assertThat(fixture.planRepair().metadata()).isEqualTo(MetadataRescue.MADE_ANEW);
        assertThat(fixture.repair().metadata()).isEqualTo(MetadataRescue.MADE_ANEW);
    }

    @Test
    void fillsANewDatabaseFromTheTreeWhereBothCopiesAreGone() throws IOException {
        Files.copy(
                fixture.files("match_facts").getFirst(),
                fixture.directory().resolve("match_facts").resolve("stray.parquet"));
        Files.delete(fixture.directory().resolve("metadata.db"));
        try (Stream<Path> copies = Files.list(fixture.directory().resolve(".mirror"))) {
            for (Path copy : copies.filter(Files::isRegularFile).toList()) {
                Files.delete(copy);
            }
        }

        fixture.repair();

        assertThat(fixture.damage(Depth.DEEP)).isEmpty();
        assertThat(fixture.everything()).isEqualTo(before);
    }

    /// An identifier has up to nineteen digits, and is below 2^63.
    @Test
    void knowsFromTheTreeWhoseCareersWereKept() throws IOException {
        Path facts = fixture.files("match_facts").getFirst();
        for (String player : List.of("9223372036854775807", "9999999999999999999")) {
            Path stray = fixture.directory().resolve("match_facts/player=" + player + "/year=2025/month=01");
            Files.copy(facts, Files.createDirectories(stray).resolve("data.parquet"));
        }
        Files.delete(fixture.directory().resolve("metadata.db"));
        try (Stream<Path> copies = Files.list(fixture.directory().resolve(".mirror"))) {
            for (Path copy : copies.filter(Files::isRegularFile).toList()) {
                Files.delete(copy);
            }
        }

        fixture.repair();

        assertThat(fixture.metadata("SELECT xuid FROM players WHERE tracked = 1"))
                .contains("{xuid=9223372036854775807}")
                .hasSize(PLAYERS.size() + 1);
        assertThat(fixture.damage(Depth.DEEP)).isEmpty();
    }

    @Test
    void takesFilesOutOfTheTreeThatTheCatalogDoesNotKnow() throws IOException {
        Path file = fixture.files("match_facts").getFirst();
        Path stray = file.resolveSibling("copy.parquet");
        Files.copy(file, stray);

        RepairReport report = fixture.repair();

        assertThat(stray).doesNotExist();
        assertThat(report.unlisted()).isEqualTo(1);
        assertThat(report.putAside())
                .isNotNull()
                .satisfies(aside -> assertThat(aside.resolve(fixture.directory().relativize(stray)))
                        .exists());
        assertThat(fixture.damage(Depth.DEEP)).isEmpty();
        assertThat(fixture.everything()).isEqualTo(before);
    }

    @Test
    void derivesWhatDoesNotFollowFromTheDocuments() {
        Tampering.rewrite(fixture, Tables.MATCH_FACTS, "* REPLACE (CAST(kills + 1 AS SMALLINT) AS kills)");
        Tampering.rewrite(fixture, Tables.MEDAL_AWARDS, "*", "WHERE count > 1");
        Tampering.metadata(fixture, "UPDATE sessions SET total_kills = total_kills + 1");
        Tampering.metadata(fixture, "UPDATE sync_meta SET total_matches = 1");
        Tampering.metadata(
                fixture, "DELETE FROM match_ledger WHERE match_id = (SELECT min(match_id) FROM match_ledger)");
        // The database was changed on purpose: its copy must not be taken for the truth.
        Tampering.acceptMetadata(fixture);

        RepairReport report = fixture.repair();

        assertThat(report.isComplete()).isTrue();
        assertThat(fixture.everything()).isEqualTo(before);
        assertThat(fixture.damage(Depth.DEEP)).isEmpty();
    }

    /// A folder that somebody copied has older films beside skill documents that are missing.
    @Test
    void takesOfACopiedFolderOnlyWhatIsMissing() throws IOException {
        Fixture later = new Fixture(directory.resolve("later"));
        later.take(documentsWith(Set.of(), 1));
        later.take(documentsWith(Set.of(MatchPart.FILM), 2));
        for (String table : List.of("skill_documents", "highlight_events")) {
            for (Path file : fixture.files(table)) {
                String copy = fixture.directory().relativize(file).toString().replaceFirst("month=[0-9]+", "$0 (copy)");
                Path copied = later.directory().resolve(copy);
                Files.createDirectories(copied.getParent());
                Files.copy(file, copied);
            }
        }

        RepairReport report = later.repair();

        Fixture expected = new Fixture(directory.resolve("expected"));
        expected.take(documentsWith(Set.of(MatchPart.SKILL), 1));
        expected.take(documentsWith(Set.of(MatchPart.FILM), 2));
        assertThat(report.found()).isEqualTo(DOCUMENTS.size());
        assertThat(report.isComplete()).isTrue();
        assertThat(later.everything()).isEqualTo(expected.everything());
    }

    /// The documents with some of their parts.
    private Obtained documentsWith(Set<MatchPart> parts, int edition) {
        Obtained obtained = new Obtained();
        PLAYERS.forEach(obtained::track);
        for (ObjectNode document : DOCUMENTS) {
            ObtainedMatch match = Parts.match(document).withDocument(Parts.bytes(document));
            if (parts.contains(MatchPart.SKILL)) {
                match = match.withSkill(Parts.bytes(Parts.skill(document, edition)));
            }
            if (parts.contains(MatchPart.FILM)) {
                match = match.withFilm(Parts.film(document, edition), Parts.FILM_VERSION);
            }
            obtained.add(match);
        }
        return obtained;
    }

    private void ingest(List<ObjectNode> batch) throws IOException {
        ingest(fixture, directory, batch);
    }

    private static void ingest(Fixture into, Path scratch, List<ObjectNode> batch) throws IOException {
        Path file = scratch.resolve("batch.ndjson");
        Files.write(file, batch.stream().map(ObjectNode::toString).toList());
        into.ingest(List.of(file), PLAYERS);
    }

    private Path anyFile(Random random) throws IOException {
        try (Stream<Path> files = Files.walk(fixture.directory())) {
            List<Path> candidates = files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(".parquet")
                            || file.getFileName().toString().matches("metadata.*\\.db"))
                    .sorted()
                    .toList();
            return candidates.get(random.nextInt(candidates.size()));
        }
    }

    private static Path largest(List<Path> files) {
        return files.stream()
                .max((one, other) ->
                        Long.compare(one.toFile().length(), other.toFile().length()))
                .orElseThrow();
    }

    private Map<String, String> contents() {
        try (Stream<Path> files = Files.walk(fixture.directory())) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*\\.(parquet|db)"))
                    .collect(Collectors.toMap(
                            file -> fixture.directory().relativize(file).toString(), Tampering::sha256));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Map<String, String> dataFiles(Map<String, String> contents) {
        return contents.entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(".parquet"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static void replaceTree(Path source, Path target) throws IOException {
        try (Stream<Path> files = Files.walk(target)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        copyTree(source, target);
    }

    private static void copyTree(Path source, Path target) throws IOException {
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.toList()) {
                Files.copy(file, target.resolve(source.relativize(file).toString()));
            }
        }
    }
}
