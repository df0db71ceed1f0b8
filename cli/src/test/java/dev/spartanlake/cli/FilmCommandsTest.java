package dev.spartanlake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.generator.Career;
import dev.spartanlake.generator.CareerPlan;
import dev.spartanlake.generator.GeneratedDocument;
import dev.spartanlake.generator.film.FilmEvent;
import dev.spartanlake.generator.film.FilmPlayer;
import dev.spartanlake.generator.film.HighlightChunkWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The commands that answer from films, on a few matches of which two have one.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FilmCommandsTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final CareerPlan PLAN = CareerPlan.demo().withEarlyMatches(0).withMatches(40);
    private static final long ME = PLAN.players().getFirst().xuid();
    private static final long FOE = 2533270000000901L;

    @TempDir
    private static Path directory;

    private Path warehouse = Path.of("");
    private List<String> matches = List.of();

    @BeforeAll
    void ingest() throws IOException {
        Path documents = directory.resolve("matches.ndjson");
        try (OutputStream out = Files.newOutputStream(documents)) {
            for (GeneratedDocument document : Career.of(PLAN)) {
                out.write(withFoe(document).toString().getBytes(StandardCharsets.UTF_8));
                out.write('\n');
            }
        }
        warehouse = directory.resolve("warehouse");
        Run.in(warehouse, "ingest", documents.toString(), "--player", Long.toString(ME));
        Run.in(warehouse, "player", "set", Long.toString(ME), "--gamertag", "Larkspur");
        List<String> found = new ArrayList<>();
        JSON.readTree(ask("matches", "--format", "json").out())
                .forEach(match -> found.add(match.get("match_id").asString()));
        matches = found;
        film(
                matches.get(0),
                new HighlightChunkWriter(41, 1)
                        .record(new FilmEvent(new FilmPlayer(ME, "Old Larkspur", 0, 0), 30_000, 0, 0, 50))
                        .record(new FilmEvent(new FilmPlayer(FOE, "Moorhen", 1, 0), 30_001, 0, 1, 20))
                        .record(new FilmEvent(new FilmPlayer(ME, "Old Larkspur", 0, 0), 30_001, 1, 114, 100))
                        .record(new FilmEvent(new FilmPlayer(FOE, "Moorhen", 1, 0), 61_900, 0, 2, 10))
                        .record(new FilmEvent(new FilmPlayer(FOE, "Moorhen", 1, 0), 62_000, 0, 0, 50))
                        .record(new FilmEvent(new FilmPlayer(ME, "Old Larkspur", 0, 0), 62_000, 0, 1, 20))
                        .record(new FilmEvent(new FilmPlayer(ME, "Old Larkspur", 0, 0), 90_000, 0, 0, 50))
                        .record(new FilmEvent(new FilmPlayer(ME, "Old Larkspur", 0, 0), 95_000, 0, 1, 20)));
        film(
                matches.get(1),
                new HighlightChunkWriter(41, 2)
                        .record(new FilmEvent(new FilmPlayer(FOE, "Moorhen", 1, 0), 40_000, 0, 0, 50))
                        .record(new FilmEvent(new FilmPlayer(ME, "Old Larkspur", 0, 0), 40_000, 0, 1, 20)));
    }

    /// Narrowed, and not left out: a line with nothing but medals would say nothing.
    @Test
    void showMedalsHoweverManyThereAre() throws IOException {
        HighlightChunkWriter film = new HighlightChunkWriter(41, 3)
                .record(new FilmEvent(new FilmPlayer(ME, "Old Larkspur", 0, 0), 20_000, 0, 0, 50));
        for (int i = 0; i < 12; i++) {
            film.record(new FilmEvent(new FilmPlayer(ME, "Old Larkspur", 0, 0), 20_000, 1, 114, 100));
        }
        film(matches.get(2), film);

        Run run = Run.onTerminal(
                Map.of("NO_COLOR", "1"), "killfeed", matches.get(2), "--warehouse", warehouse.toString());

        assertThat(run.out()).contains("Medals", "No Scope, No Scope").contains("…");
        assertThat(run.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    private static ObjectNode withFoe(GeneratedDocument document) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        document.writeTo(text);
        ObjectNode match = (ObjectNode) JSON.readTree(text.toByteArray());
        ArrayNode players = (ArrayNode) match.path("Players");
        players.add(((ObjectNode) players.get(0).deepCopy()).put("PlayerId", "xuid(" + FOE + ")"));
        return match;
    }

    private void film(String match, HighlightChunkWriter film) throws IOException {
        Path file = Files.write(directory.resolve("41_" + match + ".gzip"), film.chunk());
        assertThat(Run.in(warehouse, "ingest", "film", file.toString()).code()).isZero();
    }

    private Run ask(String command, String... more) {
        List<String> arguments = new ArrayList<>(List.of(command.split(" ")));
        arguments.addAll(List.of(more));
        return Run.in(warehouse, arguments.toArray(String[]::new));
    }

    static Stream<String> commands() {
        return Stream.of(
                "killfeed last", "duels", "duels --order prey", "openings", "timeline", "timeline --match last");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void fitEightyColumnsInBothLanguages(String command) {
        for (String language : List.of("en", "fr")) {
            List<String> arguments = new ArrayList<>(List.of(command.split(" ")));
            arguments.addAll(List.of("--lang", language, "--warehouse", warehouse.toString()));

            Run run = Run.onTerminal(Map.of("NO_COLOR", "1"), arguments.toArray(String[]::new));

            assertThat(run.code()).as(run.err()).isZero();
            assertThat(run.err()).isEmpty();
            assertThat(run.out().lines())
                    .as("%s in %s", command, language)
                    .hasSizeGreaterThan(2)
                    .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80))
                    .allSatisfy(line -> assertThat(line).doesNotContain("NaN", "null", "{0}", "Infinity"));
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void giveProgramsJsonWithTheColumnsOfTheirCsv(String command) {
        JsonNode json = JSON.readTree(ask(command, "--format", "json").out());
        List<String> csv = ask(command, "--format", "csv").out().lines().toList();

        JsonNode rows = json.isArray() ? json : json.get("feed");
        assertThat(rows.isEmpty()).isFalse();
        assertThat(rows.get(0).propertyNames())
                .containsExactlyElementsOf(List.of(csv.getFirst().split(",", -1)));
        assertThat(csv).hasSize(rows.size() + 1);
    }

    @Test
    void feedTheKillsOfAMatch() {
        List<String> lines =
                ask("killfeed " + matches.get(0).substring(0, 10)).out().lines().toList();

        assertThat(lines.subList(2, lines.size()).stream().map(String::stripTrailing))
                .map(line -> line.replaceAll(" {2,}", "  "))
                .containsExactly(
                        "Time  Who  What  Whom  Medals",
                        lines.get(3).replaceAll(" {2,}", "  ").stripTrailing(),
                        "0:30  Larkspur  killed  Moorhen  No Scope",
                        "1:01  Moorhen  objective",
                        "1:02  Moorhen  killed  Larkspur",
                        "1:30  Larkspur  killed  a bot",
                        "1:35  died  Larkspur");
    }

    @Test
    void giveProgramsEveryMedalOfTheFeed() {
        JsonNode feed = JSON.readTree(
                ask("killfeed " + matches.get(0), "--format", "json").out());

        assertThat(feed.get("match_id").asString()).isEqualTo(matches.get(0));
        assertThat(feed.get("xuid").asString()).isEqualTo(Long.toString(ME));
        assertThat(feed.get("feed").get(0).get("medals").get(0).get("name").asString())
                .isEqualTo("No Scope");
        assertThat(feed.get("feed").get(0).get("victim_gamertag").asString()).isEqualTo("Moorhen");
        assertThat(ask("killfeed " + matches.get(0), "--format", "csv")
                        .out()
                        .lines()
                        .skip(1)
                        .findFirst())
                .hasValue("0,30000,kill," + ME + ",Larkspur,0," + FOE + ",Moorhen,1,No Scope");
    }

    @Test
    void countDuelsOfTheMatchesThatAreLeft() {
        JsonNode duels = JSON.readTree(ask("duels", "--format", "json").out());

        assertThat(duels).hasSize(1);
        assertThat(duels.get(0).get("kills").asLong()).isEqualTo(1);
        assertThat(duels.get(0).get("deaths").asLong()).isEqualTo(2);
        assertThat(duels.get(0).get("difference").asLong()).isEqualTo(-1);
    }

    @Test
    void sayThatThereIsNoFilm() {
        String other = matches.get(5);
        String opponent = "No film of the match " + other
                + " is known; bring it in with: spartanlake ingest film FILE --match " + other + " --warehouse "
                + warehouse + "\n";

        assertThat(ask("killfeed " + other)).isEqualTo(new Run(0, "", opponent));
        assertThat(ask("timeline --match " + other)).isEqualTo(new Run(0, "", opponent));
        assertThat(ask("duels --to 2001").err()).startsWith("Nothing fits.");
        JsonNode line = JSON.readTree(ask("match " + other, "--format", "json").out());
        assertThat(ask("openings --session " + line.get("session_id").asString())
                        .code())
                .isZero();
        assertThat(JSON.readTree(ask("killfeed " + other, "--format", "json").out())
                        .get("feed"))
                .isEmpty();
    }

    @Test
    void nameAMatchAsMatchDoes() {
        assertThat(ask("killfeed ffffffffff").err())
                .isEqualTo("spartanlake: ID: no match of Larkspur begins with 'ffffffffff'; find it with: spartanlake"
                        + " matches --warehouse " + warehouse + "; see: spartanlake killfeed --help\n");
        assertThat(ask("timeline --match ffffffffff").err())
                .startsWith("spartanlake: --match: no match of Larkspur begins with 'ffffffffff'");
    }
}
