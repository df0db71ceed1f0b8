package dev.spartanlake.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.WarehouseException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {

    @TempDir
    private Path directory;

    private Database writer;
    private Database reader;

    @BeforeEach
    void open() {
        Path file = directory.resolve("database");
        writer = Database.openForWriting(file);
        writer.script("CREATE TABLE words (word TEXT)");
        reader = Database.openForReading(file);
    }

    @AfterEach
    void close() {
        reader.close();
        writer.close();
    }

    @Test
    void seesOneStateDuringAReadAndTheNextAfterIt() {
        List<Long> counts = reader.inRead(() -> {
            long before = count();
            writer.update("INSERT INTO words VALUES ('new')");
            return List.of(before, count());
        });

        assertThat(counts).containsExactly(0L, 0L);
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void endsAReadThatFails() {
        assertThatThrownBy(() -> reader.inRead(() -> reader.number("SELECT count(*) FROM nowhere")))
                .isInstanceOf(WarehouseException.class)
                .hasMessageContaining("no such table: nowhere");

        writer.update("INSERT INTO words VALUES ('new')");
        assertThat(count()).isEqualTo(1);
        assertThat(writer.rewrite()).isTrue();
    }

    @Test
    void saysThatThereIsNoRoom() {
        writer.script("PRAGMA max_page_count = 3");

        assertThatThrownBy(() -> writer.update("INSERT INTO words VALUES (?)", "long".repeat(5_000)))
                .isInstanceOfSatisfying(
                        WarehouseException.class,
                        full -> assertThat(full.code()).isEqualTo(ErrorCode.STORAGE))
                .hasMessage("the disk has no room left for the metadata database " + directory.resolve("database")
                        + "; make room, then run the command again");
        assertThat(count()).isZero();
    }

    @Test
    void changesNothingInARehearsal() {
        assertThat(writer.rehearse(() -> writer.update("INSERT INTO words VALUES ('new'), ('newer')")))
                .isEqualTo(2);
        assertThat(count()).isZero();
    }

    private long count() {
        return reader.number("SELECT count(*) FROM words");
    }
}
