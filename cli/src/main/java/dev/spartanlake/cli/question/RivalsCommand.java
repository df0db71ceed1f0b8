package dev.spartanlake.cli.question;

import dev.spartanlake.analytics.people.Companions;
import dev.spartanlake.cli.render.answer.Answer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `spartanlake rivals`.
@Command(
        name = "rivals",
        description = "Who is against, and how it goes.",
        footerHeading = "%nExamples:%n",
        footer = {"  spartanlake rivals", "  spartanlake rivals --hardest --min-matches 5"})
public final class RivalsCommand extends AnswerCommand {

    @Option(names = "--hardest", description = "Those first against whom least is won")
    private boolean isHardestFirst;

    @Option(names = "--limit", paramLabel = "N", description = "Show at most so many (default: 20)")
    private int limit = 20;

    @Override
    Answer answer(Asked asked) {
        Companions.Order order = isHardestFirst ? Companions.Order.HARDEST : Companions.Order.AGAINST;
        return asked.lists().rivals(asked.answer(new Companions(order, atLeast(1, "--limit", limit))));
    }
}
