package dev.spartanlake.query;

import dev.spartanlake.query.relation.ParquetFile;
import dev.spartanlake.query.relation.Relation;
import dev.spartanlake.query.relation.RelationColumn;
import dev.spartanlake.query.relation.RelationName;
import dev.spartanlake.query.relation.RowCursor;
import dev.spartanlake.query.relation.Sql;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// A small world to ask questions about: facts in three Parquet files, players from Java, a view that joins them.
final class SampleRelations {

    static final Limits LIMITS = new Limits(1_000, Duration.ofSeconds(20), 512L << 20, 128L << 20);
    static final Limits STREAMING = new Limits(1_000, Duration.ofSeconds(20), 512L << 20, 0);

    static final int MONTHS = 3;
    static final int ROWS_PER_MONTH = 100;

    static final RelationName FACTS = RelationName.main("match_facts");

    static final List<RelationColumn> FACT_COLUMNS = List.of(
            new RelationColumn("match_id", "VARCHAR"),
            new RelationColumn("xuid", "VARCHAR"),
            new RelationColumn("start_time", "TIMESTAMP WITH TIME ZONE"),
            new RelationColumn("month", "TINYINT"),
            new RelationColumn("kills", "SMALLINT"),
            new RelationColumn("kda", "FLOAT"),
            new RelationColumn("outcome", "TINYINT"),
            new RelationColumn("document", "BLOB"));

    static final List<RelationColumn> PLAYER_COLUMNS = List.of(
            new RelationColumn("xuid", "VARCHAR"),
            new RelationColumn("gamertag", "VARCHAR"),
            new RelationColumn("career_rank", "BIGINT"),
            new RelationColumn("tracked", "BOOLEAN"));

    private SampleRelations() {}

    static List<Relation> in(Path directory) throws Exception {
        return List.of(
                facts(directory),
                new Relation.ParquetFiles(
                        RelationName.main("highlight_events"),
                        List.of(new RelationColumn("match_id", "VARCHAR"), new RelationColumn("kind", "INTEGER")),
                        List.of()),
                new Relation.JavaRows(RelationName.meta("players"), PLAYER_COLUMNS, SampleRelations::players),
                new Relation.View(
                        RelationName.main("matches"),
                        "SELECT f.match_id, f.kills, p.gamertag FROM main.match_facts f LEFT JOIN meta.players p"
                                + " USING (xuid)",
                        List.of(FACTS, RelationName.meta("players"))));
    }

    /// Row `i` of month `m` has id `m<m>-<i>`, `i` kills, and belongs to player `i % 2`; every tenth `kda` is null.
    static Relation.ParquetFiles facts(Path directory) throws Exception {
        List<ParquetFile> files = new ArrayList<>();
        for (int month = 1; month <= MONTHS; month++) {
            Path file = directory.resolve("player=1/year=2024/month=0" + month + "/data.parquet");
            Files.createDirectories(file.getParent());
            write(
                    "SELECT 'm" + month + "-' || i AS match_id, (i % 2)::VARCHAR AS xuid,"
                            + " TIMESTAMPTZ '2024-0" + month + "-01 00:00:00+00' + INTERVAL (i) MINUTE AS start_time, "
                            + month + "::TINYINT AS month, i::SMALLINT AS kills,"
                            + " CASE WHEN i % 10 <> 0 THEN (i / 4.0)::FLOAT END AS kda, (i % 4 + 1)::TINYINT AS outcome,"
                            + " ('doc' || i)::BLOB AS document FROM range(" + ROWS_PER_MONTH + ") t(i)",
                    file);
            files.add(file(file));
        }
        return new Relation.ParquetFiles(FACTS, FACT_COLUMNS, files);
    }

    static void write(String select, Path file) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("SET TimeZone = 'UTC'");
            statement.execute("COPY (" + select + ") TO " + literal(file.toString()) + " (FORMAT parquet)");
        }
    }

    /// A file as it is now.
    static ParquetFile file(Path path) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + Sql.parquet(List.of(path)))) {
            rows.next();
            return new ParquetFile(path, Files.size(path), rows.getLong(1));
        }
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    static RowCursor players(List<String> columns) {
        return cursor(columns, List.of(List.of("0", "Ada", 272, 1), List.of("1", "O'Brien \"x\"", 12L, false)));
    }

    static RowCursor cursor(List<String> columns, List<List<?>> rows) {
        List<String> names = PLAYER_COLUMNS.stream().map(RelationColumn::name).toList();
        AtomicInteger row = new AtomicInteger(-1);
        return new RowCursor() {
            @Override
            public boolean next() {
                return row.incrementAndGet() < rows.size();
            }

            @Override
            public @Nullable Object value(int column) {
                return rows.get(row.get()).get(names.indexOf(columns.get(column)));
            }

            @Override
            public void close() {
                // Holds nothing.
            }
        };
    }
}
