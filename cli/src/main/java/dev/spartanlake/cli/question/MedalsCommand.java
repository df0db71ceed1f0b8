package dev.spartanlake.cli.question;

import dev.spartanlake.analytics.medal.MedalDifficulties;
import dev.spartanlake.analytics.medal.MedalTotals;
import dev.spartanlake.cli.render.answer.Answer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `spartanlake medals`.
@Command(
        name = "medals",
        description = "The medals earned.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  spartanlake medals --order rarest",
            "  spartanlake medals --order newest --limit 10",
            "  spartanlake medals --by-difficulty --last 1y"
        })
public final class MedalsCommand extends ListCommand {

    private static final String ORDER = "--order";

    @Option(
            names = ORDER,
            paramLabel = "ORDER",
            description =
                    "The most earned, the rarest, those first earned last, or by difficulty: most, rarest, newest or difficulty (default: most)")
    private MedalTotals.Order order = MedalTotals.Order.MOST;

    @Option(
            names = "--by-difficulty",
            description = "How many of each difficulty; without --order, --limit and --min-matches")
    private boolean isByDifficulty;

    @Mixin
    private GroupSize size = new GroupSize();

    @Override
    Answer answer(Asked asked, int most) {
        if (isByDifficulty) {
            refuseWith("--by-difficulty", ORDER, LIMIT, GroupSize.OPTION);
            return asked.lists().difficulties(asked.answer(new MedalDifficulties()));
        }
        return asked.lists().medals(narrowed(asked, size).answer(new MedalTotals(order, most)));
    }
}
