package dev.spartanlake.cli.question;

import dev.spartanlake.analytics.trend.CsrHistory;
import dev.spartanlake.cli.render.answer.Answer;
import dev.spartanlake.cli.render.answer.CsrAnswer;
import picocli.CommandLine.Command;

/// `spartanlake csr`.
@Command(
        name = "csr",
        description = "The competitive rank over time, by playlist, once skill data are known.",
        footerHeading = "%nExamples:%n",
        footer = {"  spartanlake csr", "  spartanlake csr --last 90d --format csv"})
public final class CsrCommand extends AnswerCommand {

    @Override
    Answer answer(Asked asked) {
        return new CsrAnswer(asked.answer(new CsrHistory()), asked.figures());
    }

    @Override
    String lacking(Asked asked, long matches) {
        return asked.messages().text("csr.unknown");
    }
}
