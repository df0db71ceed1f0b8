package dev.spartanlake.cli.command;

import dev.spartanlake.Warehouse;
import dev.spartanlake.cli.demo.Demo;
import dev.spartanlake.cli.demo.Question;
import dev.spartanlake.cli.render.Grid;
import dev.spartanlake.cli.render.IngestText;
import dev.spartanlake.cli.render.Messages;
import dev.spartanlake.cli.render.RowFormat;
import dev.spartanlake.cli.render.ShellWord;
import dev.spartanlake.cli.render.StatusText;
import dev.spartanlake.generator.CareerPlan;
import dev.spartanlake.ingest.IngestReport;
import dev.spartanlake.query.QueryResult;
import dev.spartanlake.validation.Rejection;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `spartanlake demo`: an invented career, stored and asked about.
@Command(
        name = "demo",
        description = {
            "Try it all on the generated matches of two invented players.",
            "Three years of matches are generated, stored and asked three questions.",
            "Doing it again changes nothing.",
            "The warehouse is ./spartanlake-demo unless --warehouse names another directory."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  spartanlake demo", "  spartanlake demo --warehouse /tmp/try-it --lang fr"})
final class DemoCommand implements Action {

    private static final Path DIRECTORY = Path.of("spartanlake-demo");

    @Mixin
    private Patience patience = new Patience();

    @Override
    public Outcome run(Session asked) {
        @Nullable Path chosen = asked.chosenWarehouse();
        Path directory = chosen == null ? DIRECTORY : chosen;
        Session session = asked.in(directory);
        try (Warehouse warehouse = session.warehouse("demo", patience.duration())) {
            Outcome outcome = show(session, warehouse);
            next(session, directory);
            return outcome;
        }
    }

    private static Outcome show(Session session, Warehouse warehouse) {
        Messages messages = session.messages();
        Demo demo = Demo.in(warehouse, CareerPlan.demo());
        session.remark(messages.text("demo.writing", messages.number(demo.matches()), demo.documents()));
        demo.writeDocuments();
        session.remark(messages.text("demo.ingesting", warehouse.directory()));
        IngestReport report = ingest(session, demo);

        IngestText text = new IngestText(report, messages);
        session.answer(text.summary() + "\n\n");
        text.rejections(warehouse.quarantine()).forEach(session::remark);
        session.remark(
                messages.text("demo.parts", messages.number(demo.skillDocuments()), messages.number(demo.films())));
        List<Rejection> rejections = demo.takeParts().rejections();
        rejections.stream()
                .map(rejection -> messages.text("rejected", rejection.sentence()))
                .forEach(session::remark);
        summary(session, warehouse);
        Question.all(session.language()).forEach(question -> ask(session, warehouse, question));
        return report.rejected() == 0 && rejections.isEmpty() ? Outcome.DONE : Outcome.SOME_REFUSED;
    }

    private static IngestReport ingest(Session session, Demo demo) {
        try (ProgressLine progress = ProgressLine.of(session)) {
            return demo.ingest(progress);
        }
    }

    private static void summary(Session session, Warehouse warehouse) {
        heading(session, session.messages().text("demo.heading.summary"));
        StatusText status = new StatusText(warehouse.status(), session.messages());
        session.answer(status.text(warehouse.quarantine(), session.screen()) + "\n");
    }

    private static void ask(Session session, Warehouse warehouse, Question question) {
        heading(session, session.messages().text("demo.question." + question.key()));
        QueryResult answer = warehouse.query(question.sql(), List.of(), session.language(), session.limits());
        session.answer(
                question.sql().indent(2) + "\n" + RowFormat.TABLE.render(Grid.of(answer), session.screen()) + "\n");
    }

    private static void next(Session session, Path directory) {
        // Whoever tries the demo stands in the directory it was built in.
        String command = File.separatorChar == '/' ? "./spartanlake" : "spartanlake";
        String there = ShellWord.of(directory.toString());
        heading(session, session.messages().text("demo.next"));
        session.answer("""
                  %1$s stats --warehouse %2$s --player DemoLarkspur
                  %1$s match last --warehouse %2$s --player DemoLarkspur
                  %1$s killfeed last --warehouse %2$s --player DemoLarkspur
                  %1$s compare --warehouse %2$s --player DemoLarkspur --before 2023
                  %1$s sql --warehouse %2$s "SELECT * FROM meta.sessions ORDER BY start_time DESC LIMIT 5"
                  %1$s sql --warehouse %2$s --format csv "SELECT * FROM matches" > matches.csv
                  %1$s status --warehouse %2$s

                """.formatted(command, there));
        heading(session, session.messages().text("demo.next.own"));
        session.answer("""
                  %1$s login
                  %1$s sync
                  %1$s ingest PATH --player XUID
                  %1$s status
                  %1$s help
                """.formatted(command));
    }

    private static void heading(Session session, String text) {
        session.answer("## " + text + "\n\n");
    }
}
