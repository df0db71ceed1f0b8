package dev.spartanlake.imports.sqlite;

import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A SQLite database of another program, which may be running and writing to it.
///
/// Nothing is written to it or left beside it. Rows are read a page at a time, each page by itself,
/// so that no lock is held while something is done with them; a page that was read while the files
/// changed without a lock against it is read again. Only stored columns of real tables are read:
/// views, computed columns and modules can run anything.
///
/// **Threads**: one at a time. **Lifecycle**: whoever opens it closes it.
public final class ForeignDatabase implements AutoCloseable {

    /// A page ends when its documents are this long together.
    private static final long PAGE_BYTES = 8L << 20;

    private static final int PAGE_ROWS = 256;
    private static final int LONGEST_TEXT = 4096;
    private static final int MOST_ATTEMPTS = 20;
    private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));

    private final Path file;
    private final Duration patience;
    private final int longestBody;
    private FileState state;
    private OpenDatabase open;

    private ForeignDatabase(Path file, Duration patience, int longestBody, FileState state, OpenDatabase open) {
        this.file = file;
        this.patience = patience;
        this.longestBody = longestBody;
        this.state = state;
        this.open = open;
    }

    /// Opens one.
    ///
    /// @param patience how long to wait for a program that writes
    /// @param longestBody the longest document that is read, in bytes
    /// @throws WarehouseException with [ErrorCode#SOURCE_UNREADABLE] when it is no such database,
    ///     or damaged; with [ErrorCode#SOURCE_BUSY] when it is locked for longer
    public static ForeignDatabase open(Path file, Duration patience, int longestBody) {
        try {
            if (!Files.isRegularFile(file)) {
                throw unreadable(file, Files.exists(file) ? "it is no file" : "there is no such file");
            }
            if (!FileState.isDatabase(file)) {
                throw unreadable(file, "it is not a SQLite database");
            }
            Path real = file.toRealPath();
            FileState state = FileState.of(real);
            return new ForeignDatabase(
                    real, patience, longestBody, state, OpenDatabase.open(real, state, patience, TEMPORARY));
        } catch (IOException failed) {
            throw unreadable(file, failed.toString());
        }
    }

    /// Whether a file is a SQLite database, by how it begins.
    public static boolean isDatabase(Path file) {
        try {
            return Files.isRegularFile(file) && FileState.isDatabase(file);
        } catch (IOException failed) {
            throw unreadable(file, failed.toString());
        }
    }

    /// The file, by its real path.
    public Path file() {
        return file;
    }

    /// A table by its name in any case; empty because there is none, nor a view.
    public Optional<SourceTable> table(String name) {
        return undisturbed(() -> find(name));
    }

    private Optional<SourceTable> find(String name) throws SQLException {
        String sql = "SELECT name, type, wr FROM pragma_table_list WHERE schema = 'main' AND name = ? COLLATE NOCASE";
        try (PreparedStatement statement = open.prepare(sql)) {
            statement.setString(1, name);
            try (ResultSet found = statement.executeQuery()) {
                if (!found.next()) {
                    return Optional.empty();
                }
                String spelt = found.getString(1);
                boolean isReadable = "table".equals(found.getString(2)) && !found.getBoolean(3);
                Set<String> stored = new HashSet<>();
                Set<String> all = columns(spelt, stored);
                String rowId = Stream.of("rowid", "_rowid_", "oid")
                        .filter(alias -> isReadable && !all.contains(alias))
                        .findFirst()
                        .orElse(null);
                return Optional.of(new SourceTable(spelt, stored, rowId));
            }
        }
    }

    /// @param stored is given the columns that are not computed
    private Set<String> columns(String table, Set<String> stored) throws SQLException {
        Set<String> all = new HashSet<>();
        try (PreparedStatement statement = open.prepare("SELECT name, hidden FROM pragma_table_xinfo(?)")) {
            statement.setString(1, table);
            try (ResultSet columns = statement.executeQuery()) {
                while (columns.next()) {
                    String column = columns.getString(1).toLowerCase(Locale.ROOT);
                    all.add(column);
                    if (columns.getInt(2) == 0) {
                        stored.add(column);
                    }
                }
            }
        }
        return all;
    }

    /// The highest number of a row; 0 in an empty table.
    public long lastRow(SourceTable table) {
        return number("SELECT coalesce(max(" + table.rowId() + "), 0) FROM " + SourceTable.quoted(table.name()));
    }

    /// How many rows a table has.
    public long rows(SourceTable table) {
        return number("SELECT count(*) FROM " + SourceTable.quoted(table.name()));
    }

    private long number(String sql) {
        return undisturbed(() -> {
            try (PreparedStatement statement = open.prepare(sql);
                    ResultSet found = statement.executeQuery()) {
                return found.getLong(1);
            }
        });
    }

    /// The next rows of a table, in the order of their numbers; none when there are no more.
    ///
    /// @param after the number of the last row that was read; [Long#MIN_VALUE] before the first
    /// @param body the column of the document; null to leave it out
    /// @param texts other columns, of short values
    public List<SourceRow> page(SourceTable table, long after, @Nullable String body, String... texts) {
        String where = " WHERE " + table.rowId() + " > ? ORDER BY " + table.rowId() + " LIMIT " + PAGE_ROWS;
        return undisturbed(() -> read(select(table, body, texts) + where, after, body != null, texts.length));
    }

    /// One row of a table; empty because it is gone.
    public Optional<SourceRow> row(SourceTable table, long rowId, String body) {
        String where = " WHERE " + table.rowId() + " = ?";
        return undisturbed(() ->
                read(select(table, body) + where, rowId, true, 0).stream().findFirst());
    }

    private String select(SourceTable table, @Nullable String body, String... texts) {
        List<String> values = new ArrayList<>(List.of(String.valueOf(table.rowId())));
        if (body != null) {
            String column = SourceTable.quoted(body);
            values.add("octet_length(" + column + ")");
            values.add(shortest(column, longestBody));
        }
        for (String text : texts) {
            values.add(shortest(SourceTable.quoted(text), LONGEST_TEXT));
        }
        return "SELECT " + String.join(", ", values) + " FROM " + SourceTable.quoted(table.name());
    }

    /// The length of a value is known without reading it.
    private static String shortest(String column, int longest) {
        return "CASE WHEN octet_length(" + column + ") <= " + longest + " THEN " + column + " END";
    }

    private List<SourceRow> read(String sql, long rowId, boolean hasBody, int texts) throws SQLException {
        List<SourceRow> rows = new ArrayList<>();
        long bytes = 0;
        try (PreparedStatement statement = open.prepare(sql)) {
            statement.setLong(1, rowId);
            try (ResultSet found = statement.executeQuery()) {
                while (bytes < PAGE_BYTES && found.next()) {
                    byte[] body = hasBody ? body(found) : null;
                    List<String> values = new ArrayList<>();
                    for (int i = 0; i < texts; i++) {
                        String value = found.getString((hasBody ? 4 : 2) + i);
                        values.add(value == null ? "" : value);
                    }
                    rows.add(new SourceRow(found.getLong(1), body, hasBody ? found.getLong(2) : 0, values));
                    bytes += body == null ? 0 : body.length;
                }
            }
        }
        return rows;
    }

    /// The bytes of text in UTF-8 are taken as they are, so that broken ones are not mended in
    /// silence.
    private byte @Nullable [] body(ResultSet row) throws SQLException {
        if (open.isUtf8()) {
            return row.getBytes(3);
        }
        Object value = row.getObject(3);
        return value instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : row.getBytes(3);
    }

    /// Reads, and reads again if the files changed meanwhile and no lock kept them from it.
    private <T> T undisturbed(Read<T> read) {
        try {
            for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
                T result = attempt(read);
                FileState now = FileState.of(file);
                if (result != null && (open.isLocked() || now.equals(state))) {
                    return result;
                }
                open.close();
                state = now;
                open = OpenDatabase.open(file, now, patience, TEMPORARY);
            }
        } catch (IOException failed) {
            throw unreadable(file, failed.toString());
        }
        throw new WarehouseException(
                ErrorCode.SOURCE_BUSY,
                Location.of(file),
                "cannot read " + file + ": another program keeps writing to it; close that program and run the command"
                        + " again, which goes on where this one stopped");
    }

    /// @return null because it failed, and the files changed meanwhile
    private <T> @Nullable T attempt(Read<T> read) throws IOException {
        try {
            return read.run();
        } catch (SQLException failed) {
            if (!open.isLocked() && !FileState.of(file).equals(state)) {
                return null;
            }
            throw OpenDatabase.failure(file, failed);
        }
    }

    static WarehouseException unreadable(Path file, String reason) {
        return new WarehouseException(
                ErrorCode.SOURCE_UNREADABLE,
                Location.of(file),
                "cannot read " + file + ": " + reason + "; expected a database that another program made");
    }

    @Override
    public void close() {
        open.close();
    }

    /// Reads something of the open database.
    @FunctionalInterface
    private interface Read<T> {
        T run() throws SQLException;
    }
}
