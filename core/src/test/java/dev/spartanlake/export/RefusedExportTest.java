package dev.spartanlake.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.export.TargetFile.Content;
import dev.spartanlake.query.Limits;
import dev.spartanlake.query.QueryEngine;
import dev.spartanlake.query.relation.Relation;
import dev.spartanlake.query.relation.RelationName;
import dev.spartanlake.storage.LocalFileStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is said where the disk refuses an export: the same words, whoever writes it.
class RefusedExportTest {

    private static final String CHECK = "check that the disk has room and that the directory may be written to";

    /// Nothing can be written to it, and it says that the disk is full.
    private static final Path FULL = Path.of("/dev/full");

    /// Where nobody may make a file, not even one to whom permissions do not apply.
    private static final Path CLOSED = Path.of("/sys");

    @TempDir
    private Path directory;

    @Test
    void rowsOnAFullDisk() {
        assumeTrue(Files.exists(FULL), "only Linux has a device that is full");

        try (QueryEngine engine = QueryEngine.open(List.of(), Limits.standard())) {
            assertRefused(() -> engine.deliver(
                            "SELECT i, md5(i::VARCHAR) AS noise FROM range(200000) t(i)",
                            List.of(),
                            Limits.standard(),
                            (columns, rows) -> ParquetExport.write(FULL, columns, rows, Object::toString)))
                    .hasMessageMatching("cannot write the rows: [^:;\"]+; " + CHECK);
        }
    }

    @Test
    void aDatabaseThatCannotBeMade() {
        Path file = directory.resolve("gone").resolve("halo.duckdb");

        assertRefused(() -> DuckDbExport.write(file, List.of()))
                .hasMessageMatching("cannot write the DuckDB database: [^:;\"]+; " + CHECK);
    }

    @Test
    void aDatabaseOfWhichTheEngineMakesNothingIsNotTheFaultOfTheDisk() {
        Relation wrong = new Relation.View(RelationName.main("wrong"), "SELECT nothing", List.of());

        assertThatThrownBy(() -> DuckDbExport.write(directory.resolve("halo.duckdb"), List.of(wrong)))
                .isInstanceOfSatisfying(
                        WarehouseException.class,
                        failed -> assertThat(failed.code()).isEqualTo(ErrorCode.ENGINE))
                .hasMessageStartingWith("cannot write the DuckDB database: Binder Error: ")
                .hasMessageNotContaining("disk");
    }

    @Test
    void aDirectoryThatMayNotBeWrittenToIsRefusedBeforeAnythingIsAsked() {
        assumeTrue(Files.isDirectory(CLOSED), "only Linux has a directory that is closed to everybody");
        Path file = CLOSED.resolve("halo.duckdb");

        assertRefused(() -> target(file).write(_ -> {
                    throw new AssertionError("there is no place to write to");
                }))
                .hasMessageStartingWith("cannot write " + file + ": ")
                .hasMessageEndingWith("the directory may be written to")
                .hasMessageNotContaining(".part");
    }

    @Test
    void aDiskThatFillsUpMeanwhile() {
        Path file = directory.resolve("rows.csv");
        Content full = part -> {
            Files.writeString(part, "half");
            throw new IOException("No space left on device");
        };

        assertRefused(() -> target(file).write(full))
                .hasMessage("cannot write " + file + ": No space left on device; " + CHECK);
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void theContentFindsNoFile() {
        Path file = directory.resolve("rows.csv");

        target(file).write(part -> {
            assertThat(part).doesNotExist();
            Files.writeString(part, "whole");
        });

        assertThat(file).hasContent("whole");
    }

    private TargetFile target(Path file) {
        return new TargetFile(file, Existing.KEEP, directory.resolve("warehouse"), new LocalFileStore());
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(ThrowingCallable export) {
        return assertThatThrownBy(export)
                .isInstanceOfSatisfying(
                        WarehouseException.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.STORAGE));
    }
}
