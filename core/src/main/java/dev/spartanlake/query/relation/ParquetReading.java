package dev.spartanlake.query.relation;

import dev.spartanlake.error.WarehouseException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/// The unfenced instance that reads Parquet files once the fence is up. It runs no SQL but its own.
public final class ParquetReading implements AutoCloseable {

    /// A reader holds a few row groups at a time.
    private static final long MEMORY_BYTES = 256L << 20;

    /// A file of less than this, for each byte of room, fits without looking closer: no column expands more.
    private static final long MOST_EXPANSION = 32;

    /// What a text value takes in a table besides its characters.
    private static final int TEXT_BYTES = 24;

    private @Nullable DuckDBConnection connection;

    /// Opens nothing yet: the instance is there from the first reading on, until it is closed.
    public ParquetReading() {}

    /// Streams columns of files.
    ///
    /// @throws WarehouseException `DAMAGED` when a file is missing or has another length than was
    ///     committed, `STORAGE` when the disk does not say
    RelationFeed feed(Relation.ParquetFiles relation, List<ColumnWire> columns) throws SQLException {
        if (relation.files().isEmpty()) {
            return new EmptyFeed();
        }
        requireSizes(relation);
        return ParquetFeed.open(connect(), Sql.parquet(relation.paths()), columns, relation.rows());
    }

    /// Compares the length of every file, which costs no reading.
    ///
    /// @throws WarehouseException `DAMAGED` when a file is missing or has another length than was
    ///     committed, `STORAGE` when the disk does not say
    public void requireSizes(Relation.ParquetFiles relation) {
        relation.files().forEach(ParquetFile::requireSize);
    }

    /// What files may take as a table at most, in bytes.
    public static long mostBytes(Relation.ParquetFiles relation) {
        return MOST_EXPANSION
                * relation.files().stream().mapToLong(ParquetFile::sizeBytes).sum();
    }

    /// Whether columns of files fit into a table of this size, as far as can be told without reading them.
    ///
    /// @param columns their names
    /// @param roomBytes the size, in bytes
    /// @throws SQLException when the files cannot be looked into
    /// @throws WarehouseException `DAMAGED` when a file is missing or has another length than was
    ///     committed, `STORAGE` when the disk does not say
    public boolean fits(Relation.ParquetFiles relation, Collection<String> columns, long roomBytes)
            throws SQLException {
        requireSizes(relation);
        if (mostBytes(relation) <= roomBytes) {
            return true;
        }
        try (DuckDBConnection reader = connect();
                Statement statement = reader.createStatement();
                ResultSet rows = statement.executeQuery(footprint(relation.paths(), columns))) {
            return rows.next() && rows.getDouble(1) <= roomBytes;
        }
    }

    private static String footprint(List<Path> files, Collection<String> columns) {
        String names = String.join(", ", columns.stream().map(Sql::literal).toList());
        return "SELECT sum(CASE WHEN type = 'BYTE_ARRAY' THEN " + TEXT_BYTES
                + " * num_values + total_uncompressed_size ELSE 8 * num_values END)::DOUBLE FROM parquet_metadata("
                + Sql.paths(files) + ") WHERE path_in_schema IN (" + names + ")";
    }

    private synchronized DuckDBConnection connect() throws SQLException {
        DuckDBConnection open = connection;
        if (open == null) {
            open = inUtc(DuckDbInstance.open(MEMORY_BYTES, 1));
            connection = open;
        }
        return open.duplicate();
    }

    /// The instance with its time zone set; it is closed where that fails.
    private static DuckDBConnection inUtc(DuckDBConnection opened) throws SQLException {
        try (Statement statement = opened.createStatement()) {
            statement.execute("SET GLOBAL TimeZone = 'UTC'");
            return opened;
        } catch (SQLException failed) {
            try {
                opened.close();
            } catch (SQLException unclosed) {
                failed.addSuppressed(unclosed);
            }
            throw failed;
        }
    }

    /// Ends the instance. Closing twice is allowed.
    ///
    /// @throws SQLException when it cannot be closed
    @Override
    public synchronized void close() throws SQLException {
        if (connection != null) {
            connection.close();
            connection = null;
        }
    }

    private static final class EmptyFeed implements RelationFeed {

        @Override
        public long fill(org.duckdb.DuckDBDataChunkWriter writer) {
            return 0;
        }

        @Override
        public void close() {
            // Holds nothing.
        }
    }
}
