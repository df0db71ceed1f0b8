package dev.spartanlake.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.Fixture;
import dev.spartanlake.Warehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Single bits and lost ends anywhere in the files of a warehouse. The seed is fixed, so a failure can be repeated.
class BitFlipTest {

    private static final int ROUNDS = 300;

    @TempDir
    private Path directory;

    private Fixture fixture;
    private List<Path> files;
    private final SplittableRandom random = new SplittableRandom(20260102);

    @BeforeEach
    void make() throws IOException {
        fixture = Specimen.in(directory).copy();
        files = Specimen.filesIn(fixture.directory()).stream()
                .filter(file ->
                        file.toString().endsWith(".parquet") || file.toString().endsWith(".db"))
                .toList();
        assertThat(files).hasSizeGreaterThan(10);
    }

    @Test
    void everySingleFlippedBitIsFound() throws IOException {
        List<String> missed = new ArrayList<>();
        try (Warehouse warehouse = fixture.warehouse()) {
            for (int round = 0; round < ROUNDS; round++) {
                Path file = files.get(round % files.size());
                byte[] content = Files.readAllBytes(file);
                long bit = random.nextLong(8L * content.length);
                byte[] damaged = content.clone();
                damaged[(int) (bit / 8)] ^= (byte) (1 << (bit % 8));
                Files.write(file, damaged);

                if (!names(warehouse.verify(Depth.NORMAL), file)) {
                    missed.add(file + " bit " + bit);
                }
                Files.write(file, content);
            }
            assertThat(missed).isEmpty();
            assertThat(warehouse.verify(Depth.NORMAL).findings()).isEmpty();
        }
    }

    @Test
    void everyLostEndIsFound() throws IOException {
        List<String> missed = new ArrayList<>();
        try (Warehouse warehouse = fixture.warehouse()) {
            for (Path file : files) {
                byte[] content = Files.readAllBytes(file);
                for (int length : List.of(0, random.nextInt(content.length), content.length - 1)) {
                    FindingsTest.truncate(file, length);

                    if (!names(warehouse.verify(Depth.NORMAL), file)) {
                        missed.add(file + " cut to " + length);
                    }
                    Files.write(file, content);
                }
            }
            assertThat(missed).isEmpty();
        }
    }

    private static boolean names(Verification verification, Path file) {
        return verification.damage().stream()
                .anyMatch(finding -> file.equals(finding.where().file()));
    }
}
