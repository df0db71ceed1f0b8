package dev.spartanlake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.cli.command.Surroundings;
import dev.spartanlake.cli.command.Surroundings.Display;
import dev.spartanlake.testsupport.api.Fault;
import dev.spartanlake.testsupport.api.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SyncCommandTest {

    private static final int MATCHES = 60;

    @TempDir
    private Path directory;

    private HaloUser user;

    @BeforeEach
    void start() {
        user = HaloUser.of(MATCHES, directory);
    }

    @AfterEach
    void stop() {
        user.close();
    }

    @Test
    void bringsInWhatWhoeverSignedInHasPlayedAndTheNextTimeWhatIsNew() {
        Run first = run("sync");

        assertThat(first.code()).as(first.err()).isZero();
        assertThat(first.err())
                .isEqualTo("%s: %d matches to bring in, which takes at least 1 s\n"
                        .formatted(user.gamertag(), user.played()));
        assertThat(first.out())
                .startsWith(user.gamertag() + ": " + user.played() + " new matches, 0 updated, ")
                .containsPattern("(?m)^Names: [0-9]+ players, [0-9]+ maps, modes and playlists$")
                .containsPattern("(?m)^[0-9]+ requests, [0-9.]+ for each new match, in [0-9]+ s$");
        assertThat(count("SELECT count(*) FROM matches")).isEqualTo(user.played());
        assertThat(user.server().requests().repeated("/stats")).isEmpty();

        user.server().forgetRequests();
        JsonNode second = json("sync", "--format", "json");

        assertThat(second.path("players").path(0).path("inserted").asInt(-1)).isZero();
        assertThat(second.path("requests").path("sent").asInt())
                .isEqualTo(user.server().requests().total());
        assertThat(user.server().requests().asked(Kind.STATS)).isZero();
    }

    @Test
    void saysHowToSignInWhereNobodyDid() {
        Run english = Run.with(user.variables(), "", "sync");
        Run french = Run.with(user.variables(), "", "sync", "--lang", "fr");

        assertThat(english)
                .isEqualTo(new Run(
                        1,
                        "",
                        "Nobody is signed in. Sign in with: spartanlake login; or paste tokens with: spartanlake login"
                                + " --paste\n"));
        assertThat(french.err()).startsWith("Personne n'est connecté. ").contains(": spartanlake login\u00A0;");
        assertThat(user.server().requests().total()).isZero();
    }

    @Test
    void takesAGamertagOfTheServicesAndThenOneOfTheWarehouse() {
        String other = user.server().world().career().plan().players().get(1).gamertag();
        long xuid = user.server().world().xuid(other).orElseThrow();

        Run run = run("sync", "--player", other.toUpperCase(Locale.ROOT), "--max-matches", "3", "--no-film");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).startsWith(other + ": 3 new matches, 0 updated, ").contains(", 0 with new highlight");
        assertThat(user.server().requests().asked(Kind.FILM_MANIFEST)).isZero();
        assertThat(count("SELECT count(*) FROM meta.players WHERE tracked AND xuid = '" + xuid + "'"))
                .isEqualTo(1);

        user.server().forgetRequests();
        Run status = Run.with(user.variables(), "", "sync", "--status", "--player", other);
        assertThat(status.code()).as(status.err()).isZero();
        assertThat(user.server().requests().total()).isZero();
    }

    @Test
    void saysThatNobodyHasAGamertag() {
        Run run = run("sync", "--player", "Nobody At All");
        Run here = Run.with(user.variables(), "", "sync", "--status");

        assertThat(run).isEqualTo(new Run(1, "", "Nobody has the gamertag Nobody At All; nothing was changed.\n"));
        assertThat(here.code()).isEqualTo(1);
        assertThat(here.err()).contains("WH-FORMAT-002");
    }

    @Test
    void aHistoryThatIsHiddenStopsNobodyElses() {
        String other = user.server().world().career().plan().players().get(1).gamertag();
        long hidden = user.server().world().xuid(other).orElseThrow();
        user.server().faults().always(Kind.HISTORY, "xuid(" + hidden + ")", new Fault.Status(403));

        Run run = run("sync", "--player", other, "--player", user.xuid(), "--no-skill", "--no-film");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out())
                .contains(other + ": 0 new matches", user.gamertag() + ": " + user.played() + " new matches");
        assertThat(run.err())
                .contains(
                        "do not show this to your account (GET halostats /hi/players/xuid(" + hidden + ")/matches",
                        "A player who hides the match history from others can change that");
        run("sync", "--player", other);
        Run status = Run.with(user.variables(), "", "sync", "--status");
        assertThat(status.err()).startsWith(other + ": the last sync ended early: GET halostats");
    }

    @Test
    void tokensThatAreNotAcceptedAndTooManyRequestsAreToldApart() {
        Run unauthorized = Run.with(user.with("hush-spartan", "hush-clearance"), "", "sync", "--player", user.xuid());
        user.server().faults().next(Kind.MATCH_COUNT, 1, new Fault.TooManyRequests(Optional.of("86400")));
        Run throttled = run("sync", "--player", user.xuid(), "--lang", "fr");

        assertThat(unauthorized.code()).isEqualTo(1);
        assertThat(unauthorized.err())
                .startsWith("The game's services do not accept the sign-in (")
                .endsWith(
                        "Sign in again with: spartanlake login; or paste new tokens with: spartanlake login --paste\n")
                .hasLineCount(1);
        assertThat(throttled.code()).isEqualTo(4);
        assertThat(throttled.err()).startsWith("Les services du jeu veulent moins de requêtes (");
    }

    @Test
    void whatCannotBeHadIsListedAndTheRestIsStored() {
        String match = user.server()
                .world()
                .history(user.server().world().owner().xuid())
                .getFirst()
                .matchId();
        user.server().faults().always(Kind.STATS, match, new Fault.Status(400));

        Run run = run("sync", "--no-skill", "--no-film");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains((user.played() - 1) + " new matches");
        assertThat(run.err().lines())
                .last()
                .asString()
                .startsWith("not obtained: GET halostats /hi/matches/" + match + "/stats: ");
    }

    @Test
    void aDryRunStoresNothing() {
        Run text = run("sync", "--dry-run");
        JsonNode json = json("sync", "--dry-run", "--max-matches", "2", "--format", "json");

        assertThat(text)
                .isEqualTo(new Run(
                        0,
                        "%1$s: %2$d counted, 0 stored, %2$d to bring in, which takes at least 1 s\n"
                                .formatted(user.gamertag(), user.played()),
                        ""));
        assertThat(json.path("players").path(0).path("expected").asInt()).isEqualTo(2);
        assertThat(user.warehouse()).doesNotExist();
        assertThat(user.server().requests().asked(Kind.STATS)).isZero();
    }

    @Test
    void statusTellsHowFarItHasComeWithoutAsking() {
        run("sync", "--max-matches", "10", "--no-skill");
        user.server().forgetRequests();

        JsonNode player =
                json("sync", "--status", "--format", "json").path("players").path(0);
        Run text = Run.with(user.variables(), "", "sync", "--status");

        assertThat(player.path("xuid").asString()).isEqualTo(user.xuid());
        assertThat(player.path("stored").asInt()).isEqualTo(10);
        assertThat(player.path("reported").asInt()).isEqualTo(user.played());
        assertThat(player.path("missing").asInt()).isEqualTo(user.played() - 10);
        assertThat(player.path("without_skill").asInt()).isEqualTo(10);
        assertThat(player.path("interruption").isNull()).isTrue();
        assertThat(text.out())
                .containsPattern(user.gamertag() + " +10 +" + user.played() + " +" + (user.played() - 10) + " +10 ");
        assertThat(user.server().requests().total()).isZero();
    }

    @Test
    void whatHasComeIsStoredWhenItIsToldToStop() {
        AtomicBoolean stop = new AtomicBoolean();
        user.server().before(Kind.STATS, MATCHES / 3, () -> stop.set(true));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Map<String, String> variables = new HashMap<>(user.signedIn());
        variables.put("LANG", "C");

        int code = Main.run(
                new String[] {"sync", "--no-skill", "--no-film"},
                new Surroundings(
                        InputStream.nullInputStream(),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        variables,
                        Display.PIPE,
                        stop::get));

        assertThat(code).isEqualTo(4);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("Stopped. What has come is stored; run the same command again to go on.");
        int asked = user.server().requests().answered(Kind.STATS);
        assertThat(asked).isLessThan(user.played());
        assertThat(count("SELECT count(*) FROM matches")).isEqualTo(asked);

        assertThat(run("sync", "--no-skill", "--no-film").code()).isZero();
        assertThat(count("SELECT count(*) FROM matches")).isEqualTo(user.played());
        assertThat(user.server().requests().repeated("/stats")).isEmpty();
    }

    @Test
    void showsHowFarItIsToAPersonWhoWatches() {
        Run run = Run.onTerminal(user.signedIn(), "sync", "--no-skill", "--no-film");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).containsPattern("\\r[0-9]+ match(es)? +[0-9]+ %").endsWith("\r");
    }

    @Test
    void noTokenIsEverShownOrKeptInTheWarehouseOrTheCache() throws IOException {
        String spartan = user.server().signIn().issueSpartanToken();
        String clearance = user.server().signIn().clearance();
        Map<String, String> variables = user.with(spartan, clearance);
        variables.put("SPARTANLAKE_DEBUG", "1");
        user.server().faults().every(Kind.STATS, 7, new Fault.Status(400));
        user.server().faults().every(Kind.ASSET, 3, new Fault.NotJson());

        List<Run> runs = List.of(
                Run.with(variables, "", "sync"),
                Run.with(variables, "", "sync", "--full", "--format", "json"),
                Run.with(variables, "", "sync", "--status"),
                Run.with(variables, "", "config"),
                Run.with(variables, "", "config", "--format", "json"),
                Run.with(variables, "", "whoami"),
                Run.with(variables, "", "whoami", "--format", "json"));
        user.server().signIn().expireSpartanTokens();
        Run refused = Run.with(variables, "", "sync");

        assertThat(refused.code()).isEqualTo(1);
        assertThat(Stream.concat(runs.stream(), Stream.of(refused)).map(Run::toString))
                .allSatisfy(shown -> assertThat(shown).doesNotContain(spartan, clearance));
        assertThat(files())
                .isNotEmpty()
                .allSatisfy(file -> assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(spartan, clearance));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private Run run(String... arguments) {
        return Run.with(user.signedIn(), "", arguments);
    }

    private JsonNode json(String... arguments) {
        Run run = run(arguments);
        assertThat(run.code()).as(run.err()).isZero();
        return new JsonMapper().readTree(run.out());
    }

    private int count(String sql) {
        return json("sql", "--format", "json", sql).path(0).iterator().next().asInt();
    }
}
