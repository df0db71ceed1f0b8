package dev.spartanlake;

import dev.spartanlake.duck.Engine;
import dev.spartanlake.duck.EngineSettings;
import dev.spartanlake.mirror.DatabaseMirror;
import dev.spartanlake.schema.Table;
import dev.spartanlake.storage.Fingerprint;
import dev.spartanlake.storage.LocalFileStore;
import dev.spartanlake.storage.WarehouseDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/// Changes a warehouse behind the library's back, so that it looks as if the library had written it that way.
public final class Tampering {

    private Tampering() {}

    /// Writes all files of a table anew with other rows, and lets the catalog agree.
    ///
    /// @param select what stands for the columns of the rows
    public static void rewrite(Fixture fixture, Table<?> table, String select) {
        rewrite(fixture, table, select, "");
    }

    /// The same for some of the rows.
    ///
    /// @param where the condition, with `WHERE`
    public static void rewrite(Fixture fixture, Table<?> table, String select, String where) {
        try (Engine engine = Engine.open(new EngineSettings(1L << 29, 1, fixture.directory()))) {
            for (Path file : fixture.files(table.name())) {
                Path written = file.resolveSibling("written");
                engine.execute("COPY (SELECT " + select + " FROM " + Engine.parquet(List.of(file)) + " " + where
                        + " ORDER BY " + String.join(", ", table.order()) + ") TO '" + written
                        + "' (FORMAT parquet, COMPRESSION "
                        + table.compression().name()
                        + ", KV_METADATA {spartanlake_format: '" + table.formatVersion() + "', spartanlake_table: '"
                        + table.name() + "'})");
                long rows = engine.query(
                                "SELECT count(*) FROM " + Engine.parquet(List.of(written)), row -> row.getLong(1))
                        .getFirst();
                Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
                agree(fixture, file, rows);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void agree(Fixture fixture, Path file, long rows) {
        Fingerprint fingerprint = new LocalFileStore().fingerprint(file);
        String path = fixture.directory().relativize(file).toString().replace('\\', '/');
        metadata(
                fixture,
                "UPDATE data_files SET sha256 = '" + fingerprint.sha256() + "', size_bytes = " + fingerprint.sizeBytes()
                        + ", row_count = " + rows + " WHERE path = '" + path + "'");
    }

    /// Lets the second copy of the metadata database agree with it.
    public static void acceptMetadata(Fixture fixture) {
        new DatabaseMirror(new WarehouseDirectory(fixture.directory()), new LocalFileStore()).put();
    }

    /// The SHA-256 of a file.
    public static String sha256(Path file) {
        return new LocalFileStore().fingerprint(file).sha256();
    }

    /// Runs a statement on the metadata database.
    public static void metadata(Fixture fixture, String sql) {
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:sqlite:" + fixture.directory().resolve("metadata.db"));
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
