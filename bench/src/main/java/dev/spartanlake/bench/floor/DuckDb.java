package dev.spartanlake.bench.floor;

import dev.spartanlake.query.Query;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.duckdb.DuckDBDriver;
import org.jspecify.annotations.Nullable;

/// A DuckDB of its own, on one connection, that keeps the statements it has prepared.
///
/// **Threads**: one. **Lifecycle**: whoever opens it closes it.
public final class DuckDb implements AutoCloseable {

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    /// What was read, so that reading cannot be left out.
    private long seen;

    private DuckDb(Connection connection) {
        this.connection = connection;
    }

    /// An empty database in memory.
    public static DuckDb inMemory() throws SQLException {
        return open("jdbc:duckdb:", new Properties());
    }

    /// A database in a file, to be changed; it is made where there is none.
    public static DuckDb in(Path file) throws SQLException {
        return open("jdbc:duckdb:" + file.toAbsolutePath(), new Properties());
    }

    /// A database in a file, for reading only.
    public static DuckDb reading(Path file) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("duckdb.read_only", "true");
        return open("jdbc:duckdb:" + file.toAbsolutePath(), properties);
    }

    private static DuckDb open(String url, Properties properties) throws SQLException {
        DuckDb opened = new DuckDb(new DuckDBDriver().connect(url, properties));
        opened.execute("SET TimeZone = 'UTC'");
        return opened;
    }

    /// Carries a statement out.
    public void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// Reads every value of every row of some answers, one after the other.
    public void read(List<Query> queries) throws SQLException {
        for (Query query : queries) {
            read(query);
        }
    }

    /// Reads every value of every row of an answer.
    ///
    /// @return how many rows there are
    public long read(Query query) throws SQLException {
        PreparedStatement statement = prepared(query.sql());
        for (int i = 0; i < query.parameters().size(); i++) {
            @Nullable Object value = query.parameters().get(i);
            statement.setObject(i + 1, value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value);
        }
        long rows = 0;
        try (ResultSet answer = statement.executeQuery()) {
            int columns = answer.getMetaData().getColumnCount();
            while (answer.next()) {
                rows++;
                for (int column = 1; column <= columns; column++) {
                    seen += answer.getObject(column) == null ? 0 : 1;
                }
            }
        }
        return rows;
    }

    /// The texts in the first column of an answer.
    List<String> texts(String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            while (answer.next()) {
                texts.add(answer.getString(1));
            }
        }
        return texts;
    }

    private PreparedStatement prepared(String sql) throws SQLException {
        PreparedStatement known = prepared.get(sql);
        if (known == null) {
            known = connection.prepareStatement(sql);
            prepared.put(sql, known);
        }
        return known;
    }

    /// How many values have been read that are not null.
    public long valuesSeen() {
        return seen;
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : prepared.values()) {
            statement.close();
        }
        connection.close();
    }
}
