package dev.spartanlake.cli.question;

import dev.spartanlake.analytics.session.Fatigue;
import dev.spartanlake.analytics.session.SessionList;
import dev.spartanlake.cli.render.answer.Answer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    private static final String ORDER = "--order";

    @Option(names = ORDER, paramLabel = "ORDER", description = "latest, best or worst first (default: latest)")
    private SessionList.Order order = SessionList.Order.LATEST;

    @Option(
            names = "--by-position",
            description = "The first matches of all sessions, the second, and so on; without --order")
    private boolean isByPosition;

    @Mixin
    private GroupSize size = new GroupSize();

    @Override
    Answer answer(Asked asked, int most) {
        Asked sized = narrowed(asked, size);
        if (isByPosition) {
            refuseWith("--by-position", ORDER);
            return asked.lists().fatigue(sized.answer(new Fatigue(most)));
        }
        return asked.lists().sessions(sized.answer(new SessionList(order, most)));
    }
}
