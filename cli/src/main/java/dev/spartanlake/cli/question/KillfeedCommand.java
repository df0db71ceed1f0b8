package dev.spartanlake.cli.question;

import dev.spartanlake.analytics.match.KillFeed;
import dev.spartanlake.cli.render.answer.Answer;
import dev.spartanlake.cli.render.answer.KillFeedAnswer;
import dev.spartanlake.match.MatchId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `spartanlake killfeed`.
@Command(
        name = "killfeed",
        description = {
            "Who killed whom in a match, and when, once its film is known.",
            "Times are those of the film, which begins before the first move. A kill whose",
            "victim is not told is one of a bot; a death without a killer is nobody's doing."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  spartanlake killfeed last", "  spartanlake killfeed 3fa85f64 --format json"})
public final class KillfeedCommand extends AnswerCommand {

    @Parameters(paramLabel = "ID", description = "The match's id, the beginning of it, or: last")
    private String match = "";

    @Override
    Answer answer(Asked asked) {
        NamedMatch named = new NamedMatch(match, "ID", this::misuse);
        MatchId found = named.in(asked);
        return asked.answer(new KillFeed(found))
                .<Answer>map(feed -> new KillFeedAnswer(feed, asked.figures()))
                .orElseThrow(() -> named.unknown(asked));
    }

    @Override
    String nothing(Asked asked, Answer answer) {
        return asked.messages()
                .text(
                        "killfeed.no-film",
                        ((KillFeedAnswer) answer).feed().line().matchId());
    }
}
