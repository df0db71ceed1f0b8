package dev.spartanlake.cli.question;

import dev.spartanlake.Warehouse;
import dev.spartanlake.analytics.career.CareerSummary;
import dev.spartanlake.analytics.measure.Tally;
import dev.spartanlake.analytics.question.Argument;
import dev.spartanlake.analytics.question.Filter;
import dev.spartanlake.analytics.question.Viewpoint;
import dev.spartanlake.cli.command.Action;
import dev.spartanlake.cli.command.Outcome;
import dev.spartanlake.cli.command.Session;
import dev.spartanlake.cli.export.AnswerFile;
import dev.spartanlake.cli.render.MarkdownTable;
import dev.spartanlake.cli.render.RowFormat;
import dev.spartanlake.cli.render.Screen;
import dev.spartanlake.cli.render.answer.Answer;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// A command that answers a ready-made question about a player's matches.
abstract class AnswerCommand implements Action {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by the parser
    private CommandSpec spec;

    @Mixin
    private Selection selection = new Selection();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "The form of the answer: table, json, csv or markdown (default: table)")
    private RowFormat format = RowFormat.TABLE;

    @Mixin
    private AnswerFile file = new AnswerFile();

    /// The answer. It may be asked for again where the warehouse changes meanwhile.
    ///
    /// @throws ParameterException when the arguments do not fit together
    abstract Answer answer(Asked asked);

    @Override
    public final Outcome run(Session session) {
        String fault = file.fault(isGiven("--format"));
        if (fault != null) {
            throw misuse(fault);
        }
        Viewpoint viewpoint = selection.viewpoint(session);
        try (Warehouse warehouse = session.warehouse(spec.name())) {
            Told told = warehouse
                    .analytics(viewpoint, session.limits())
                    .onOneCommit(answers -> told(selection.of(session, warehouse, viewpoint, answers)));
            Answer answer = told.answer();
            if (file.isWanted()) {
                session.remark(session.messages().text("export.answer", file.write(warehouse, answer)));
            } else if (!answer.isEmpty() || format != RowFormat.TABLE) {
                session.answer(text(answer, session));
            }
            told.remarks().forEach(session::remark);
        }
        return Outcome.DONE;
    }

    /// What there is to tell.
    ///
    /// @param remarks why there is nothing to show, line by line; none where there is something
    private record Told(Answer answer, List<String> remarks) {}

    private Told told(Asked asked) {
        Answer answer = answer(asked);
        return new Told(
                answer, answer.isEmpty() ? nothing(asked, answer).lines().toList() : List.of());
    }

    private String text(Answer answer, Session session) {
        return switch (format) {
            case TABLE -> answer.text(session.screen());
            case JSON -> answer.json();
            case CSV -> format.render(answer.grid(), session.screen());
            case MARKDOWN -> MarkdownTable.of(answer.table(Screen.unlimited()));
        };
    }

    /// Why there may be nothing to show, and what there is.
    ///
    /// @param answer the answer that shows nothing
    String nothing(Asked asked, Answer answer) {
        long matches = asked.answer(new CareerSummary()).tally().matches();
        String lacking = matches == 0 ? null : lacking(asked, matches);
        return lacking == null ? nothingLeft(asked, answer) : lacking;
    }

    /// What matches lack that pass the filter and yet have nothing to show; null for answers that any match is enough
    /// for.
    ///
    /// @param matches how many pass, at least one
    @Nullable
    String lacking(Asked asked, long matches) {
        return null;
    }

    private static String nothingLeft(Asked asked, Answer answer) {
        Filter everything = Filter.everything(asked.filter().player());
        Tally all = tally(asked, everything);
        if (all.matches() == 0) {
            String key = asked.isTracked() ? "answer.no-matches" : "answer.not-tracked";
            return asked.messages()
                    .text(key, asked.playerName(), asked.filter().player().text());
        }
        String span = asked.messages()
                .counted(
                        "answer.nothing",
                        all.matches(),
                        asked.playerName(),
                        asked.figures().minute(all.firstPlayed()),
                        asked.figures().minute(all.lastPlayed()));
        return answer.preface()
                + Stream.concat(Stream.of(span), UnknownNames.sentences(asked, everything))
                        .collect(Collectors.joining(" "));
    }

    /// What there is of the kind that was asked for, or of every kind where there is nothing of it.
    private static Tally tally(Asked asked, Filter everything) {
        Filter ofKind =
                everything.change().opposition(asked.filter().opposition()).build();
        Tally tally = asked.answers().ask(new CareerSummary(), ofKind).tally();
        return tally.matches() > 0
                ? tally
                : asked.answers().ask(new CareerSummary(), everything).tally();
    }

    /// Refuses a number that is too small or too large.
    final int within(int least, int most, String option, int number) {
        try {
            return Argument.within(least, most, option, number);
        } catch (IllegalArgumentException beyond) {
            throw misuse(String.valueOf(beyond.getMessage()));
        }
    }

    /// Refuses a number that is too small.
    final int atLeast(int least, String option, int number) {
        try {
            return Argument.atLeast(least, option, number);
        } catch (IllegalArgumentException below) {
            throw misuse(String.valueOf(below.getMessage()));
        }
    }

    /// The same question without the groups that are too small.
    final Asked narrowed(Asked asked, GroupSize size) {
        int least = atLeast(1, GroupSize.OPTION, size.leastMatches());
        return asked.about(asked.filter().change().leastMatches(least).build());
    }

    /// Whether an option was given.
    final boolean isGiven(String option) {
        return spec.commandLine().getParseResult().hasMatchedOption(option);
    }

    /// Refuses options that mean nothing beside another.
    final void refuseWith(String other, String... options) {
        for (String option : options) {
            if (isGiven(option)) {
                throw misuse(option + ": expected it without " + other);
            }
        }
    }

    /// The command as it was given.
    final CommandSpec spec() {
        return spec;
    }

    final ParameterException misuse(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
