package dev.spartanlake.bench.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.bench.career.BenchCareer;
import dev.spartanlake.bench.career.SpreadCareers;
import dev.spartanlake.bench.measure.Measurement;
import dev.spartanlake.bench.measure.Side;
import dev.spartanlake.bench.measure.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmallFilesJobTest {

    private static final SpreadCareers.Shape ONE = new SpreadCareers.Shape(1, 3);
    private static final SpreadCareers.Shape FOUR = new SpreadCareers.Shape(4, 12);

    @TempDir
    private Path directory;

    @Test
    void eachShapeHasTheSameWorksBesideTheirFloors() throws Exception {
        BenchCareer career = new BenchCareer(directory, 24);

        List<Measurement> measurements =
                new SmallFilesJob(List.of(ONE, FOUR)).measure(new Setting(career, 1, directory));

        assertThat(measurements.stream().map(measured -> measured.work() + ", " + measured.side()))
                .containsExactlyElementsOf(Stream.of("1 × 3", "4 × 12")
                        .flatMap(shape -> Stream.of(
                                        "files, PRODUCT",
                                        "on disk, PRODUCT",
                                        "delta of 25, PRODUCT",
                                        "delta of 25, FLOOR",
                                        "question asked again, PRODUCT",
                                        "question asked again, FLOOR",
                                        "first question, PRODUCT",
                                        "first question, FLOOR",
                                        "first question, GLOB",
                                        "verify, PRODUCT",
                                        "verify, FLOOR")
                                .map(work -> shape + ": " + work))
                        .toList());
        SpreadCareers one = career.spread(ONE);
        assertThat(measurements.getFirst().unit()).isEqualTo(Unit.FILES);
        assertThat(measurements.getFirst().median()).isEqualTo((double) one.parquetFiles());
        assertThat(measurements.get(1).median()).isEqualTo(bytes(one.warehouse()));
        assertThat(measurements)
                .filteredOn(measured -> measured.side() != Side.PRODUCT)
                .allSatisfy(measured -> {
                    assertThat(measured.unit()).isEqualTo(Unit.MILLISECONDS);
                    assertThat(measured.median()).isPositive();
                });
    }

    /// Without what SQLite keeps in memory and, meanwhile, in a file.
    private static double bytes(Path warehouse) throws IOException {
        double bytes = 0;
        try (Stream<Path> paths = Files.walk(warehouse)) {
            for (Path file : paths.filter(Files::isRegularFile).toList()) {
                bytes += file.toString().endsWith("-shm") ? 0 : Files.size(file);
            }
        }
        return bytes;
    }
}
