package dev.spartanlake.cli.question;

import dev.spartanlake.analytics.match.MatchReport;
import dev.spartanlake.cli.render.answer.Answer;
import dev.spartanlake.cli.render.answer.MatchAnswer;
import dev.spartanlake.match.MatchId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `spartanlake match`.
@Command(
        name = "match",
        description = "One match in full: everybody in it, medals, and where it stands among yours.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  spartanlake match last",
            "  spartanlake match 3fa85f64",
            "  spartanlake match 3fa85f64-5717-4562-b3fc-2c963f66afa6 --format json"
        })
public final class MatchCommand extends AnswerCommand {

    @Parameters(paramLabel = "ID", description = "The match's id, the beginning of it, or: last")
    private String match = "";

    @Override
    Answer answer(Asked asked) {
        NamedMatch named = new NamedMatch(match, "ID", this::misuse);
        MatchId found = named.in(asked);
        return asked.answer(new MatchReport(found))
                .<Answer>map(report -> new MatchAnswer(report, asked.awards(found), asked.figures()))
                .orElseThrow(() -> named.unknown(asked));
    }
}
