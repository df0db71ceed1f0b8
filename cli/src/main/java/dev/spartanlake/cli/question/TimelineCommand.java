package dev.spartanlake.cli.question;

import dev.spartanlake.analytics.film.Timeline;
import dev.spartanlake.cli.render.answer.Answer;
import dev.spartanlake.match.MatchId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `spartanlake timeline`.
@Command(
        name = "timeline",
        description = {
            "When in a match you kill, die and earn medals, by the minute, once films are known.",
            "Of the matches that the filters leave, those with a film count, each as long as it",
            "lasts. Minutes are those of the film, which begins before the first move."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  spartanlake timeline --mode CTF", "  spartanlake timeline --match last"})
public final class TimelineCommand extends AnswerCommand {

    private static final String MATCH = "--match";

    @Option(names = MATCH, paramLabel = "ID", description = "Of one match: its id, the beginning of it, or: last")
    private @Nullable String match;

    @Override
    Answer answer(Asked asked) {
        MatchId chosen = match == null ? null : new NamedMatch(match, MATCH, this::misuse).in(asked);
        return asked.films().timeline(asked.answer(new Timeline(chosen)));
    }

    @Override
    @Nullable
    String lacking(Asked asked, long matches) {
        return match == null
                ? Films.lacking(asked, matches)
                : asked.messages().text("killfeed.no-film", new NamedMatch(match, MATCH, this::misuse).in(asked));
    }
}
