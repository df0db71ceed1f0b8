package dev.spartanlake.cli.question;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.analytics.career.CareerSummary;
import dev.spartanlake.analytics.question.Filter;
import dev.spartanlake.analytics.question.Opposition;
import dev.spartanlake.cli.Main;
import dev.spartanlake.cli.command.Outcome;
import dev.spartanlake.cli.command.Session;
import dev.spartanlake.cli.command.Spartanlake;
import dev.spartanlake.cli.command.Surroundings;
import dev.spartanlake.cli.command.Surroundings.Display;
import dev.spartanlake.cli.render.AlignedTable.Column;
import dev.spartanlake.cli.render.Grid;
import dev.spartanlake.cli.render.Screen;
import dev.spartanlake.cli.render.answer.Answer;
import dev.spartanlake.commit.StopSignal;
import dev.spartanlake.generator.Career;
import dev.spartanlake.generator.CareerPlan;
import dev.spartanlake.generator.GeneratedDocument;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// A command that asks twice while another one writes.
class OneCommitTest {

    private static final int MATCHES = 6;

    @TempDir
    private Path directory;

    @Test
    void showsWhatOneCommitSays() throws IOException {
        CareerPlan plan = CareerPlan.mixed(11, MATCHES);
        String player = Long.toString(plan.players().getFirst().xuid());
        List<Path> documents = documents(plan);
        ingest(documents.subList(0, MATCHES - 1), player);
        AskingTwice command = new AskingTwice(() -> ingest(documents, player));
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        Outcome outcome = run(command, out);

        assertThat(outcome).isEqualTo(Outcome.DONE);
        assertThat(command.first).hasSize(2);
        assertThat(command.first.getLast()).isGreaterThan(command.first.getFirst());
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo(command.first.getLast() + " " + command.first.getLast() + "\n");
    }

    private Outcome run(AskingTwice command, OutputStream out) {
        new CommandLine(command).parseArgs();
        return command.run(new Session(
                new Surroundings(
                        InputStream.nullInputStream(),
                        new PrintStream(out, false, StandardCharsets.UTF_8),
                        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
                        Map.of("LANG", "en_US.UTF-8", "SPARTANLAKE_HOME", warehouse()),
                        Display.PIPE,
                        StopSignal.NEVER),
                new Spartanlake()));
    }

    private List<Path> documents(CareerPlan plan) throws IOException {
        List<Path> files = new ArrayList<>();
        for (GeneratedDocument document : Career.of(plan)) {
            Path file = directory.resolve(files.size() + ".json");
            try (OutputStream out = Files.newOutputStream(file)) {
                document.writeTo(out);
            }
            files.add(file);
        }
        return files;
    }

    private void ingest(List<Path> documents, String player) {
        List<String> arguments = new ArrayList<>(List.of("ingest", "--player", player, "--warehouse", warehouse()));
        documents.forEach(document -> arguments.add(document.toString()));
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        int code =
                Main.run(arguments.toArray(String[]::new), InputStream.nullInputStream(), nowhere, nowhere, Map.of());
        assertThat(code).isZero();
    }

    private String warehouse() {
        return directory.resolve("warehouse").toString();
    }

    @Command(name = "asking-twice")
    private static final class AskingTwice extends AnswerCommand {

        private final Runnable writer;
        private final List<Long> first = new ArrayList<>();

        AskingTwice(Runnable writer) {
            this.writer = writer;
        }

        @Override
        Answer answer(Asked asked) {
            first.add(matches(asked));
            if (first.size() == 1) {
                writer.run();
            }
            return new Two(first.getLast(), matches(asked));
        }

        private static long matches(Asked asked) {
            Filter all = Filter.of(asked.filter().player())
                    .change()
                    .opposition(Opposition.ANY)
                    .build();
            return asked.answers().ask(new CareerSummary(), all).tally().matches();
        }
    }

    /// Both answers.
    private record Two(long first, long second) implements Answer {

        @Override
        public boolean isEmpty() {
            return false;
        }

        @Override
        public String text(Screen screen) {
            return first + " " + second + "\n";
        }

        @Override
        public List<Column> table(Screen screen) {
            return List.of();
        }

        @Override
        public String json() {
            return "[" + first + "," + second + "]\n";
        }

        @Override
        public Grid grid() {
            return new Grid(List.of("first", "second"), List.of(List.of(first, second)));
        }
    }
}
