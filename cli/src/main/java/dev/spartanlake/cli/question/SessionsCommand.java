package dev.spartanlake.cli.question;

import dev.spartanlake.analytics.session.Fatigue;
import dev.spartanlake.analytics.session.SessionList;
import dev.spartanlake.cli.render.answer.Answer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `spartanlake sessions`.
@Command(
        name = "sessions",
        description = "Play sessions: the latest, the best, the worst, and how long it goes well.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  spartanlake sessions",
            "  spartanlake sessions --order best --min-matches 5",
            "  spartanlake sessions --by-position"
        })
public final class SessionsCommand extends ListCommand {

    @Option(names = "--order", paramLabel = "ORDER", description = "latest, best or worst first (default: latest)")
    private SessionList.Order order = SessionList.Order.LATEST;

    @Option(names = "--by-position", description = "The first matches of all sessions, the second, and so on")
    private boolean isByPosition;

    @Override
    Answer answer(Asked asked, int most) {
        return isByPosition
                ? asked.lists().fatigue(asked.answer(new Fatigue(most)))
                : asked.lists().sessions(asked.answer(new SessionList(order, most)));
    }
}
