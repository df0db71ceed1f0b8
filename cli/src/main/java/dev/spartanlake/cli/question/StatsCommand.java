package dev.spartanlake.cli.question;

import dev.spartanlake.analytics.career.Breakdown;
import dev.spartanlake.analytics.career.CareerSummary;
import dev.spartanlake.analytics.career.Dimension;
import dev.spartanlake.cli.render.answer.Answer;
import dev.spartanlake.cli.render.answer.SummaryAnswer;
import picocli.CommandLine.Command;

/// `spartanlake stats`.
@Command(
        name = "stats",
        description = "What a career comes to: results, kills, accuracy, damage and scores.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  spartanlake stats",
            "  spartanlake stats --player Somebody --playlist \"Ranked Arena\"",
            "  spartanlake stats --last 30d --format json",
            "  spartanlake stats --with Meri --tz Europe/Paris"
        })
public final class StatsCommand extends AnswerCommand {

    @Override
    Answer answer(Asked asked) {
        return new SummaryAnswer(
                asked.playerName(),
                asked.answer(new CareerSummary()),
                asked.answer(new Breakdown(Dimension.MONTH)),
                asked.figures());
    }
}
