package dev.spartanlake.cli.question;

import dev.spartanlake.analytics.question.Filter;
import dev.spartanlake.analytics.trend.Comparison;
import dev.spartanlake.cli.render.answer.Answer;
import dev.spartanlake.cli.render.answer.ComparisonAnswer;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `spartanlake compare`.
@Command(
        name = "compare",
        description = {
            "Compare: the last 30 days with the 30 before, two times, or two sessions.",
            "Only differences that chance does not explain are called better or worse."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  spartanlake compare",
            "  spartanlake compare --length 12w",
            "  spartanlake compare --from 2025 --before 2024",
            "  spartanlake compare SESSION OTHER_SESSION"
        })
public final class CompareCommand extends AnswerCommand {

    @Parameters(
            paramLabel = "SESSION",
            arity = "0..2",
            description = "Two play sessions, the earlier one first; their ids are in: sessions --format json")
    private List<String> sessions = List.of();

    @Option(
            names = "--length",
            paramLabel = "LENGTH",
            description = "How long each of the two times is: 24h, 30d, 12w, 6m or 1y (default: 30d)")
    private String length = "30d";

    @Option(
            names = "--before",
            paramLabel = "TIME",
            description = "Compare the matches with those of this year, month or day")
    private @Nullable String before;

    @Override
    Answer answer(Asked asked) {
        if (!sessions.isEmpty()) {
            return ofSessions(asked);
        }
        return before != null ? ofTime(asked, before) : ofLengths(asked);
    }

    private Answer ofSessions(Asked asked) {
        if (sessions.size() != 2) {
            throw misuse("SESSION: expected two sessions, found one");
        }
        Filter earlier = asked.filter().change().session(sessions.getFirst()).build();
        Filter later = asked.filter().change().session(sessions.getLast()).build();
        return compare(asked, sessions.getFirst(), earlier, sessions.getLast(), later);
    }

    private Answer ofTime(Asked asked, String time) {
        ZoneId zone = asked.viewpoint().zone();
        try {
            Filter earlier = asked.filter()
                    .change()
                    .from(Period.beginning(time, zone))
                    .until(Period.end(time, zone))
                    .build();
            return compare(asked, time, earlier, asked.messages().text("compare.chosen"), asked.filter());
        } catch (IllegalArgumentException unknown) {
            throw misuse("--before: " + unknown.getMessage());
        }
    }

    private Answer ofLengths(Asked asked) {
        ZonedDateTime now = ZonedDateTime.now(asked.viewpoint().zone());
        try {
            Instant middle = Period.back(length, now);
            Instant beginning = Period.back(length, middle.atZone(now.getZone()));
            Filter earlier =
                    asked.filter().change().from(beginning).until(middle).build();
            Filter later = asked.filter().change().from(middle).until(null).build();
            return compare(
                    asked,
                    asked.messages().text("compare.earlier", length),
                    earlier,
                    asked.messages().text("compare.later", length),
                    later);
        } catch (IllegalArgumentException unknown) {
            throw misuse("--length: " + unknown.getMessage());
        }
    }

    private static Answer compare(Asked asked, String before, Filter earlier, String after, Filter later) {
        return new ComparisonAnswer(
                before, after, asked.answers().ask(new Comparison(earlier), later), asked.figures());
    }
}
