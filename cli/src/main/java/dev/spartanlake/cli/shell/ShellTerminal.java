package dev.spartanlake.cli.shell;

import dev.spartanlake.cli.render.Screen;
import dev.spartanlake.cli.render.Screen.Symbols;
import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.function.UnaryOperator;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/// The terminal that a person sits at. **Lifecycle**: closed, it is as it was before.
public final class ShellTerminal implements AutoCloseable {

    /// Of a terminal that does not know its own.
    private static final Size USUAL_SIZE = Size.of(80, 24);

    private final Terminal terminal;
    private final PrintStream out;
    private final boolean hasColours;

    /// @param hasColours whether the user wants colours, if it can show them
    ShellTerminal(Terminal terminal, boolean hasColours) {
        this.terminal = terminal;
        this.hasColours = hasColours;
        if (terminal.getSize().getColumns() <= 0) {
            terminal.setSize(USUAL_SIZE);
        }
        this.out = new PrintStream(terminal.output(), true, charset());
    }

    /// The terminal of this process.
    ///
    /// @param variables the environment, of which `NO_COLOR` counts
    /// @throws WarehouseException when it cannot be used
    public static ShellTerminal ofThisProcess(UnaryOperator<String> variables) {
        try {
            Terminal terminal = TerminalBuilder.builder()
                    .system(true)
                    .dumb(true)
                    .nativeSignals(true)
                    .build();
            return new ShellTerminal(terminal, variables.apply("NO_COLOR").isEmpty());
        } catch (IOException failed) {
            throw new WarehouseException(
                    ErrorCode.STORAGE,
                    Location.nowhere(),
                    "cannot use the terminal: " + failed.getMessage() + "; ask with: spartanlake sql",
                    failed);
        }
    }

    /// Where the shell writes to.
    public ShellOutput output() {
        return new ShellOutput(out, out, this::screen, line -> styled(line, AttributedStyle.DEFAULT.foreground(1)));
    }

    Terminal terminal() {
        return terminal;
    }

    /// The text in a style, if that can and should be shown.
    String styled(String text, AttributedStyle style) {
        return hasColours ? new AttributedString(text, style).toAnsi(terminal) : text;
    }

    private Screen screen() {
        Symbols symbols = charset().newEncoder().canEncode("─…") ? Symbols.UNICODE : Symbols.ASCII;
        return new Screen(terminal.getSize().getColumns(), symbols);
    }

    private Charset charset() {
        return terminal.outputEncoding();
    }

    @Override
    public void close() {
        try {
            terminal.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
