package dev.spartanlake.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class SubcommandsTest {

    static List<String> names() {
        return List.copyOf(Subcommands.names());
    }

    private static Map<String, CommandLine> of(String... arguments) {
        return Spartanlake.parserFor(arguments, new Spartanlake()).getSubcommands();
    }

    @ParameterizedTest
    @MethodSource("names")
    void aCommandAloneIsTheOneAmongAll(String name) {
        Map<String, CommandLine> all = Spartanlake.parser(new Spartanlake()).getSubcommands();

        assertThat(of(name).keySet()).contains(name);
        assertThat(usage(name, of(name))).isEqualTo(usage(name, all));
    }

    private static String usage(String name, Map<String, CommandLine> commands) {
        CommandLine command = Objects.requireNonNull(commands.get(name));
        assertThat(command.getCommandName()).isEqualTo(name);
        return command.getUsageMessage();
    }

    @Test
    void namesNoCommandButTheOneThatIsMeant() {
        assertThat(of("stats", "--last", "30d").keySet()).containsExactly("stats");
        assertThat(of("--warehouse", "career", "--lang", "fr", "status").keySet())
                .containsExactly("status");
        assertThat(of("--version")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--help",
                "help stats",
                "completion bash",
                "--warehouse",
                "--warehouse=x stats",
                "--warehouse stats maps",
                "stat"
            })
    void knowsAllCommandsWhereMoreMayBeMeant(String arguments) {
        assertThat(of(arguments.split(" ", -1)).keySet()).containsExactlyElementsOf(names());
    }

    @Test
    void theListOfCommandsIsThatOfAllCommands() {
        for (String help : List.of("-h", "--help")) {
            String listed = Spartanlake.parserFor(new String[] {help}, new Spartanlake())
                    .getUsageMessage();

            assertThat(listed).isEqualTo(Spartanlake.parser(new Spartanlake()).getUsageMessage());
        }
    }
}
