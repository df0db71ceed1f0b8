package dev.spartanlake.cli.question;

import dev.spartanlake.analytics.trend.Directions;
import dev.spartanlake.analytics.trend.RollingTrend;
import dev.spartanlake.cli.render.answer.Answer;
import dev.spartanlake.cli.render.answer.TrendAnswer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `spartanlake trends`.
@Command(
        name = "trends",
        description = "Where it is going: figures over a window of matches, and whether they rise or fall.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  spartanlake trends",
            "  spartanlake trends --window 50 --points 300 --playlist \"Ranked Arena\"",
            "  spartanlake trends --format json --last 1y"
        })
public final class TrendsCommand extends AnswerCommand {

    @Option(names = "--window", paramLabel = "N", description = "How many matches a point covers (default: 20)")
    private int window = 20;

    @Option(names = "--points", paramLabel = "N", description = "The latest points, at most so many (default: 200)")
    private int points = 200;

    @Override
    Answer answer(Asked asked) {
        RollingTrend trend = new RollingTrend(
                within(1, RollingTrend.MOST, "--window", window), within(1, RollingTrend.MOST, "--points", points));
        Directions directions = new Directions(Math.max(3, points + window - 1));
        return new TrendAnswer(window, asked.answer(trend), asked.answer(directions), asked.figures());
    }

    @Override
    String lacking(Asked asked, long matches) {
        return asked.messages().text("trends.too-few", window, asked.messages().number(matches));
    }
}
