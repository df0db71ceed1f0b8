package dev.spartanlake.cli.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page about the configuration tells of every key with its default, in the order of `spartanlake config`.
class ConfigurationReferenceTest {

    private static final Path PAGE = Path.of("..", "docs", "reference", "configuration.md");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `([a-z-]+\\.[a-z.-]+)` \\| ([^|]+) \\| ([^|]+) \\| [^|\\s][^|]*\\|$");
    private static final Pattern EXAMPLE = Pattern.compile("(?s)```toml\n(.*?)```");

    /// Defaults that depend on the machine.
    private static final Map<String, String> IN_WORDS = Map.of(
            "ingest.threads", "all processors",
            "display.language", "the user's if it is French, else English",
            "display.time-zone", "the operating system's",
            "halo.client-id", "none");

    @TempDir
    private Path directory;

    @Test
    void tellsOfEveryKeyAndItsDefault() throws IOException {
        Configuration defaults = read();
        List<String> expected = Setting.ALL.stream()
                .map(setting ->
                        setting.key() + ": " + IN_WORDS.getOrDefault(setting.key(), "`" + defaults.text(setting) + "`"))
                .toList();
        List<String> documented = new ArrayList<>();
        Matcher row = ROW.matcher(Files.readString(PAGE));
        while (row.find()) {
            documented.add(row.group(1) + ": " + row.group(3));
        }

        assertThat(documented).isEqualTo(expected);
    }

    @Test
    void itsExampleCanBeRead() throws IOException {
        Matcher example = EXAMPLE.matcher(Files.readString(PAGE));
        assertThat(example.find()).isTrue();
        Files.writeString(directory.resolve("spartanlake.toml"), example.group(1));

        Configuration configuration = read();

        assertThat(Setting.ALL.stream()
                        .filter(setting -> !configuration.source(setting).equals("default"))
                        .map(setting -> setting.key() + "=" + configuration.text(setting)))
                .containsExactly(
                        "session.gap=45m",
                        "score.weights.accuracy=20",
                        "display.language=fr",
                        "display.time-zone=Europe/Paris",
                        "query.max-rows=500");
    }

    private Configuration read() {
        Machine machine =
                new Machine(Map.of(), "Linux", directory.resolve("nobody"), Locale.ENGLISH, ZoneOffset.UTC, 4);
        return Configuration.of(machine, directory);
    }
}
