package dev.spartanlake.cli.question;

import dev.spartanlake.analytics.people.Companions;
import dev.spartanlake.cli.render.answer.Answer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `spartanlake teammates`.
@Command(
        name = "teammates",
        description = "Who is in the team, and how it goes with and without them.",
        footerHeading = "%nExamples:%n",
        footer = {"  spartanlake teammates", "  spartanlake teammates --best --min-matches 10"})
public final class TeammatesCommand extends AnswerCommand {

    @Option(names = "--best", description = "The best duo first: those with whom most is won")
    private boolean isBestFirst;

    @Option(names = "--limit", paramLabel = "N", description = "Show at most so many (default: 20)")
    private int limit = 20;

    @Override
    Answer answer(Asked asked) {
        Companions.Order order = isBestFirst ? Companions.Order.BEST_TOGETHER : Companions.Order.TOGETHER;
        return asked.lists().teamMates(asked.answer(new Companions(order, atLeast(1, "--limit", limit))));
    }
}
