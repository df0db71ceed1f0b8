package dev.spartanlake.query;

import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Decides before anything runs whether a statement only reads, and finds out what it reads.
///
/// It does not look at words, which a comment or a nested statement can hide, but at the engine's own syntax tree.
final class SqlGuard {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// An explanation cannot be serialised; what it explains can.
    private static final Pattern EXPLAIN =
            Pattern.compile("\\s*EXPLAIN(\\s+ANALYZE)?\\s+(?<explained>.*)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /// Far above what a person writes, far below what exhausts the engine's parser.
    private static final int LONGEST_STATEMENT = 100_000;

    private static final int DEEPEST_NESTING = 200;

    private final Connection parser;
    private final Collection<RelationName> known;

    SqlGuard(Connection parser, Collection<RelationName> known) {
        this.parser = parser;
        this.known = known;
    }

    /// Reads a statement.
    ///
    /// @return what it needs
    /// @throws WarehouseException with [ErrorCode#QUERY_REFUSED] when it does more than read, with
    ///     [ErrorCode#QUERY_INVALID]
    ///     when it is no SQL
    StatementScope inspect(String sql) {
        if (sql.length() > LONGEST_STATEMENT || nesting(sql) > DEEPEST_NESTING) {
            throw refused(
                    "a statement of at most " + LONGEST_STATEMENT + " characters and " + DEEPEST_NESTING
                            + " nested brackets",
                    "a larger one");
        }
        Matcher explain = EXPLAIN.matcher(sql);
        JsonNode tree = parse(explain.matches() ? explain.group("explained") : sql);
        if (tree.path("error").asBoolean()) {
            throw unreadable(tree);
        }
        int statements = tree.path("statements").size();
        if (statements != 1) {
            throw refused("one statement", statements + " statements");
        }
        SyntaxWalk walk = new SyntaxWalk(known);
        walk.read(tree.path("statements").get(0));
        return walk.scope();
    }

    private JsonNode parse(String sql) {
        try (PreparedStatement statement = parser.prepareStatement(
                "SELECT json_serialize_sql(?::VARCHAR, skip_default := true, skip_empty := true, skip_null := true)")) {
            statement.setString(1, sql);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return JSON.readTree(row.getString(1));
            }
        } catch (SQLException failed) {
            throw new WarehouseException(ErrorCode.QUERY_INVALID, Location.nowhere(), EngineMessage.of(failed), failed);
        }
    }

    private static int nesting(String sql) {
        int depth = 0;
        int deepest = 0;
        for (int i = 0; i < sql.length(); i++) {
            switch (sql.charAt(i)) {
                case '(', '[', '{' -> deepest = Math.max(deepest, ++depth);
                case ')', ']', '}' -> depth--;
                default -> {}
            }
        }
        return deepest;
    }

    private static WarehouseException unreadable(JsonNode tree) {
        String message = tree.path("error_message").asString();
        if (tree.path("error_type").asString().equals("not implemented")) {
            return refused(
                    "a query (SELECT, WITH, FROM, VALUES, DESCRIBE, SHOW, SUMMARIZE, EXPLAIN)", "another statement");
        }
        return new WarehouseException(
                ErrorCode.QUERY_INVALID, Location.nowhere(), "the statement is no SQL: " + EngineMessage.tidy(message));
    }

    static WarehouseException refused(String expected, String found) {
        return new WarehouseException(
                ErrorCode.QUERY_REFUSED,
                Location.nowhere(),
                "queries only read the warehouse: expected " + expected + ", found " + found);
    }
}
