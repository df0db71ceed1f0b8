package dev.spartanlake.cli.question;

import dev.spartanlake.analytics.career.Distribution;
import dev.spartanlake.analytics.measure.Measure;
import dev.spartanlake.cli.render.Messages;
import dev.spartanlake.cli.render.answer.Answer;
import dev.spartanlake.cli.render.answer.SpreadAnswer;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
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

    @Parameters(
            paramLabel = "MEASURE",
            completionCandidates = MeasureNames.class,
            description = "What is measured, such as kda, accuracy or damage_per_life")
    private String name = "";

    @Option(names = "--bins", paramLabel = "N", description = "Into how many parts (default: 12)")
    private int bins = 12;

    @Override
    Answer answer(Asked asked) {
        Measure measure = measure(asked.messages());
        Distribution question = new Distribution(measure, within(1, Distribution.MOST_BINS, "--bins", bins));
        return new SpreadAnswer(measure, asked.answer(question), asked.figures());
    }

    @Override
    String lacking(Asked asked, long matches) {
        return asked.messages()
                .counted(
                        "distribution.unknown",
                        matches,
                        asked.messages()
                                .text("measure." + measure(asked.messages()).column()));
    }

    private Measure measure(Messages messages) {
        return Measure.named(name.replace('-', '_')).orElseThrow(() -> {
            List<String> known = new MeasureNames().names();
            return new UnknownNameException(
                    spec().commandLine(),
                    messages,
                    "MEASURE",
                    messages.text("misuse.measure", name),
                    name,
                    known,
                    messages.text("misuse.measures", String.join(", ", known)));
        });
    }

    /// What can be measured, for completion.
    static final class MeasureNames implements Iterable<String> {

        List<String> names() {
            return Arrays.stream(Measure.values()).map(Measure::column).toList();
        }

        @Override
        public Iterator<String> iterator() {
            return names().iterator();
        }
    }
}
