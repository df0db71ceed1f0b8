package dev.spartanlake.cli.shell;

import dev.spartanlake.cli.shell.Shell.Verdict;
import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The shell of a file or program: no prompt, each statement answered when its end has been read, errors with the line
/// they are about. After a failure the next statement is answered all the same.
public final class PipedShell {

    private final Shell shell;
    private final Statements statements = new Statements();
    private boolean failed;
    private int line;

    /// A shell that has nothing to read yet.
    public PipedShell(Shell shell) {
        this.shell = shell;
    }

    /// Answers all of a text, whose last statement needs no semicolon.
    ///
    /// @return whether nothing failed
    /// @throws WarehouseException when it cannot be read
    public boolean run(InputStream in) {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        try {
            boolean goesOn = true;
            for (String text = lines.readLine(); text != null && goesOn; text = goesOn ? lines.readLine() : null) {
                line++;
                goesOn = take(text);
            }
            if (goesOn) {
                answer(statements.end());
            }
            return !failed;
        } catch (IOException unreadable) {
            throw new WarehouseException(
                    ErrorCode.SOURCE_UNREADABLE,
                    Location.nowhere(),
                    "cannot read the questions from standard input: " + unreadable.getMessage(),
                    unreadable);
        }
    }

    private boolean take(String text) {
        boolean isCommand = !statements.isPending() && text.stripLeading().startsWith(".");
        if (!isCommand) {
            return answer(statements.add(text + "\n"));
        }
        statements.add("\n");
        return goesOn(shell.obey(text, place(line)));
    }

    private boolean answer(List<Statement> complete) {
        for (Statement statement : complete) {
            if (!goesOn(shell.ask(statement.sql(), place(statement.line())))) {
                return false;
            }
        }
        return true;
    }

    private boolean goesOn(Verdict verdict) {
        failed |= verdict == Verdict.FAILED || verdict == Verdict.CANCELLED;
        return verdict == Verdict.DONE || verdict == Verdict.FAILED;
    }

    private String place(int number) {
        return shell.messages().text("shell.line", number);
    }
}
