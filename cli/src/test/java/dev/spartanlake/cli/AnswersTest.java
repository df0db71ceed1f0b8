package dev.spartanlake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.generator.Career;
import dev.spartanlake.generator.CareerPlan;
import dev.spartanlake.generator.GeneratedDocument;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The commands that answer ready-made questions, on a generated career.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnswersTest {

    private static final int MATCHES = 400;
    private static final JsonMapper JSON = JsonMapper.shared();

    @TempDir
    private static Path directory;

    private final CareerPlan plan = CareerPlan.mixed(11, MATCHES);
    private final String player = Long.toString(plan.players().getFirst().xuid());
    private Path warehouse = Path.of("");

    @BeforeAll
    void ingest() throws IOException {
        Path documents = directory.resolve("matches.ndjson");
        try (OutputStream out = Files.newOutputStream(documents)) {
            for (GeneratedDocument document : Career.of(plan)) {
                document.writeTo(out);
                out.write('\n');
            }
        }
        warehouse = directory.resolve("warehouse");
        assertThat(Run.in(warehouse, "ingest", documents.toString(), "--player", player)
                        .code())
                .isZero();
        assertThat(Run.in(warehouse, "player", "set", player, "--gamertag", "Larkspur")
                        .code())
                .isZero();
    }

    static Stream<String> commands() {
        return Stream.of(
                "stats",
                "matches",
                "match last",
                "maps",
                "playlists",
                "modes",
                "modes --categories",
                "hours",
                "hours --by weekday",
                "hours --by season",
                "trends",
                "compare --from 2023 --before 2022",
                "streaks",
                "records",
                "sessions",
                "sessions --by-position",
                "medals",
                "medals --by-difficulty",
                "teammates",
                "rivals",
                "distribution kda");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void fitEightyColumnsInBothLanguages(String command) {
        for (String language : List.of("en", "fr")) {
            Run run = onTerminal(command, "--lang", language);

            assertThat(run.code()).isZero();
            assertThat(run.err()).isEmpty();
            assertThat(run.out().lines().map(AnswersTest::withoutTones))
                    .as("%s in %s", command, language)
                    .hasSizeGreaterThan(2)
                    .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80))
                    .allSatisfy(line -> assertThat(line).doesNotContain("NaN", "null", "{0}", "Infinity"));
        }
    }

    /// Persian writes numbers with other digits.
    @ParameterizedTest
    @MethodSource("commands")
    void areTheSameInEveryLocale(String command) {
        String expected = ask(command, "--format", "json").out();
        Locale usual = Locale.getDefault();
        try {
            Locale.setDefault(Locale.of("fa", "IR"));
            assertThat(String.format("%d", 1)).as("digits of the locale").isEqualTo("۱");

            Run run = ask(command, "--format", "json");

            assertThat(run.code()).as(run.err()).isZero();
            assertThat(run.out()).isEqualTo(expected);
        } finally {
            Locale.setDefault(usual);
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void giveProgramsJsonWithTheColumnsOfTheirCsv(String command) {
        JsonNode json = JSON.readTree(ask(command, "--format", "json").out());
        Run csv = ask(command, "--format", "csv");
        Run markdown = ask(command, "--format", "markdown");

        assertThat(json.isEmpty()).isFalse();
        List<String> header =
                List.of(csv.out().lines().findFirst().orElseThrow().split(",", -1));
        assertThat(header).isNotEmpty().doesNotHaveDuplicates();
        if (json.isArray()) {
            assertThat(json.get(0).propertyNames()).containsExactlyElementsOf(header);
            assertThat(csv.out().lines()).hasSize(json.size() + 1);
            assertThat(markdown.out().lines()).hasSize(json.size() + 2);
            assertThat(markdown.out().lines().findFirst().orElseThrow().split(" \\| ", -1))
                    .as("columns of people")
                    .hasSizeBetween(4, 12);
        }
    }

    @Test
    void countWhatSqlCounts() {
        JsonNode stats =
                JSON.readTree(ask("stats --opposition any", "--format", "json").out());
        JsonNode byHand = JSON.readTree(Run.in(
                                warehouse,
                                "sql",
                                "--format",
                                "json",
                                "SELECT count(*) AS matches, sum(kills)::BIGINT AS kills,"
                                        + " 100.0 * sum(shots_hit) / sum(shots_fired) AS accuracy FROM match_facts")
                        .out())
                .get(0);

        assertThat(stats.get("matches").asLong())
                .isEqualTo(byHand.get("matches").asLong())
                .isPositive();
        assertThat(stats.get("kills").asLong()).isEqualTo(byHand.get("kills").asLong());
        assertThat(stats.get("accuracy").asDouble())
                .isEqualTo(byHand.get("accuracy").asDouble());
    }

    @Test
    void findAMatchByTheBeginningOfItsId() {
        String last = JSON.readTree(ask("match last", "--format", "json").out())
                .get("match_id")
                .asString();

        Run found = ask("match " + last.substring(0, 8));

        assertThat(found.out()).contains(last);
        assertThat(ask("match ffffffffff").err())
                .isEqualTo("spartanlake: ID: no match of Larkspur begins with 'ffffffffff'; find it with: spartanlake"
                        + " matches --warehouse " + warehouse + "; see: spartanlake match --help\n");
    }

    @Test
    void showRecordsOfCountsWithoutDecimals() {
        List<String> lines = ask("records").out().lines().toList();

        assertThat(lines).anySatisfy(line -> assertThat(line).matches("Kills +[0-9]+  .*"));
        assertThat(lines).anySatisfy(line -> assertThat(line).matches("Assists +[0-9]+  .*"));
        assertThat(lines).anySatisfy(line -> assertThat(line).matches("Spree +[0-9]+  .*"));
        assertThat(lines).anySatisfy(line -> assertThat(line).matches("Accuracy, % +[0-9]+\\.[0-9]  .*"));
        assertThat(lines).anySatisfy(line -> assertThat(line).matches("Kills a minute +[0-9]+\\.[0-9]{2}  .*"));
    }

    @Test
    void haveOneKdaForAMatch() {
        JsonNode match = JSON.readTree(ask("match last", "--format", "json").out());

        JsonNode own = match.get("roster")
                .valueStream()
                .filter(person -> person.get("xuid").asString().equals(player))
                .findFirst()
                .orElseThrow();
        double kda = (3 * own.get("kills").asLong()
                        + own.get("assists").asLong()
                        - 3 * own.get("deaths").asLong())
                / 3.0;
        assertThat(own.get("kda").asDouble()).isEqualTo(kda);
        assertThat(match.get("kda").asDouble()).isEqualTo(kda);
    }

    @Test
    void listTheAwardsOfAMatchWithTheSumOfItsPersonalScore() {
        JsonNode match = JSON.readTree(ask("match last", "--format", "json").out());

        long sum = match.get("awards")
                .valueStream()
                .mapToLong(award -> award.get("score").asLong())
                .sum();
        assertThat(sum).isEqualTo(match.get("personal_score").asLong());
        assertThat(match.get("awards")).isNotEmpty();
    }

    @Test
    void sayWhatThereIsWhereNothingFits() {
        Run nothing = ask("maps --map Nowhere");

        assertThat(nothing.code()).isZero();
        assertThat(nothing.out()).isEmpty();
        assertThat(nothing.err()).startsWith("Nothing fits. There are ").contains(" of Larkspur, from ", " Maps: ");
        assertThat(ask("maps --map Nowhere", "--format", "json").out()).isEqualTo("[]\n");
        assertThat(ask("trends --window 5000").err())
                .startsWith("A trend over 5000 matches needs as many; found ")
                .endsWith("Choose fewer with --window.\n");
        assertThat(ask("csr").err())
                .isEqualTo("The competitive rank is not known for any of these matches; it comes with skill data.\n");
        assertThat(ask("matchmaking").err())
                .isEqualTo("The teams' ratings are not known for any of these matches; they come with skill data.\n");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void needNoMatches(String command) {
        Path empty = directory.resolve("empty");
        Run.in(empty, "player", "set", player, "--gamertag", "Larkspur", "--track");

        Run run = Run.in(empty, command.split(" "));

        if (command.equals("match last")) {
            assertThat(run.err()).contains("there is no match of Larkspur");
        } else {
            assertThat(run.code()).isZero();
            assertThat(run.out()).isEmpty();
            assertThat(run.err())
                    .isEqualTo("There are no matches of Larkspur yet; bring them in with: spartanlake sync --warehouse "
                            + empty + "; or from files, with: spartanlake ingest PATH --warehouse " + empty + "\n");
        }
    }

    @Test
    void sayWhichTimesTheyCompare() {
        Run times = ask("compare --from 2023 --to 2023-03 --before 2022-12", "--tz", "UTC");
        JsonNode json = JSON.readTree(
                ask("compare --before 2022-12 --tz UTC", "--format", "json").out());

        assertThat(times.out())
                .containsPattern("Before: 2022-12, 2022-12-01 … 2022-12-31, [0-9]+ match(es)?\n")
                .containsPattern("After:  the chosen matches, 2023-01-01 … 2023-03-31, [0-9]+ matches\n");
        assertThat(json.at("/before/from").asString()).isEqualTo("2022-12-01T00:00:00Z");
        assertThat(json.at("/before/until").asString()).isEqualTo("2023-01-01T00:00:00Z");
        assertThat(json.at("/after/from").asString()).isEqualTo("2023-01-01T00:00:00Z");
        assertThat(json.at("/after/until").isNull()).isTrue();
        assertThat(json.at("/before/matches").asLong()
                        + json.at("/after/matches").asLong())
                .isEqualTo(JSON.readTree(ask("stats --tz UTC --from 2022-12", "--format", "json")
                                .out())
                        .get("matches")
                        .asLong());
        assertThat(json.get("differences")).hasSize(22);
    }

    @Test
    void sayWhichTimesTheyCompareWhereThereIsNothing() {
        assertThat(ask("compare").err())
                .matches("(?s)Before: the 30 days before, [0-9-]{10} … [0-9-]{10}, 0 matches\n"
                        + "After:  the last 30 days, [0-9-]{10} … [0-9-]{10}, 0 matches\nNothing fits\\. .*");
    }

    @Test
    void callSessionsByTheirDates() {
        JsonNode sessions = JSON.readTree(
                ask("sessions --limit 2 --tz UTC", "--format", "json").out());
        String later = sessions.get(0).get("session_id").asString();
        String earlier = sessions.get(1).get("session_id").asString();

        Run comparison = ask("compare --tz UTC " + earlier + " " + later);

        assertThat(comparison.out())
                .contains(
                        "Before: the session of " + minute(sessions.get(1)) + ", ",
                        "After:  the session of " + minute(sessions.get(0)) + ", ");
        assertThat(ask("compare " + earlier + " " + later + " --session " + later)
                        .err())
                .isEqualTo("spartanlake: --session: the sessions are named twice; leave --session out;"
                        + " see: spartanlake compare --help\n");
    }

    private static String minute(JsonNode session) {
        return session.get("start_time").asString().substring(0, 16).replace('T', ' ');
    }

    @Test
    void refuseTimesThatOverlap() {
        assertThat(ask("compare --before 2022 --from 2022-06").err())
                .isEqualTo("spartanlake: --before: 2022 overlaps the matches it is compared with; choose others with"
                        + " --from and --to; see: spartanlake compare --help\n");
    }

    @Test
    void knowPlayersByNameAndNumber() {
        assertThat(ask("stats --player larkspur").out())
                .isEqualTo(ask("stats --player " + player).out())
                .startsWith("Larkspur");
        assertThat(ask("stats --player Nobody").err())
                .isEqualTo("spartanlake: --player: nobody is named 'Nobody'; tracked are: Larkspur;"
                        + " see: spartanlake stats --help\n");
    }

    @Test
    void suggestThePlayerWhoseNameIsAlmostTheSame() {
        assertThat(ask("stats --player larkspr").err())
                .isEqualTo(
                        "spartanlake: --player: nobody is named 'larkspr'; did you mean Larkspur?; tracked are: Larkspur;"
                                + " see: spartanlake stats --help\n");
        assertThat(ask("stats --player larkspr --lang fr").err())
                .isEqualTo(
                        "spartanlake: --player: personne ne s'appelle 'larkspr'\u00A0; vouliez-vous dire Larkspur\u00A0?"
                                + "\u00A0; joueurs suivis\u00A0: Larkspur\u00A0; voir\u00A0: spartanlake stats --help\n");
    }

    @Test
    void refuseANameThatSeveralHave() {
        Run.in(warehouse, "player", "set", "2533270000000991", "--gamertag", "Twin");
        Run.in(warehouse, "player", "set", "2533270000000992", "--gamertag", "TWIN");
        Run.in(warehouse, "friend", "add", player, "2533270000000993", "--nickname", "Buddy");
        Run.in(warehouse, "friend", "add", player, "2533270000000994", "--nickname", "buddy");

        assertThat(ask("stats --with twin").err())
                .startsWith("spartanlake: --with: several players are named 'twin'; give the XUID:"
                        + " 2533270000000991, 2533270000000992; see: ");
        assertThat(ask("stats --player Twin").code()).isEqualTo(2);
        assertThat(ask("stats --against BUDDY").err()).contains("2533270000000993, 2533270000000994");
        assertThat(ask("stats --with 2533270000000991").code()).isZero();
    }

    @Test
    void refuseOptionsThatMeanNothingThere() {
        String id = JSON.readTree(ask("matches --limit 1 --format json").out())
                .get(0)
                .get("match_id")
                .asString();

        assertThat(ask("match " + id + " --map Nowhere").err()).contains("ID: expected no filter but --player");
        assertThat(ask("streaks --outcome win").err()).contains("--outcome: expected none");
        assertThat(ask("medals --by-difficulty --order rarest"))
                .isEqualTo(misuse("medals", "--order: expected it without --by-difficulty"));
        assertThat(ask("medals --by-difficulty --limit 20"))
                .isEqualTo(misuse("medals", "--limit: expected it without --by-difficulty"));
        assertThat(ask("medals --min-matches 1 --by-difficulty"))
                .isEqualTo(misuse("medals", "--min-matches: expected it without --by-difficulty"));
        assertThat(ask("sessions --by-position --order latest"))
                .isEqualTo(misuse("sessions", "--order: expected it without --by-position"));
        assertThat(ask("trends --window 2147483448").err())
                .contains("--window: expected 1 to 1000000, found 2147483448");
        assertThat(ask("trends --points 2147483629").code()).isEqualTo(2);
        assertThat(ask("compare a b c").err()).contains("expected two different sessions, found a b c");
        assertThat(ask("compare a a").code()).isEqualTo(2);
    }

    private static Run misuse(String command, String message) {
        return new Run(2, "", "spartanlake: " + message + "; see: spartanlake " + command + " --help\n");
    }

    @Test
    void leaveOutSmallGroups() {
        List<JsonNode> maps = elements("maps");
        long most = maps.getFirst().get("matches").asLong();

        assertThat(elements("maps --min-matches " + most))
                .isEqualTo(maps.stream()
                        .filter(map -> map.get("matches").asLong() >= most)
                        .toList())
                .hasSizeLessThan(maps.size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "maps",
                "playlists",
                "modes",
                "hours",
                "sessions",
                "sessions --by-position",
                "medals",
                "teammates",
                "rivals",
                "matchmaking"
            })
    void leaveOutGroupsThatAreAllTooSmall(String command) {
        assertThat(elements(command + " --min-matches 1000000")).isEmpty();
    }

    private List<JsonNode> elements(String command) {
        return JSON.readTree(ask(command, "--format", "json").out())
                .valueStream()
                .toList();
    }

    @Test
    void sayWhatIsNotKnownOrKept() {
        assertThat(ask("distribution csr_change").err()).contains("not known for any of these");
        assertThat(ask("stats --player 2533270000000000").err())
                .isEqualTo("2533270000000000 is not tracked, so no career is kept; keep it with: spartanlake player set"
                        + " 2533270000000000 --track --warehouse " + warehouse + "\n");
        assertThat(ask("compare").err()).contains("Compare other times with --from, --to and --before");
    }

    @Test
    void showATrendOfOnePoint() {
        Run trend = onTerminal("trends --points 1 --window 1");

        assertThat(trend.out())
                .startsWith("Each point covers 1 match; ")
                .contains("Changes and verdicts are those of the latest ")
                .contains("KDA");
    }

    @Test
    void suggestAFriendByNickname() {
        Run.in(warehouse, "friend", "add", player, "2533270000000999", "--nickname", "Meri");

        assertThat(ask("stats --with Mery").err()).contains("nobody is named 'Mery'; did you mean Meri?;");
    }

    @Test
    void nameTheMeasuresThereAre() {
        Run unknown = ask("distribution acuracy");
        Run french = ask("distribution kd-ration --lang fr");

        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err())
                .startsWith("spartanlake: MEASURE: nothing is measured that is named 'acuracy'; did you mean accuracy?;"
                        + " there are win_rate, kda, kd_ratio, ")
                .endsWith(", csr_change; see: spartanlake distribution --help\n");
        assertThat(french.err())
                .startsWith(
                        "spartanlake: MEASURE: aucune mesure ne s'appelle 'kd-ration'\u00A0; vouliez-vous dire kd_ratio\u00A0?");
        assertThat(ask("distribution KD-ratio").out()).startsWith("K/D\n");
    }

    @Test
    void suggestNamesThatAreAlmostTheSame() {
        String map = JSON.readTree(ask("maps", "--format", "json").out())
                .get(0)
                .get("label")
                .asString();
        String almost = map.substring(0, map.length() - 1);

        assertThat(ask("maps --map " + almost).err())
                .contains(" None of the maps is called " + almost + ". Did you mean " + map + "? Maps: ");
        assertThat(ask("maps --lang fr --map " + almost).err())
                .contains(" Aucune carte ne s'appelle " + almost + ". Vouliez-vous dire " + map
                        + "\u00A0? Cartes\u00A0: ");
        assertThat(ask("stats --playlist rankedarena --map " + almost).err())
                .contains("called " + almost + ". Did you mean ", "called rankedarena. Did you mean Ranked Arena?");
    }

    @Test
    void pointToTheIdsOfSessions() {
        assertThat(ask("stats --session evening").err())
                .endsWith("None of the sessions has the id evening; find ids with: spartanlake sessions --format json"
                        + " --warehouse " + warehouse + "\n");
    }

    @Test
    void suggestNothingWhereTheNameIsKnown() {
        String all = JSON.readTree(ask("maps", "--format", "json").out())
                .get(0)
                .get("label")
                .asString();

        Run nothing = Run.in(warehouse, "maps", "--map", all, "--from", "1999", "--to", "1999");

        assertThat(nothing.err()).startsWith("Nothing fits. ").doesNotContain("called", "Maps: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stats --from yesterday",
                "stats --last 3",
                "stats --last 3d --from 2024",
                "stats --from 2024 --to 2023",
                "stats --tz Nowhere",
                "maps --min-matches 0",
                "stats --min-matches 2",
                "stats --outcome great",
                "matches --limit 0",
                "trends --window 0",
                "distribution nonsense",
                "distribution kda --bins 500",
                "compare one",
                "compare --length x",
                "compare one two",
                "compare one two --session three",
                "compare --session three",
                "compare one two --length 3d",
                "compare one two --before 2022",
                "compare --length 3d --before 2022",
                "compare --last 30d",
                "compare --before 2022 --from 2022-06",
                "compare --before 2022 --to 2022-06",
                "hours --by moon",
                "rivals --with Nobody"
            })
    void refuseWhatMakesNoSenseInOneLine(String command) {
        Run run = ask(command);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err()).startsWith("spartanlake: ").contains("--help");
    }

    @Test
    void cutDaysInTheChosenTimeZone() {
        JsonNode utc = JSON.readTree(ask("hours --tz UTC", "--format", "json").out());
        JsonNode shifted =
                JSON.readTree(ask("hours --tz +01:00", "--format", "json").out());

        assertThat(utc.valueStream().map(hour -> (hour.get("label").asInt() + 1) % 24 + ":" + hour.get("matches")))
                .containsExactlyInAnyOrderElementsOf(shifted.valueStream()
                        .map(hour -> hour.get("label").asInt() + ":" + hour.get("matches"))
                        .toList());
    }

    private Run ask(String command, String... more) {
        return Run.in(
                warehouse,
                Stream.concat(Stream.of(command.split(" ", -1)), Stream.of(more))
                        .toArray(String[]::new));
    }

    private Run onTerminal(String command, String... more) {
        return Run.onTerminal(
                Map.of("SPARTANLAKE_HOME", warehouse.toString()),
                Stream.concat(Stream.of(command.split(" ", -1)), Stream.of(more))
                        .toArray(String[]::new));
    }

    private static String withoutTones(String line) {
        return line.replaceAll("\u001B\\[[0-9]*m", "");
    }
}
