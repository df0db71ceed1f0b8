package dev.spartanlake.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.Fixture;
import dev.spartanlake.Warehouse;
import dev.spartanlake.analytics.career.Breakdown;
import dev.spartanlake.analytics.career.CareerSummary;
import dev.spartanlake.analytics.career.Dimension;
import dev.spartanlake.analytics.match.MatchList;
import dev.spartanlake.analytics.match.MatchReport;
import dev.spartanlake.analytics.question.Viewpoint;
import dev.spartanlake.match.MatchId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Several questions while somebody writes.
class OneCommitTest {

    @TempDir
    private Path directory;

    private final SmallCareer career = new SmallCareer();

    @Test
    void questionsAskedTogetherAgreeThoughAMatchComesInBetweenThem() throws IOException {
        Fixture fixture = career.play(_ -> {}).play(_ -> {}).store(directory);
        List<Long> firstAnswers = new ArrayList<>();
        try (Warehouse warehouse = fixture.warehouse()) {
            long second = warehouse.analytics(Viewpoint.standard()).onOneCommit(answers -> {
                firstAnswers.add(answers.ask(new CareerSummary(), SmallCareer.ALL)
                        .tally()
                        .matches());
                if (firstAnswers.size() == 1) {
                    playAnother();
                }
                return answers.ask(new Breakdown(Dimension.MAP), SmallCareer.ALL).stream()
                        .mapToLong(group -> group.tally().matches())
                        .sum();
            });

            assertThat(firstAnswers).containsExactly(2L, 3L);
            assertThat(second).isEqualTo(3);
        }
    }

    @Test
    void theLastMatchIsTheLastOneOfItsReport() throws IOException {
        Fixture fixture = career.play(_ -> {}).play(_ -> {}).store(directory);
        List<String> asked = new ArrayList<>();
        try (Warehouse warehouse = fixture.warehouse()) {
            MatchReport.Report report = warehouse
                    .analytics(Viewpoint.standard())
                    .onOneCommit(answers -> {
                        String last = answers.ask(new MatchList(1), SmallCareer.ALL)
                                .getFirst()
                                .matchId();
                        asked.add(last);
                        if (asked.size() == 1) {
                            playAnother();
                        }
                        return answers.ask(new MatchReport(new MatchId(last)), SmallCareer.ALL);
                    })
                    .orElseThrow();

            assertThat(asked).containsExactly(SmallCareer.id(1), SmallCareer.id(2));
            assertThat(report.line().matchId()).isEqualTo(SmallCareer.id(2));
            assertThat(report.place().sessionMatches()).isEqualTo(report.place().sessionPosition());
        }
    }

    private void playAnother() {
        try {
            career.play(_ -> {}).store(directory);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
