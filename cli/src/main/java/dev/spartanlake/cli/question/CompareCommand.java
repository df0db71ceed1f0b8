package dev.spartanlake.cli.question;

import dev.spartanlake.analytics.career.CareerSummary;
import dev.spartanlake.analytics.measure.Tally;
import dev.spartanlake.analytics.question.Filter;
import dev.spartanlake.analytics.trend.Comparison;
import dev.spartanlake.cli.render.answer.Answer;
import dev.spartanlake.cli.render.answer.ComparisonAnswer;
import dev.spartanlake.cli.render.answer.ComparisonAnswer.Side;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
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
            description =
                    "Compare with the matches of this year, month or day those after it, or those that --from, --to and --last choose")
    private @Nullable String before;

    @Override
    Answer answer(Asked asked) {
        refuseWhatIsSaidTwice(asked.filter());
        if (!sessions.isEmpty()) {
            return ofSessions(asked);
        }
        return before != null ? ofTime(asked, before) : ofLengths(asked);
    }

    private void refuseWhatIsSaidTwice(Filter filter) {
        if (filter.session() != null) {
            throw misuse(
                    sessions.isEmpty()
                            ? "--session: expected two sessions as arguments instead: SESSION OTHER_SESSION"
                            : "--session: the sessions are named twice; leave --session out");
        }
        if (isGiven("--length") && (before != null || !sessions.isEmpty())) {
            throw misuse("--length: expected it without " + (before == null ? "sessions" : "--before"));
        }
        if (before != null && !sessions.isEmpty()) {
            throw misuse("--before: expected it without sessions");
        }
    }

    /// The latest times are often empty, and others are more telling.
    @Override
    String nothing(Asked asked, Answer answer) {
        String nothing = super.nothing(asked, answer);
        return before == null && sessions.isEmpty()
                ? nothing + "\n" + asked.messages().text("compare.choose")
                : nothing;
    }

    private Answer ofSessions(Asked asked) {
        if (sessions.size() != 2 || sessions.getFirst().equals(sessions.getLast())) {
            throw misuse("SESSION: expected two different sessions, found " + String.join(" ", sessions));
        }
        return compare(asked, session(asked, sessions.getFirst()), session(asked, sessions.getLast()));
    }

    private Part session(Asked asked, String id) {
        Filter filter = asked.filter().change().session(id).build();
        Instant start = asked.answers().ask(new CareerSummary(), filter).tally().firstPlayed();
        if (start == null) {
            throw misuse("SESSION: " + asked.playerName() + " has no matches in a session '" + id
                    + "' that the filters leave; find sessions with: spartanlake sessions --format json");
        }
        return new Part(asked.messages().text("compare.session", asked.figures().minute(start)), filter);
    }

    private Answer ofTime(Asked asked, String time) {
        ZoneId zone = asked.viewpoint().zone();
        try {
            Filter earlier = asked.filter()
                    .change()
                    .from(Period.beginning(time, zone))
                    .until(Period.end(time, zone))
                    .build();
            Part after = new Part(asked.messages().text("compare.chosen"), since(earlier, asked.filter()));
            return compare(asked, new Part(time, earlier), after);
        } catch (IllegalArgumentException unknown) {
            throw misuse("--before: " + unknown.getMessage());
        }
    }

    /// The chosen matches, unless said otherwise those from the end of the earlier ones on.
    private Filter since(Filter earlier, Filter chosen) {
        Instant beginning = Objects.requireNonNull(earlier.from());
        Instant end = Objects.requireNonNull(earlier.until());
        Instant from = chosen.from() == null
                        && (chosen.until() == null || chosen.until().isAfter(end))
                ? end
                : chosen.from();
        boolean isAfter = from != null && !from.isBefore(end);
        boolean isBefore = chosen.until() != null && !chosen.until().isAfter(beginning);
        if (!isAfter && !isBefore) {
            throw misuse("--before: " + before
                    + " overlaps the matches it is compared with; choose others with --from and --to");
        }
        return chosen.change().from(from).build();
    }

    private Answer ofLengths(Asked asked) {
        if (asked.filter().from() != null || asked.filter().until() != null) {
            throw misuse("--from, --to, --last: expected --before TIME as well, or --length LENGTH instead");
        }
        ZonedDateTime now = Period.now(asked.viewpoint().zone());
        try {
            Instant middle = Period.back(length, now);
            Instant beginning = Period.back(length, middle.atZone(now.getZone()));
            Filter earlier =
                    asked.filter().change().from(beginning).until(middle).build();
            Filter later =
                    asked.filter().change().from(middle).until(now.toInstant()).build();
            return compare(
                    asked,
                    new Part(asked.messages().text("compare.earlier", Period.words(length, asked.messages())), earlier),
                    new Part(asked.messages().text("compare.later", Period.words(length, asked.messages())), later));
        } catch (IllegalArgumentException unknown) {
            throw misuse("--length: " + unknown.getMessage());
        }
    }

    /// Matches to compare.
    ///
    /// @param name what they are, in words
    private record Part(String name, Filter filter) {

        Side side(Asked asked) {
            Tally tally = asked.answers().ask(new CareerSummary(), filter).tally();
            return new Side(name, filter.session(), filter.from(), filter.until(), tally);
        }
    }

    private static Answer compare(Asked asked, Part before, Part after) {
        return new ComparisonAnswer(
                before.side(asked),
                after.side(asked),
                asked.answers().ask(new Comparison(before.filter()), after.filter()),
                asked.figures());
    }
}
