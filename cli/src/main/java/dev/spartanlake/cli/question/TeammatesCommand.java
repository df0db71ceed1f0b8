package dev.spartanlake.cli.question;

import dev.spartanlake.analytics.people.Companions;
import dev.spartanlake.cli.render.answer.Answer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `spartanlake teammates`.
@Command(
        name = "teammates",
        description = "Who is in the team, and how it goes with and without them.",
        footerHeading = "%nExamples:%n",
        footer = {"  spartanlake teammates", "  spartanlake teammates --best --min-matches 10"})
public final class TeammatesCommand extends ListCommand {

    @Option(names = "--best", description = "The best duo first: those with whom most is won")
    private boolean isBestFirst;

    @Mixin
    private GroupSize size = new GroupSize();

    @Override
    Answer answer(Asked asked, int most) {
        Companions.Order order = isBestFirst ? Companions.Order.BEST_TOGETHER : Companions.Order.TOGETHER;
        return asked.lists().teamMates(narrowed(asked, size).answer(new Companions(order, most)));
    }
}
