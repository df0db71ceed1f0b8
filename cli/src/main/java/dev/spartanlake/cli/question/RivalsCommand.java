package dev.spartanlake.cli.question;

import dev.spartanlake.analytics.people.Companions;
import dev.spartanlake.cli.render.answer.Answer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `spartanlake rivals`.
@Command(
        name = "rivals",
        description = "Who is against, and how it goes.",
        footerHeading = "%nExamples:%n",
        footer = {"  spartanlake rivals", "  spartanlake rivals --hardest --min-matches 5"})
public final class RivalsCommand extends ListCommand {

    @Option(names = "--hardest", description = "Those first against whom least is won")
    private boolean isHardestFirst;

    @Mixin
    private GroupSize size = new GroupSize();

    @Override
    Answer answer(Asked asked, int most) {
        Companions.Order order = isHardestFirst ? Companions.Order.HARDEST : Companions.Order.AGAINST;
        return asked.lists().rivals(narrowed(asked, size).answer(new Companions(order, most)));
    }
}
