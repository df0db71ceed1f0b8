package dev.spartanlake.cli.question;

import dev.spartanlake.analytics.career.PersonalRecords;
import dev.spartanlake.cli.render.answer.Answer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `spartanlake records`.
@Command(
        name = "records",
        description = "The best single matches.",
        footerHeading = "%nExamples:%n",
        footer = {"  spartanlake records", "  spartanlake records --places 3 --map Aquarius"})
public final class RecordsCommand extends AnswerCommand {

    @Option(names = "--places", paramLabel = "N", description = "How many matches of each kind (default: 1)")
    private int places = 1;

    @Override
    Answer answer(Asked asked) {
        return asked.lists().records(asked.answer(new PersonalRecords(atLeast(1, "--places", places))));
    }
}
