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
        return new StreakAnswer(asked.answer(new Streaks()), asked.figures());
    }
}
