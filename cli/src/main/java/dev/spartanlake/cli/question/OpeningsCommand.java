package dev.spartanlake.cli.question;

import dev.spartanlake.analytics.film.Openings;
import dev.spartanlake.cli.render.answer.Answer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/// `spartanlake openings`.
@Command(
        name = "openings",
        description = {
            "First blood: how often you have it, and how matches go then, once films are known.",
            "Of the matches that the filters leave, those with a film count."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  spartanlake openings", "  spartanlake openings --mode Slayer --competition ranked"})
public final class OpeningsCommand extends AnswerCommand {

    @Override
    Answer answer(Asked asked) {
        return asked.films().openings(asked.answer(new Openings()));
    }

    @Override
    @Nullable
    String lacking(Asked asked, long matches) {
        return Films.lacking(asked, matches);
    }
}
