package dev.spartanlake.cli.question;

import dev.spartanlake.analytics.career.Dimension;
import dev.spartanlake.cli.render.answer.Answer;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.Set;
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

    /// The dimensions that are units of time.
    public static final Set<Dimension> UNITS = Collections.unmodifiableSet(EnumSet.of(
            Dimension.HOUR,
            Dimension.WEEKDAY,
            Dimension.DAY,
            Dimension.WEEK,
            Dimension.MONTH,
            Dimension.YEAR,
            Dimension.SEASON));

    @Option(
            names = "--by",
            paramLabel = "UNIT",
            completionCandidates = Units.class,
            description = "hour, weekday, day, week, month, year or season (default: hour)")
    private Dimension by = Dimension.HOUR;

    @Mixin
    private GroupSize size = new GroupSize();

    @Override
    Answer answer(Asked asked) {
        return narrowed(asked, size).groups(by);
    }

    /// The units, for completion.
    static final class Units implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return UNITS.stream().map(Dimension::name).iterator();
        }
    }
}
