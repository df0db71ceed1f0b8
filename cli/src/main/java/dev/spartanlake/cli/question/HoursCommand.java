package dev.spartanlake.cli.question;

import dev.spartanlake.analytics.career.Dimension;
import dev.spartanlake.cli.render.answer.Answer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `spartanlake hours`.
@Command(
        name = "hours",
        description = "When it goes well: by hour of day, weekday, day, week, month, year or season.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  spartanlake hours",
            "  spartanlake hours --by weekday --tz America/New_York",
            "  spartanlake hours --by month --from 2024"
        })
public final class HoursCommand extends AnswerCommand {

    @Option(
            names = "--by",
            paramLabel = "UNIT",
            description = "hour, weekday, day, week, month, year or season (default: hour)")
    private TimeUnit by = TimeUnit.HOUR;

    @Mixin
    private GroupSize size = new GroupSize();

    @Override
    Answer answer(Asked asked) {
        return size.narrowed(asked).groups(by.dimension());
    }

    /// The units of time a career can be cut by.
    public enum TimeUnit {
        /// Hours of day.
        HOUR(Dimension.HOUR),
        /// Days of the week.
        WEEKDAY(Dimension.WEEKDAY),
        /// Days.
        DAY(Dimension.DAY),
        /// Weeks from Monday on.
        WEEK(Dimension.WEEK),
        /// Months.
        MONTH(Dimension.MONTH),
        /// Years.
        YEAR(Dimension.YEAR),
        /// The game's seasons.
        SEASON(Dimension.SEASON);

        private final Dimension dimension;

        TimeUnit(Dimension dimension) {
            this.dimension = dimension;
        }

        private Dimension dimension() {
            return dimension;
        }
    }
}
