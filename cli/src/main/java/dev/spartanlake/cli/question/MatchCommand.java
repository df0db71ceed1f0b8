package dev.spartanlake.cli.question;

import dev.spartanlake.analytics.match.MatchLine;
import dev.spartanlake.analytics.match.MatchList;
import dev.spartanlake.analytics.match.MatchLookup;
import dev.spartanlake.analytics.match.MatchReport;
import dev.spartanlake.analytics.question.Filter;
import dev.spartanlake.cli.render.answer.Answer;
import dev.spartanlake.cli.render.answer.MatchAnswer;
import dev.spartanlake.match.MatchId;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
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
        String found = match.equalsIgnoreCase("last") ? last(asked) : find(asked);
        MatchReport question = new MatchReport(new MatchId(found));
        return asked.answer(question)
                .<Answer>map(report -> new MatchAnswer(report, asked.awards(new MatchId(found)), asked.figures()))
                .orElseThrow(() -> unknown(asked));
    }

    private String last(Asked asked) {
        List<MatchLine> matches = asked.answer(new MatchList(1));
        if (matches.isEmpty()) {
            throw misuse("ID: there is no match of " + asked.playerName() + " that the filters leave");
        }
        return matches.getFirst().matchId();
    }

    private String find(Asked asked) {
        if (!asked.filter().equals(Filter.of(asked.filter().player()))) {
            throw misuse("ID: expected no filter but --player, as the match is named; filters choose with: match last");
        }
        List<String> found = asked.answer(new MatchLookup(match)).stream()
                .map(MatchLookup.Found::matchId)
                .toList();
        if (found.isEmpty()) {
            throw unknown(asked);
        }
        if (found.size() > 1) {
            throw misuse("ID: several matches begin with '" + match + "', such as " + String.join(" and ", found)
                    + "; give more of it");
        }
        return found.getFirst();
    }

    private ParameterException unknown(Asked asked) {
        return misuse("ID: no match of " + asked.playerName() + " begins with '" + match
                + "'; find it with: spartanlake matches");
    }
}
