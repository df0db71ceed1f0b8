package dev.spartanlake.cli.question;

import dev.spartanlake.cli.render.answer.Answer;
import picocli.CommandLine.Option;

/// A command whose answer is a list that may be long.
abstract class ListCommand extends AnswerCommand {

    /// The option of how long it may be.
    static final String LIMIT = "--limit";

    @Option(names = LIMIT, paramLabel = "N", description = "Show at most so many (default: 20)")
    private int limit = 20;

    @Override
    final Answer answer(Asked asked) {
        return answer(asked, atLeast(1, LIMIT, limit));
    }

    /// The answer.
    ///
    /// @param most how many rows it has at most
    abstract Answer answer(Asked asked, int most);
}
