package dev.spartanlake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.cli.command.Spartanlake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/// The reference of the command line is that of the commands. `-Dgolden.update=true` writes it anew.
class CliReferenceTest {

    private static final Path REFERENCE = Path.of("..", "docs", "reference", "cli.md");

    private final List<CommandLine> commands = CliReference.all(Spartanlake.parser(new Spartanlake()));

    @Test
    void saysWhatTheCommandsSay() throws IOException {
        String expected = new CliReference().text();

        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(REFERENCE, expected);
        } else {
            assertThat(Files.readString(REFERENCE))
                    .as("docs/reference/cli.md; -Dgolden.update=true writes it anew")
                    .isEqualTo(expected);
        }
    }

    @Test
    void isTheSameWhateverTheMachineSpeaks() {
        Locale before = Locale.getDefault();
        String here = new CliReference().text();
        try {
            Locale.setDefault(Locale.of("tr", "TR"));

            assertThat(new CliReference().text()).isEqualTo(here);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void everyCommandArgumentAndOptionIsDescribed() {
        for (CommandLine command : commands) {
            CommandSpec spec = command.getCommandSpec();
            assertThat(spec.usageMessage().description())
                    .as(spec.qualifiedName())
                    .isNotEmpty();
            assertThat(spec.usageMessage().footer())
                    .as("examples of " + spec.qualifiedName())
                    .isNotEmpty();
            assertThat(spec.args()).allSatisfy(argument -> assertDescribed(spec, argument));
        }
        assertThat(commands).as("commands looked at").hasSizeGreaterThan(20);
    }

    private static void assertDescribed(CommandSpec command, ArgSpec argument) {
        assertThat(String.join(" ", argument.description()))
                .as(command.qualifiedName() + " " + argument.paramLabel())
                .isNotBlank()
                .doesNotEndWith(".");
        if (argument.arity().max() > 0 || argument.isPositional()) {
            assertThat(argument.paramLabel())
                    .as("the word for a value of " + command.qualifiedName() + " " + argument)
                    .doesNotStartWith("<");
        }
    }

    @Test
    void theReferenceNamesEveryExitCode() {
        String text = new CliReference().text();

        assertThat(ExitCode.values())
                .allSatisfy(code -> assertThat(text).containsPattern("Exit codes: .*\\b" + code.number() + " [a-z]"));
    }
}
