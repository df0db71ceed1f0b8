package dev.spartanlake.cli.question;

import dev.spartanlake.analytics.trend.MmrBalance;
import dev.spartanlake.cli.render.answer.Answer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `spartanlake matchmaking`.
@Command(
        name = "matchmaking",
        description = "How it goes by the difference of the teams' ratings, once skill data are known.",
        footerHeading = "%nExamples:%n",
        footer = {"  spartanlake matchmaking", "  spartanlake matchmaking --width 100 --competition ranked"})
public final class MatchmakingCommand extends AnswerCommand {

    @Option(names = "--width", paramLabel = "MMR", description = "How wide a group is (default: 50)")
    private int width = 50;

    @Mixin
    private GroupSize size = new GroupSize();

    @Override
    Answer answer(Asked asked) {
        return asked.lists().balances(narrowed(asked, size).answer(new MmrBalance(atLeast(1, "--width", width))));
    }

    @Override
    @Nullable
    String lacking(Asked asked, long matches) {
        return size.leastMatches() > 1 ? null : asked.messages().text("matchmaking.unknown");
    }
}
