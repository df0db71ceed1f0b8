package dev.spartanlake.cli.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.spartanlake.WarehouseConfig;
import dev.spartanlake.career.CareerRules;
import dev.spartanlake.career.ScoreWeights;
import dev.spartanlake.halo.wire.Origins;
import dev.spartanlake.halo.wire.Pace;
import dev.spartanlake.query.Limits;
import dev.spartanlake.reference.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationTest {

    private static final ZoneId ZONE = ZoneId.of("America/Halifax");

    @TempDir
    private Path directory;

    @Test
    void theDefaultsAreThoseOfTheLibrary() {
        Configuration configuration = read(Map.of());

        WarehouseConfig library = WarehouseConfig.standard();
        Limits limits = Limits.standard();
        assertThat(configuration.careerRules()).isEqualTo(library.careerRules());
        assertThat(configuration.value(Setting.ENGINE_MEMORY)).isEqualTo(library.engineMemoryBytes());
        assertThat(configuration.value(Setting.COMMIT_SIZE)).isEqualTo(library.commitBytes());
        assertThat(configuration.value(Setting.LOCK_WAIT)).isEqualTo(library.lockPatience());
        assertThat(configuration.value(Setting.MAX_ROWS).longValue()).isEqualTo(limits.rows());
        assertThat(configuration.value(Setting.TIMEOUT)).isEqualTo(limits.time());
        assertThat(configuration.value(Setting.QUERY_MEMORY)).isEqualTo(limits.memoryBytes());
        assertThat(configuration.value(Setting.INGEST_THREADS)).isEqualTo(4);
        assertThat(configuration.value(Setting.LANGUAGE)).isEqualTo(Language.EN);
        assertThat(configuration.value(Setting.TIME_ZONE)).isEqualTo(ZONE);
        assertThat(configuration.value(Setting.HALO_BASE_URL))
                .isEqualTo(Origins.standard().template());
        assertThat(configuration.value(Setting.HALO_CLIENT_ID)).isEmpty();
        assertThat(configuration.value(Setting.HALO_REQUESTS_PER_SECOND)).isEqualTo(Pace.STANDARD.requestsPerSecond());
        assertThat(Setting.ALL)
                .allSatisfy(setting -> assertThat(configuration.source(setting)).isEqualTo("default"));
    }

    @Test
    void readsEveryKeyFromTheFileThatTheUserNames() throws IOException {
        Path named = directory.resolve("named.toml");
        Files.writeString(named, """
                halo.base-url = "https://localhost:8443/{origin}"
                halo.client-id = "0b91d9c9-1"
                halo.requests-per-second = 3

                [session]
                gap = "45m"

                [score.weights]
                kills-per-minute = 1
                deaths-per-minute = 2
                assists-per-minute = 3
                kda = 4
                accuracy = 0

                [engine]
                memory = "512MiB"

                [ingest]
                threads = 3
                commit-size = "1GiB"

                [lock]
                wait = "1m"

                [display]
                language = "fr"
                time-zone = "Europe/Paris"

                [query]
                max-rows = 1_000
                timeout = "PT1M30S"
                memory = "4 gib"
                """);

        Configuration configuration = read(Map.of("SPARTANLAKE_CONFIG", named.toString()));

        assertThat(configuration.careerRules())
                .isEqualTo(new CareerRules(Duration.ofMinutes(45), new ScoreWeights(1, 2, 3, 4, 0)));
        assertThat(configuration.value(Setting.ENGINE_MEMORY)).isEqualTo(536_870_912);
        assertThat(configuration.value(Setting.INGEST_THREADS)).isEqualTo(3);
        assertThat(configuration.value(Setting.COMMIT_SIZE)).isEqualTo(1_073_741_824);
        assertThat(configuration.value(Setting.LOCK_WAIT)).isEqualTo(Duration.ofSeconds(60));
        assertThat(configuration.value(Setting.LANGUAGE)).isEqualTo(Language.FR);
        assertThat(configuration.value(Setting.TIME_ZONE)).isEqualTo(ZoneId.of("Europe/Paris"));
        assertThat(configuration.value(Setting.MAX_ROWS)).isEqualTo(1000);
        assertThat(configuration.value(Setting.TIMEOUT)).isEqualTo(Duration.ofSeconds(90));
        assertThat(configuration.value(Setting.QUERY_MEMORY)).isEqualTo(4_294_967_296L);
        assertThat(configuration.value(Setting.HALO_BASE_URL)).isEqualTo("https://localhost:8443/{origin}");
        assertThat(configuration.value(Setting.HALO_CLIENT_ID)).isEqualTo("0b91d9c9-1");
        assertThat(configuration.value(Setting.HALO_REQUESTS_PER_SECOND)).isEqualTo(3);
        assertThat(Setting.ALL)
                .allSatisfy(setting -> assertThat(configuration.source(setting)).startsWith(named + ":"));
        assertThat(configuration.source(Setting.SESSION_GAP)).isEqualTo(named + ":6");
    }

    @Test
    void aWarehouseDoesNotSayWhereTokensGo() throws IOException {
        write("""
                query.max-rows = 0
                [halo]
                requests-per-second = 3
                base-url = "https://elsewhere.example/{origin}"
                client-id = 5
                """);
        Path home = directory.resolve("home");
        String own = home.resolve("spartanlake").resolve("spartanlake.toml").toString();

        assertThat(faults(Map.of(
                        "XDG_CONFIG_HOME", home.toString(), "SPARTANLAKE_HALO_BASE_URL", "https://localhost/{origin}")))
                .containsExactly(
                        file()
                                + ":1: query.max-rows: expected a whole number from 1 to 2147483631, found 0; correct the"
                                + " value or take the line out",
                        file()
                                + ":4: halo.base-url: expected nothing in the file of a warehouse about where sign-ins and"
                                + " tokens go, found a value; take the line out and set SPARTANLAKE_HALO_BASE_URL, or move"
                                + " the file to " + own,
                        file()
                                + ":5: halo.client-id: expected nothing in the file of a warehouse about where sign-ins and"
                                + " tokens go, found a value; take the line out and set SPARTANLAKE_HALO_CLIENT_ID, or move"
                                + " the file to " + own);
    }

    @Test
    void theUserSaysWhereTokensGo() throws IOException {
        String toml = "halo.base-url = \"https://localhost/{origin}\"\nhalo.client-id = \"app-1\"\n";
        Path home = directory.resolve("home");
        Path own = home.resolve("spartanlake").resolve("spartanlake.toml");
        Files.createDirectories(own.getParent());
        Files.writeString(own, toml);

        Configuration ofTheUser = read(Map.of("XDG_CONFIG_HOME", home.toString()));
        write(toml);
        Configuration named = read(Map.of("SPARTANLAKE_CONFIG", file().toString()));

        assertThat(ofTheUser.source(Setting.HALO_BASE_URL)).isEqualTo(own + ":1");
        assertThat(ofTheUser.value(Setting.HALO_CLIENT_ID)).isEqualTo("app-1");
        assertThat(named.value(Setting.HALO_BASE_URL)).isEqualTo("https://localhost/{origin}");
    }

    /// Who keeps settings and warehouse in one directory cannot tell what came with the warehouse.
    @Test
    void aFileThatIsBothOfTheUserAndOfTheWarehouseIsOfTheWarehouse() throws IOException {
        Path both = directory.resolve("spartanlake");
        Files.createDirectory(both);
        Files.writeString(both.resolve("spartanlake.toml"), "halo.client-id = \"app-1\"\n");
        Machine machine = new Machine(
                Map.of("XDG_CONFIG_HOME", directory.toString()), "Linux", directory, Locale.ENGLISH, ZONE, 4);

        assertThatThrownBy(() -> Configuration.of(machine, both))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageEndingWith("; take the line out and set SPARTANLAKE_HALO_CLIENT_ID");
    }

    @Test
    void everyKeyHasAVariableThatWinsOverTheFile() throws IOException {
        write("query.max-rows = 7\nquery.timeout = \"7s\"\n");

        Configuration configuration = read(Map.of(
                "SPARTANLAKE_QUERY_MAX_ROWS", " 9 ",
                "SPARTANLAKE_SCORE_WEIGHTS_KILLS_PER_MINUTE", "8",
                "SPARTANLAKE_QUERY_TIMEOUT", ""));

        assertThat(configuration.value(Setting.MAX_ROWS)).isEqualTo(9);
        assertThat(configuration.source(Setting.MAX_ROWS)).isEqualTo("SPARTANLAKE_QUERY_MAX_ROWS");
        assertThat(configuration.value(Setting.KILLS_WEIGHT)).isEqualTo(8);
        assertThat(configuration.value(Setting.TIMEOUT)).isEqualTo(Duration.ofSeconds(7));
        assertThat(configuration.source(Setting.TIMEOUT)).isEqualTo(file() + ":2");
    }

    @Test
    void tellsEverythingThatIsWrongAtOnceInTheOrderOfTheFile() throws IOException {
        write("""
                [session]
                gap = 2
                [query]
                max-row = 5
                max-rows = "5"
                timeout = "soon"
                memory = "1MiB"
                [ingest]
                threads = = 4
                commit-size = [1, 2]
                [dispaly]
                language = "en"
                [display]
                language = "de"
                time-zone = "Europe/Pariss"
                """);

        assertThat(faults(Map.of("SPARTANLAKE_LOCK_WAIT", "long")))
                .containsExactly(
                        "environment variable SPARTANLAKE_LOCK_WAIT: expected a duration from 0s to a year, such as 30s, 5m"
                                + " or 2h, found long; correct it or unset it",
                        file() + ":2: session.gap: expected a duration of whole seconds from 1s to a year, such as"
                                + " \"30s\", \"5m\" or \"2h\", found 2; correct the value or take the line out",
                        file() + ":4: unknown key query.max-row: expected one of query.max-rows, query.timeout,"
                                + " query.memory; correct its name or take the line out",
                        file() + ":5: query.max-rows: expected a whole number from 1 to 2147483631, found \"5\";"
                                + " correct the value or take the line out",
                        file() + ":6: query.timeout: expected a duration from 1ms to a year, such as \"30s\", \"5m\" or"
                                + " \"2h\", found \"soon\"; correct the value or take the line out",
                        file() + ":7: query.memory: expected a size of at least 64MiB, such as \"512MiB\" or \"2GiB\","
                                + " found \"1MiB\"; correct the value or take the line out",
                        file() + ":9: column 11: unexpected '=', expected ', \", ''', \"\"\", a number, a boolean, a"
                                + " date/time, an array, or a table; correct the line",
                        file() + ":10: ingest.commit-size: expected a size of at least 1MiB, such as \"512MiB\" or"
                                + " \"2GiB\", found a list of 2 values; correct the value or take the line out",
                        file() + ":12: unknown key dispaly.language: expected one of the groups session, score, engine,"
                                + " ingest, lock, display, query, halo; correct its name or take the line out",
                        file() + ":14: display.language: expected \"en\" or \"fr\", found \"de\"; correct the value or"
                                + " take the line out",
                        file() + ":15: display.time-zone: expected a time zone such as \"Europe/Paris\", \"UTC\" or"
                                + " \"+02:00\", found \"Europe/Pariss\"; correct the value or take the line out");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            session.gap = "0s" | 1: session.gap: expected a duration of whole seconds from 1s
            session.gap = "1500ms" | 1: session.gap: expected a duration of whole seconds from 1s
            session.gap = 2h | 1: column 16: unexpected 'h'
            session = "2h" | 1: unknown key session: expected one of the groups
            session.gap = {} | 1: session.gap: expected a duration
            session.gap.minutes = 5 | 1: session.gap: expected a duration
            score.weights = [30, 25] | 1: unknown key score.weights: expected one of score.weights.kills-per-minute
            score.weights.kda = -1 | 1: score.weights.kda: expected a whole number from 0 to 1000, found -1
            score.weights.kda = 1.5 | 1: score.weights.kda: expected a whole number from 0 to 1000, found 1.5
            ingest.threads = 0 | 1: ingest.threads: expected a whole number from 1 to 1024, found 0
            ingest.threads = 99999999999 | 1: ingest.threads: expected a whole number from 1 to 1024, found 99999999999
            "session.gap" = "2h" | 1: unknown key
            """)
    void refusesWhatCannotBeMeant(String line, String message) throws IOException {
        write(line + "\n");

        assertThat(faults(Map.of())).singleElement().asString().startsWith(file() + ":" + message);
    }

    @Test
    void refusesWeightsThatAreNoneTogether() throws IOException {
        write("score.weights = { kills-per-minute = 1000, kda = 1 }\n");

        assertThat(faults(Map.of()))
                .containsExactly(
                        file() + ":1: score weights: expected five integers from 0 whose sum is 1 to 1000, found"
                                + " 1000, 25, 15, 1, 10; correct one of them");
    }

    @Test
    void refusesAKeyThatIsThereTwice() throws IOException {
        write("query.max-rows = 7\nquery.max-rows = 8\n");

        assertThat(faults(Map.of()))
                .containsExactly(file() + ":2: column 1: query.max-rows previously defined at line 1, column 1;"
                        + " correct the line");
    }

    @Test
    void takesAFileOfCommentsAndHeadingsForNothing() throws IOException {
        write("\uFEFF# gap = 1\n[session]\n# gap = \"1h\"\n[score.weights]\n");

        assertThat(read(Map.of()).source(Setting.SESSION_GAP)).isEqualTo("default");
    }

    @Test
    void looksForTheFileInThreePlaces() throws IOException {
        Path home = directory.resolve("home");
        Path usual = home.resolve("spartanlake").resolve("spartanlake.toml");
        Path named = directory.resolve("named.toml");
        Map<String, String> variables = new HashMap<>(Map.of("XDG_CONFIG_HOME", home.toString()));

        assertThat(read(variables).isFilePresent()).isFalse();
        assertThat(read(variables).file()).isEqualTo(usual);

        Files.createDirectories(usual.getParent());
        Files.writeString(usual, "query.max-rows = 1\nlock.wait = \"1s\"\n");
        assertThat(read(variables).value(Setting.MAX_ROWS)).isEqualTo(1);
        assertThat(read(variables).isFilePresent()).isTrue();

        write("query.max-rows = 2\n");
        assertThat(read(variables).value(Setting.MAX_ROWS)).isEqualTo(2);
        assertThat(read(variables).value(Setting.LOCK_WAIT)).isZero();

        Files.writeString(named, "query.max-rows = 3\n");
        variables.put("SPARTANLAKE_CONFIG", named.toString());
        assertThat(read(variables).value(Setting.MAX_ROWS)).isEqualTo(3);
    }

    @Test
    void saysWhatIsWrongWithTheFileAsAWhole() throws IOException {
        Path missing = directory.resolve("missing.toml");
        assertThat(faults(Map.of("SPARTANLAKE_CONFIG", missing.toString())))
                .containsExactly("SPARTANLAKE_CONFIG: expected a configuration file, found none at " + missing
                        + "; correct it or unset it");

        Files.write(file(), "display.language = \"fr\" # à".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(faults(Map.of()))
                .containsExactly(
                        file() + ": expected text in UTF-8, found other bytes; correct the file or move it away");

        write("#".repeat((1 << 20) + 1));
        assertThat(faults(Map.of()))
                .containsExactly(file() + ": expected a file of at most 1MiB, found 1048577 bytes; correct the file or"
                        + " move it away");

        Files.delete(file());
        Files.createDirectory(file());
        assertThat(faults(Map.of()))
                .singleElement()
                .asString()
                .startsWith(file() + ": expected a file that can be read, found: ");
    }

    @ParameterizedTest
    @CsvSource({"0s,0s", "500ms,500ms", "90s,90s", "60s,1m", "PT2H,2h", "PT1.5S,1500ms", "24h,24h"})
    void writesDurationsAsTheyAreRead(String text, String written) {
        assertThat(DurationText.of(DurationText.parse(text))).isEqualTo(written);
        assertThat(DurationText.parse(written)).isEqualTo(DurationText.parse(text));
    }

    @ParameterizedTest
    @CsvSource({"1024KiB,1MiB", "1536 mib,1536MiB", "1GiB,1GiB", "4096GiB,4096GiB", "3kib,3KiB"})
    void writesSizesAsTheyAreRead(String text, String written) {
        assertThat(SizeText.of(SizeText.parse(text))).isEqualTo(written);
    }

    private Path file() {
        return directory.resolve("spartanlake.toml");
    }

    private void write(String toml) throws IOException {
        Files.writeString(file(), toml);
    }

    private List<String> faults(Map<String, String> variables) {
        ConfigurationException wrong = catchThrowableOfType(ConfigurationException.class, () -> read(variables));
        assertThat(wrong).hasMessage(String.join("\n", wrong.faults()));
        return wrong.faults();
    }

    private Configuration read(Map<String, String> variables) {
        return Configuration.of(
                new Machine(variables, "Linux", directory.resolve("nobody"), Locale.ENGLISH, ZONE, 4), directory);
    }
}
