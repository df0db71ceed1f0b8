package dev.spartanlake.cli.shell;

import dev.spartanlake.cli.render.Printable;
import dev.spartanlake.cli.render.Screen;
import java.io.PrintStream;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// Where a shell writes to.
///
/// @param answers takes the data
/// @param remarks takes the talk
/// @param screen what tables have to fit at the moment
/// @param alarm makes a line stand out as an error
public record ShellOutput(
        PrintStream answers, PrintStream remarks, Supplier<Screen> screen, UnaryOperator<String> alarm) {

    /// Data, as they are.
    void answer(String text) {
        answers.print(text);
        answers.flush();
    }

    /// A line of talk.
    void remark(String line) {
        remarks.println(Printable.of(line));
    }

    /// An error, on one line.
    void error(String message) {
        remarks.println(alarm.apply(Printable.line(message)));
    }
}
