package dev.spartanlake.cli.question;

import dev.spartanlake.analytics.people.Duels;
import dev.spartanlake.cli.render.answer.Answer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `spartanlake duels`.
@Command(
        name = "duels",
        description = {
            "Who kills you most, and whom you kill most, once films are known.",
            "Of the matches that the filters leave, those with a film count. How matches end",
            "against somebody, with or without a film, tells: spartanlake rivals"
        },
        footerHeading = "%nExamples:%n",
        footer = {"  spartanlake duels --order nemesis", "  spartanlake duels --last 30d --min-matches 3"})
public final class DuelsCommand extends ListCommand {

    @Option(
            names = "--order",
            paramLabel = "ORDER",
            description =
                    "Those first with most kills of either, those who kill you most, or those you kill most: most, nemesis or prey (default: most)")
    private Duels.Order order = Duels.Order.MOST;

    @Mixin
    private GroupSize size = new GroupSize();

    @Override
    Answer answer(Asked asked, int most) {
        return asked.films().duels(narrowed(asked, size).answer(new Duels(order, most)));
    }

    @Override
    @Nullable
    String lacking(Asked asked, long matches) {
        return Films.lacking(asked, matches);
    }
}
