package dev.spartanlake.cli.question;

import dev.spartanlake.analytics.career.Dimension;
import dev.spartanlake.cli.render.answer.Answer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `spartanlake modes`.
@Command(
        name = "modes",
        description = "How the modes go, or their categories.",
        footerHeading = "%nExamples:%n",
        footer = {"  spartanlake modes --map Aquarius", "  spartanlake modes --categories"})
public final class ModesCommand extends AnswerCommand {

    @Option(names = "--categories", description = "By category instead of mode")
    private boolean isByCategory;

    @Mixin
    private GroupSize size = new GroupSize();

    @Override
    Answer answer(Asked asked) {
        Dimension by = isByCategory ? Dimension.CATEGORY : Dimension.MODE;
        return narrowed(asked, size).groups(by);
    }
}
