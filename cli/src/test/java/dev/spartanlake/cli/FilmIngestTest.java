package dev.spartanlake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.generator.Career;
import dev.spartanlake.generator.CareerPlan;
import dev.spartanlake.generator.GeneratedDocument;
import dev.spartanlake.generator.film.FilmEvent;
import dev.spartanlake.generator.film.FilmPlayer;
import dev.spartanlake.generator.film.HighlightChunkWriter;
import dev.spartanlake.testsupport.SharedData;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `ingest film`, with chunks written by hand and with the recorded ones.
class FilmIngestTest {

    private static final CareerPlan PLAN = CareerPlan.mixed(7, 3);
    private static final String UNKNOWN = "3fa85f64-5717-4562-b3fc-2c963f66afa6";

    @TempDir
    private Path directory;

    private Path warehouse = Path.of("");
    private String match = "";
    private long player;
    private long other;

    @BeforeEach
    void ingest() throws IOException {
        Path documents = directory.resolve("matches.ndjson");
        try (OutputStream out = Files.newOutputStream(documents)) {
            for (GeneratedDocument document : Career.of(PLAN)) {
                document.writeTo(out);
                out.write('\n');
                match = document.matchId();
            }
        }
        String last = Files.readAllLines(documents).getLast();
        List<Long> humans = Pattern.compile("xuid\\(([0-9]+)\\)")
                .matcher(last)
                .results()
                .map(found -> Long.valueOf(found.group(1)))
                .distinct()
                .toList();
        player = humans.get(0);
        other = humans.get(1);
        warehouse = directory.resolve("warehouse");
        assertThat(Run.in(warehouse, "ingest", documents.toString()).code()).isZero();
    }

    private byte[] chunk(int version) {
        return new HighlightChunkWriter(version, 5)
                .record(new FilmEvent(new FilmPlayer(player, "Demo Larkspur", 0, 0), 20_000, 0, 0, 50))
                .record(new FilmEvent(new FilmPlayer(other, "Demo Moorhen", 1, 0), 20_001, 0, 1, 20))
                .record(new FilmEvent(new FilmPlayer(player, "Demo Larkspur", 0, 0), 20_001, 1, 107, 100))
                .chunk();
    }

    private Path write(String name, byte[] content) throws IOException {
        return Files.write(directory.resolve(name), content);
    }

    private String events() {
        return Run.in(
                        warehouse,
                        "sql",
                        "--format",
                        "csv",
                        "SELECT match_id, event, xuid, team_id, film_version FROM highlight_events ORDER BY event_index")
                .out();
    }

    @Test
    void storesTheEventsOfAFilmThatItsNameTellsOf() throws IOException {
        Path film = write("39_" + match + ".gzip", chunk(39));

        Run first = Run.in(warehouse, "ingest", "film", film.toString());
        Run again = Run.in(warehouse, "ingest", "film", film.toString(), "--lang", "fr");

        String counts = ": 3 events (1 kill, 1 death, 0 mode events, 1 medal)\n";
        assertThat(first).isEqualTo(new Run(0, "The film of match " + match + " is stored" + counts, ""));
        assertThat(again.code()).isZero();
        assertThat(again.out())
                .isEqualTo("Le film du match " + match
                        + " était déjà stocké\u00A0: 3 événements (1 frag, 1 mort, 0 événement de mode, 1 médaille)\n");
        assertThat(events())
                .isEqualTo("match_id,event,xuid,team_id,film_version\r\n"
                        + match + ",kill," + player + ",0,39\r\n"
                        + match + ",death," + other + ",1,39\r\n"
                        + match + ",medal," + player + ",0,39\r\n");
    }

    @Test
    void refusesTheFilmOfAnotherMatchAndKeepsTheRightOne() throws IOException {
        Run.in(
                warehouse,
                "ingest",
                "film",
                write("39_" + match + ".gzip", chunk(39)).toString());
        String before = events();
        byte[] others = new HighlightChunkWriter(39, 5)
                .record(new FilmEvent(new FilmPlayer(player, "Demo Larkspur", 0, 0), 20_000, 0, 0, 50))
                .record(new FilmEvent(new FilmPlayer(2_533_270_000_777_777L, "Stranger", 1, 0), 20_001, 0, 1, 20))
                .record(new FilmEvent(new FilmPlayer(2_533_270_000_777_778L, "Stranger", 1, 1), 30_000, 0, 0, 50))
                .chunk();

        Run run = Run.in(
                warehouse,
                "ingest",
                "film",
                write("39_" + match + ".gz", others).toString());

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out()).doesNotContain("is stored");
        assertThat(run.err())
                .contains("film of version 39, players: expected those of the match, found 2 others:"
                        + " it is of another match");
        assertThat(events()).isEqualTo(before);
    }

    @Test
    void isToldWhatANameDoesNotSay() throws IOException {
        String film = write("chunk26", chunk(40)).toString();

        Run run = Run.in(warehouse, "ingest", "film", film, "--match", match, "--film-version", "40");

        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(events()).contains(match + ",death," + other + ",1,40\r\n");
    }

    @Test
    void saysThatItTookAVersionForGranted() throws IOException {
        String film = write("chunk26", chunk(41)).toString();

        Run run = Run.in(warehouse, "ingest", "film", film, "--match", match);

        assertThat(run.code()).isZero();
        assertThat(run.err())
                .isEqualTo("Nothing says which version the film " + film + " has, so it was read as version 41; if its"
                        + " manifest has another FilmMajorVersion, bring it in again with --film-version\n");
    }

    /// What was taken for granted wrongly is refused, and comes in once it is said.
    @Test
    void refusesAFilmOfAnotherVersionThanIsTakenForGranted() throws IOException {
        String film = write("chunk26", chunk(38)).toString();

        Run assumed = Run.in(warehouse, "ingest", "film", film, "--match", match);
        Run told = Run.in(warehouse, "ingest", "film", film, "--match", match, "--film-version", "37");
        Run corrected = Run.in(warehouse, "ingest", "film", film, "--match", match, "--film-version", "38");

        assertThat(assumed.code()).isEqualTo(3);
        assertThat(assumed.err())
                .startsWith(
                        "refused: " + film + ": film of version 41, places of names and teams: expected those of"
                                + " films of version 41, found those of films of versions up to 38\nNothing says which version");
        assertThat(told.code()).isZero();
        assertThat(corrected.out()).startsWith("The film of match " + match + " is stored: ");
        assertThat(events()).contains(match + ",death," + other + ",1,38\r\n").hasLineCount(4);
    }

    @Test
    void saysThatPlayersAreNotInTheMatch() throws IOException {
        byte[] chunk = new HighlightChunkWriter(41, 5)
                .record(new FilmEvent(new FilmPlayer(player, "Demo Larkspur", 0, 0), 20_000, 0, 0, 50))
                .record(new FilmEvent(new FilmPlayer(2533279999999999L, "Demo Moorhen", 1, 0), 20_001, 0, 1, 20))
                .chunk();
        Path film = write("41_" + match + ".gzip", chunk);

        Run run = Run.in(warehouse, "ingest", "film", film.toString());

        assertThat(run)
                .isEqualTo(new Run(
                        0,
                        "The film of match " + match
                                + " is stored: 2 events (1 kill, 1 death, 0 mode events, 0 medals)\n",
                        "1 event is left out, as its player is not in the document of the match\n"));
        assertThat(events()).contains(match + ",kill," + player + ",0,41\r\n").hasLineCount(2);
    }

    @Test
    void needsTheMatch() throws IOException {
        Path film = write("39_" + UNKNOWN + ".gzip", chunk(39));

        Run run = Run.in(warehouse, "ingest", "film", film.toString());

        assertThat(run)
                .isEqualTo(new Run(
                        1,
                        "",
                        "match " + UNKNOWN + " is not stored, so nothing of its film is either; bring its document in"
                                + " first, with: spartanlake ingest PATH --warehouse " + warehouse + "\n"));
        assertThat(events()).hasLineCount(1);
    }

    @Test
    void refusesWhatIsNoFilmAsAWhole() throws IOException {
        byte[] inflated = new HighlightChunkWriter(39, 5)
                .record(new FilmEvent(new FilmPlayer(player, "Demo Larkspur", 0, 0), 20_000, 0, 0, 50))
                .inflated(2);
        Path film = write("39_" + match + ".gzip", HighlightChunkWriter.deflated(inflated));

        Run run = Run.in(warehouse, "ingest", "film", film.toString());

        assertThat(run)
                .isEqualTo(new Run(
                        3,
                        "",
                        "refused: " + film
                                + ": film of version 39, records: expected 2, as the header says, found 1\n"));
        assertThat(events()).hasLineCount(1);
    }

    @Test
    void saysInOneLineWhatWasExpected() throws IOException {
        String film = write("chunk26", chunk(41)).toString();
        String see = "; see: spartanlake ingest film --help\n";

        assertThat(Run.in(warehouse, "ingest", "film", film).err())
                .isEqualTo("spartanlake: --match: expected the match's id, as the file's name does not say it" + see);
        assertThat(Run.in(warehouse, "ingest", "film", film, "--match", "3fa85f64")
                        .err())
                .isEqualTo("spartanlake: --match: expected a match's whole id, found '3fa85f64'" + see);
        assertThat(Run.in(warehouse, "ingest", "film", film, "--match", match, "--film-version", "0")
                        .err())
                .isEqualTo("spartanlake: --film-version: expected 1 to 32767, found 0" + see);
        assertThat(Run.in(warehouse, "ingest", "--strict", "film", film, "--match", match)
                        .err())
                .isEqualTo("spartanlake: film: expected no PATH and no option of ingest before it" + see);
        assertThat(Run.in(warehouse, "ingest", film, "film", film, "--match", match)
                        .err())
                .isEqualTo("spartanlake: film: expected no PATH and no option of ingest before it" + see);
        assertThat(Run.in(warehouse, "ingest", "film", "-", "--match", match).err())
                .startsWith("refused: -: film of version 41, compression: expected a whole zlib stream, found ");
        assertThat(events()).hasLineCount(1);
    }

    /// The film of the recorded game of Oddball, whose document is among the recorded ones too.
    @Test
    void takesARecordedFilm() throws IOException {
        Path film = SharedData.require("film/38_63391382-6b88-43f9-9ff4-6313404c419c.gzip");
        Path document = SharedData.require("matches/get_match_stats_oddball.json");
        Run.in(warehouse, "ingest", document.toString());

        Run run = Run.in(warehouse, "ingest", "film", film.toString());

        assertThat(run)
                .isEqualTo(new Run(
                        0,
                        "The film of match 63391382-6b88-43f9-9ff4-6313404c419c is stored: 640 events (203 kills,"
                                + " 203 deaths, 149 mode events, 85 medals)\n",
                        ""));
    }
}
