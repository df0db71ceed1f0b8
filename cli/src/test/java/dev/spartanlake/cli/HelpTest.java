package dev.spartanlake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.cli.command.Spartanlake;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class HelpTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo",
                "login",
                "whoami",
                "logout",
                "sync",
                "ingest",
                "ingest film",
                "import",
                "import workshop",
                "import levelup",
                "import spnkr",
                "stats",
                "matches",
                "match",
                "killfeed",
                "maps",
                "playlists",
                "modes",
                "hours",
                "trends",
                "compare",
                "streaks",
                "records",
                "sessions",
                "medals",
                "teammates",
                "rivals",
                "duels",
                "openings",
                "timeline",
                "csr",
                "matchmaking",
                "distribution",
                "sql",
                "export",
                "export query",
                "export table",
                "export duckdb",
                "shell",
                "status",
                "player",
                "player set",
                "player untrack",
                "player list",
                "friend",
                "friend add",
                "friend list",
                "friend remove",
                "reference",
                "reference import",
                "rebuild",
                "recompute",
                "config",
                "upgrade",
                "verify",
                "repair",
                "backup",
                "restore",
                "merge",
                "forget",
                "completion",
                "help"
            })
    void everyCommandExplainsItselfWithAnExample(String command) {
        Run asOption = Run.of((command + " --help").split(" "));
        Run asCommand = Run.of(("help " + command).split(" "));

        assertThat(asOption.code()).isZero();
        assertThat(asOption.err()).isEmpty();
        assertThat(asOption.out()).startsWith("Usage: spartanlake " + command);
        assertThat(asOption.out()).containsPattern("Examples:\n  .*spartanlake " + command);
        assertThat(asOption.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        assertThat(asCommand).isEqualTo(asOption);
    }

    /// An example that is broken across lines cannot be copied.
    @Test
    void showsEveryExampleOnALineOfItsOwn() {
        for (CommandLine command : all(Spartanlake.parser(new Spartanlake()))) {
            assertThat(command.getUsageMessage().lines())
                    .as(command.getCommandSpec().qualifiedName())
                    .contains(command.getCommandSpec().usageMessage().footer());
        }
    }

    /// The list of commands shows the first line of each.
    @Test
    void beginsWithAWholeSentence() {
        for (CommandLine command : all(Spartanlake.parser(new Spartanlake()))) {
            assertThat(command.getCommandSpec().usageMessage().description()[0])
                    .as(command.getCommandSpec().qualifiedName())
                    .endsWith(".");
        }
    }

    private static List<CommandLine> all(CommandLine command) {
        List<CommandLine> commands = new ArrayList<>(List.of(command));
        command.getSubcommands().values().forEach(sub -> commands.addAll(all(sub)));
        return commands;
    }

    @Test
    void listsTheCommands() {
        Run help = Run.of("--help");

        assertThat(help.code()).isZero();
        assertThat(help.out())
                .contains(
                        "demo",
                        "ingest",
                        "sql",
                        "shell",
                        "status",
                        "player",
                        "friend",
                        "reference",
                        "completion",
                        "help")
                .contains("Exit codes:");
        assertThat(Run.of("help").out()).isEqualTo(help.out());
    }

    @Test
    void showsTheVersionAnywhere() {
        assertThat(Run.of("--version")).isEqualTo(new Run(0, "spartanlake (development)" + System.lineSeparator(), ""));
        assertThat(Run.of("player", "list", "-V")).isEqualTo(Run.of("--version"));
    }

    @Test
    void printsACompletionScriptThatKnowsTheCommands() {
        Run completion = Run.of("completion");

        assertThat(completion.code()).isZero();
        assertThat(completion.err()).isEmpty();
        assertThat(completion.out()).startsWith("#!/usr/bin/env bash").contains("reference", "--medal-metadata");
    }

    @Test
    void helpLoadsNeitherEngineNorDatabaseNorClient() throws Exception {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.spartanlake.cli.Main",
                        "sql",
                        "--help"))
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();

        String log = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(log).contains("dev.spartanlake.cli.Main", "Usage: spartanlake sql");
        assertThat(log).doesNotContain("org.duckdb.", "org.sqlite.", "dev.spartanlake.halo.", "dev.spartanlake.sync.");
    }
}
