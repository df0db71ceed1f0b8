package dev.spartanlake.cli.question;

import dev.spartanlake.analytics.match.MatchList;
import dev.spartanlake.cli.render.answer.Answer;
import picocli.CommandLine.Command;

/// `spartanlake matches`.
@Command(
        name = "matches",
        description = "The latest matches, the latest first.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  spartanlake matches",
            "  spartanlake matches --limit 50 --outcome win",
            "  spartanlake matches --from 2024-06 --to 2024-06 --format csv"
        })
public final class MatchesCommand extends ListCommand {

    @Override
    Answer answer(Asked asked, int most) {
        return asked.lists().matches(asked.answer(new MatchList(most)));
    }
}
