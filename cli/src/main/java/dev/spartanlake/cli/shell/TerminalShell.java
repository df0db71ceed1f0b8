package dev.spartanlake.cli.shell;

import dev.spartanlake.cli.shell.Shell.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReader.Option;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal.Signal;
import org.jline.utils.AttributedStyle;

/// The shell of a person: prompts, history, completion. Ctrl-C cancels the question that is being answered, or clears
/// what was typed; Ctrl-D leaves.
public final class TerminalShell {

    private static final String PROMPT = "spartanlake> ";
    private static final String CONTINUATION = "        ...> ";
    private static final int REMEMBERED = 2_000;

    private final ShellTerminal terminal;
    private final Shell shell;
    private final Cancel cancel;
    private final Optional<Path> history;

    /// A shell at a terminal.
    ///
    /// @param cancel cancels what the shell asks
    /// @param history the file to keep what was asked in, if it is kept
    public TerminalShell(ShellTerminal terminal, Shell shell, Cancel cancel, Optional<Path> history) {
        this.terminal = terminal;
        this.shell = shell;
        this.cancel = cancel;
        this.history = history;
    }

    /// Answers until the user leaves.
    public void run() {
        terminal.terminal().handle(Signal.INT, _ -> cancel.raise());
        LineReader reader = reader();
        shell.output().remark(shell.messages().text("shell.greeting"));
        boolean goesOn = true;
        while (goesOn) {
            goesOn = take(line(reader));
        }
    }

    private LineReader reader() {
        LineReaderBuilder builder = LineReaderBuilder.builder()
                .terminal(terminal.terminal())
                .appName("spartanlake")
                .parser(new ShellParser())
                .completer(new TabCompletion(shell::vocabulary))
                .option(Option.CASE_INSENSITIVE, true)
                .option(Option.AUTO_MENU, false)
                .option(Option.DISABLE_EVENT_EXPANSION, true)
                .option(Option.HISTORY_TIMESTAMPED, false)
                .variable(LineReader.HISTORY_SIZE, REMEMBERED)
                .variable(LineReader.HISTORY_FILE_SIZE, REMEMBERED)
                .variable(
                        LineReader.SECONDARY_PROMPT_PATTERN,
                        terminal.styled(CONTINUATION, AttributedStyle.DEFAULT.faint()));
        history.ifPresent(file -> remember(builder, file));
        LineReader reader = builder.build();
        reader.getWidgets().put(LineReader.CALLBACK_INIT, this::forgetCancel);
        return reader;
    }

    /// Where a line is begun the last question is over, and Ctrl-C is the line editor's until the line
    /// is read. A cancel must be forgotten by then, as completion asks the warehouse as well.
    private boolean forgetCancel() {
        cancel.clear();
        return true;
    }

    private void remember(LineReaderBuilder builder, Path file) {
        try {
            HistoryFile.prepare(file);
            builder.variable(LineReader.HISTORY_FILE, file);
        } catch (IOException failed) {
            shell.output().remark(shell.messages().text("shell.no-history", file, failed.toString()));
        }
    }

    /// The next line, or several of one statement; none where the user cleared what was typed.
    private String line(LineReader reader) {
        try {
            return reader.readLine(terminal.styled(PROMPT, AttributedStyle.BOLD));
        } catch (UserInterruptException cleared) {
            return "";
        } catch (EndOfFileException left) {
            return DotCommand.QUIT.toString();
        }
    }

    private boolean take(String text) {
        if (ShellParser.isCommand(text)) {
            return shell.obey(text, "") != Verdict.LEAVE;
        }
        for (Statement statement : new Statements().add(text)) {
            if (shell.ask(statement.sql(), "") == Verdict.CANCELLED) {
                break;
            }
        }
        return true;
    }
}
