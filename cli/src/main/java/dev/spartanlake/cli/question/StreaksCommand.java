package dev.spartanlake.cli.question;

import dev.spartanlake.analytics.trend.Streaks;
import dev.spartanlake.cli.render.answer.Answer;
import dev.spartanlake.cli.render.answer.StreakAnswer;
import picocli.CommandLine.Command;

/// `spartanlake streaks`.
@Command(
        name = "streaks",
        description = "Runs of wins and losses, and comebacks.",
        footerHeading = "%nExamples:%n",
        footer = {"  spartanlake streaks", "  spartanlake streaks --competition ranked"})
public final class StreaksCommand extends AnswerCommand {

    @Override
    Answer answer(Asked asked) {
        if (asked.filter().outcome() != null) {
            throw misuse("--outcome: expected none, as a streak ends where the outcome changes");
        }
        return new StreakAnswer(asked.answer(new Streaks()), asked.figures());
    }
}
