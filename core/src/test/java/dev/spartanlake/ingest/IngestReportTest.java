package dev.spartanlake.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.Documents;
import dev.spartanlake.Fixture;
import dev.spartanlake.ingest.IngestReport.Application;
import dev.spartanlake.ingest.IngestRequest.Mode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestReportTest {

    private static final int STORED = 3;

    @TempDir
    private Path directory;

    @Test
    void listsTheFirstRejectionsAndCountsThemAll() throws IOException {
        int refused = IngestReport.MOST_REJECTIONS + 7;

        IngestReport report = ingest(refused, Mode.ACCEPT_VALID);

        assertThat(report.rejections()).hasSize(IngestReport.MOST_REJECTIONS);
        assertThat(report.rejections().getLast().source()).endsWith(":" + IngestReport.MOST_REJECTIONS);
        assertThat(report.rejected()).isEqualTo(refused);
        assertThat(report.rejectionsOmitted()).isEqualTo(7);
        assertThat(report.read()).isEqualTo(refused + STORED);
        assertThat(report.accepted()).isEqualTo(STORED);
        assertThat(fixture().warehouse().status().quarantined()).isEqualTo(refused);
    }

    @Test
    void countsNothingAsStoredWhereAllWereRefusedBecauseOneWas() throws IOException {
        IngestReport report = ingest(1, Mode.ALL_OR_NOTHING);

        assertThat(report.application()).isEqualTo(Application.REFUSED);
        assertThat(List.of(report.inserted(), report.updated(), report.unchanged()))
                .containsOnly(0L);
        assertThat(List.of(report.read(), report.accepted(), report.rejected())).containsExactly(4L, 3L, 1L);
        assertThat(report.rejectionsOmitted()).isZero();
        assertThat(fixture().warehouse().status().matches()).isZero();
    }

    @Test
    void countsWhatADryRunWouldStore() throws IOException {
        IngestReport report = ingest(1, Mode.DRY_RUN);

        assertThat(report.application()).isEqualTo(Application.DRY_RUN);
        assertThat(List.of(report.read(), report.inserted(), report.rejected())).containsExactly(4L, 3L, 1L);
    }

    /// Ingests lines that are no documents, each another one, and then some that are.
    private IngestReport ingest(int refused, Mode mode) throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < refused; i++) {
            lines.add("no document " + i);
        }
        Documents.mixed(STORED).forEach(document -> lines.add(document.toString()));
        Path file = Files.write(directory.resolve("lines.ndjson"), lines);
        IngestRequest request =
                new IngestRequest(List.of(file.toString()), InputStream.nullInputStream(), Set.of(), mode);
        return fixture().warehouse().ingest(request, IngestProgress.NONE);
    }

    private Fixture fixture() {
        return new Fixture(directory.resolve("warehouse"));
    }
}
