package dev.spartanlake.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.ExternalTerminal;
import org.jline.utils.AttributedStyle;
import org.junit.jupiter.api.Test;

class ShellTerminalTest {

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();

    @Test
    void oneThatDoesNotKnowItsSizeHasEightyColumns() throws IOException {
        try (ShellTerminal terminal = terminal(Size.of(0, 0), true)) {
            assertThat(terminal.output().screen().get().columns()).isEqualTo(80);
        }
    }

    @Test
    void theScreenIsAsWideAsTheTerminalIsAtTheMoment() throws IOException {
        try (ShellTerminal terminal = terminal(Size.of(100, 30), true)) {
            assertThat(terminal.output().screen().get().columns()).isEqualTo(100);

            terminal.terminal().setSize(Size.of(60, 30));

            assertThat(terminal.output().screen().get().columns()).isEqualTo(60);
        }
    }

    @Test
    void showsColoursToThoseWhoWantThem() throws IOException {
        try (ShellTerminal coloured = terminal(Size.of(80, 24), true);
                ShellTerminal plain = terminal(Size.of(80, 24), false)) {
            assertThat(coloured.styled("text", AttributedStyle.BOLD)).isEqualTo("\033[1mtext\033[0m");
            assertThat(plain.styled("text", AttributedStyle.BOLD)).isEqualTo("text");
        }
    }

    @Test
    void anErrorIsOneLine() throws IOException {
        try (ShellTerminal terminal = terminal(Size.of(80, 24), false)) {
            terminal.output().error("first\n  second\u001b[2J");
        }

        assertThat(screen.toString(StandardCharsets.UTF_8)).isEqualToIgnoringNewLines("first second\\u001B[2J");
    }

    private ShellTerminal terminal(Size size, boolean hasColours) throws IOException {
        Terminal terminal =
                new ExternalTerminal("test", "xterm", InputStream.nullInputStream(), screen, StandardCharsets.UTF_8);
        terminal.setSize(size);
        return new ShellTerminal(terminal, hasColours);
    }
}
