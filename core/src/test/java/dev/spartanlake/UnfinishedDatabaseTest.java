package dev.spartanlake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spartanlake.query.Limits;
import dev.spartanlake.reference.Language;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A first writer that is killed may leave a database without a table.
class UnfinishedDatabaseTest {

    @TempDir
    private Path directory;

    private Path database = Path.of("");

    @BeforeEach
    void leaveDatabaseWithoutTables() throws SQLException {
        database = directory.resolve("metadata.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
        }
        assertThat(database).isNotEmptyFile();
    }

    @ParameterizedTest
    @MethodSource("readers")
    void isNoWarehouseToReaders(Consumer<Warehouse> reader) {
        try (Warehouse warehouse = new Fixture(directory).warehouse()) {
            assertThatThrownBy(() -> reader.accept(warehouse))
                    .hasMessage(database + " is not a SpartanLake database; name another directory with --warehouse");
        }

        assertThat(directory.resolve(".lock")).doesNotExist();
    }

    static Stream<Consumer<Warehouse>> readers() {
        return Stream.of(
                Warehouse::status,
                Warehouse::players,
                Warehouse::upgrade,
                warehouse -> warehouse.query("SELECT 1", List.of(), Language.EN, Limits.standard()));
    }

    @Test
    void isFinishedByTheNextWriter() {
        try (Warehouse warehouse = new Fixture(directory).warehouse()) {
            warehouse.track(List.of(Documents.player()));

            assertThat(warehouse.status().careers()).hasSize(1);
        }
    }
}
