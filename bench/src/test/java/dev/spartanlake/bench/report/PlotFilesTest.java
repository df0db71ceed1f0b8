package dev.spartanlake.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlotFilesTest {

    @TempDir
    private Path directory;

    @Test
    void whatIsLeftOverOrMissingOrOtherwiseIsNoticedAndMended() throws Exception {
        PlotFiles plots = new PlotFiles(directory.resolve("plots"));
        Map<String, String> expected = Map.of("delta.svg", "<svg/>", "ingest.svg", "<svg>1</svg>");
        assertThat(plots.read()).isEmpty();

        plots.write(expected);
        assertThat(plots.read()).isEqualTo(expected);

        Path leftOver = directory.resolve("plots/renamed.svg");
        Files.writeString(leftOver, "<svg/>");
        assertThat(plots.read()).isNotEqualTo(expected).containsKey("renamed.svg");

        Files.delete(leftOver);
        Files.writeString(directory.resolve("plots/ingest.svg"), "<svg>2</svg>");
        assertThat(plots.read()).isNotEqualTo(expected);

        Files.delete(directory.resolve("plots/ingest.svg"));
        Files.writeString(leftOver, "<svg/>");
        plots.write(expected);
        assertThat(plots.read()).isEqualTo(expected);
    }
}
