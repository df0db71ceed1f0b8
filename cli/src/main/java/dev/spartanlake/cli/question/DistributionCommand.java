package dev.spartanlake.cli.question;

import dev.spartanlake.analytics.career.Distribution;
import dev.spartanlake.analytics.measure.Measure;
import dev.spartanlake.cli.render.answer.Answer;
import dev.spartanlake.cli.render.answer.SpreadAnswer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `spartanlake distribution`.
@Command(
        name = "distribution",
        description = "How the values of single matches are spread.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  spartanlake distribution kda",
            "  spartanlake distribution accuracy --bins 20 --playlist \"Ranked Arena\""
        })
public final class DistributionCommand extends AnswerCommand {

    @Parameters(paramLabel = "MEASURE", description = "What is measured, such as kda, accuracy or damage_per_life")
    private Measure measure = Measure.KDA;

    @Option(names = "--bins", paramLabel = "N", description = "Into how many parts (default: 12)")
    private int bins = 12;

    @Override
    Answer answer(Asked asked) {
        if (bins > 200) {
            throw misuse("--bins: expected at most 200, found " + bins);
        }
        Distribution question = new Distribution(measure, atLeast(1, "--bins", bins));
        return new SpreadAnswer(measure, asked.answer(question), asked.figures());
    }
}
