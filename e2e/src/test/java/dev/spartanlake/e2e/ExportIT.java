package dev.spartanlake.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Exports of more rows than the heap would hold, and onto disks without room.
class ExportIT {

    private static final int FULL = 4;
    private static final int ROWS = 1_000_000;

    @TempDir
    private Path directory;

    private Spartanlake ingested(int matches) {
        Spartanlake spartanlake = new Spartanlake(directory.resolve("warehouse"), directory);
        Path documents = Documents.writeLines(Documents.shuffled(7, matches), directory.resolve("documents.ndjson"));
        spartanlake
                .run(
                        "ingest",
                        documents.toString(),
                        "--player",
                        Documents.players().getFirst())
                .succeeded();
        return spartanlake;
    }

    @Test
    void aFullDiskLeavesNoHalfFile() {
        Spartanlake spartanlake = ingested(100);
        try (SmallDisk disk = SmallDisk.mount(directory.resolve("disk"), 64)) {
            for (String ending : List.of("csv", "json", "ndjson", "parquet", "xlsx")) {
                Path file = disk.directory().resolve("rows." + ending);
                // Random digits, which no form makes small.
                String sql = "SELECT md5(i::VARCHAR) || sha256(i::VARCHAR) AS noise FROM range(20000) t(i)";

                spartanlake.run("export", "query", sql, file.toString()).failedWith(FULL);

                assertThat(disk.directory()).as(ending).isEmptyDirectory();
            }
            spartanlake
                    .run(
                            "export",
                            "duckdb",
                            disk.directory().resolve("halo.duckdb").toString())
                    .failedWith(FULL);
            assertThat(disk.directory()).isEmptyDirectory();
        }
    }

    @Test
    void aMillionRowsNeedLittleHeap() {
        Spartanlake spartanlake = ingested(10);
        for (String ending : List.of("csv", "json", "parquet", "xlsx")) {
            Path file = directory.resolve("rows." + ending);
            // As text on the heap, more than half a gigabyte.
            String sql = "SELECT i AS number, repeat(i::VARCHAR, 40) AS text FROM range(" + ROWS + ") t(i)";

            Run run = withHeap("64m", spartanlake, "export", "query", sql, file.toString());

            assertThat(run.code()).as(run.err()).isZero();
            assertThat(run.err()).isEqualTo("1,000,000 rows written to " + file + System.lineSeparator());
            assertThat(file).isRegularFile();
        }
        Path text = directory.resolve("rows.csv");
        assertThat(Disk.text(text)
                        .lines()
                        .skip(1)
                        .mapToLong(line -> Long.parseLong(line.substring(0, line.indexOf(','))))
                        .sum())
                .isEqualTo(LongStream.range(0, ROWS).sum());
    }

    private Run withHeap(String heap, Spartanlake spartanlake, String... arguments) {
        List<String> command = spartanlake.arguments(List.of(), List.of(arguments)).stream()
                .map(argument -> argument.startsWith("-Xmx") ? "-Xmx" + heap : argument)
                .toList();
        assertThat(command).contains("-Xmx" + heap);
        try (Child child = Child.start(Distribution.process(command), directory)) {
            return child.ended();
        }
    }
}
