package dev.spartanlake.cli.question;

import dev.spartanlake.analytics.career.Dimension;
import dev.spartanlake.cli.render.answer.Answer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `spartanlake maps`.
@Command(
        name = "maps",
        description = "How the maps go: matches, win rate, KDA and more on each.",
        footerHeading = "%nExamples:%n",
        footer = {"  spartanlake maps --min-matches 5", "  spartanlake maps --playlist \"Ranked Arena\" --last 6m"})
public final class MapsCommand extends AnswerCommand {

    @Mixin
    private GroupSize size = new GroupSize();

    @Override
    Answer answer(Asked asked) {
        return narrowed(asked, size).groups(Dimension.MAP);
    }
}
