package dev.spartanlake.query.statement;

import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The syntax tree of a statement, as DuckDB's own parser reads it. Parsing binds and runs nothing.
final class SyntaxTree {

    private static final String SERIALIZE =
            "SELECT json_serialize_sql(CAST(? AS VARCHAR), skip_default := true, skip_empty := true, skip_null := true)";

    /// DuckDB stops at a thousand nested expressions; each takes a few levels of JSON.
    private static final int MOST_NESTING = 16_384;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MOST_NESTING)
                            .maxStringLength(StatementText.MOST_CHARACTERS * 4)
                            .build())
                    .build())
            .build();

    private SyntaxTree() {}

    /// @return the node of the one statement
    /// @throws WarehouseException when the text is not exactly one question
    static JsonNode of(String statement, Connection connection) throws SQLException {
        JsonNode tree = parse(statement, connection);
        if (tree.path("error").asBoolean()) {
            String message = tree.path("error_message").asString();
            if (tree.path("error_type").asString().equals("not implemented")) {
                throw notAQuestion(statement);
            }
            throw QueryErrors.invalid(DuckDbMessage.withPosition(message, tree.path("position"), statement));
        }
        JsonNode statements = tree.path("statements");
        if (statements.size() != 1) {
            throw QueryErrors.refused("One statement at a time: found " + statements.size());
        }
        return statements.path(0);
    }

    private static JsonNode parse(String statement, Connection connection) throws SQLException {
        try (PreparedStatement serialize = connection.prepareStatement(SERIALIZE)) {
            serialize.setString(1, statement);
            try (ResultSet rows = serialize.executeQuery()) {
                rows.next();
                return JSON.readTree(rows.getString(1));
            }
        } catch (JacksonException unreadable) {
            throw new WarehouseException(
                    ErrorCode.QUERY_INVALID,
                    Location.nowhere(),
                    "The statement is nested too deeply to be checked; simplify it",
                    unreadable);
        }
    }

    private static WarehouseException notAQuestion(String statement) {
        SqlToken first = SqlTokens.of(statement).getFirst();
        String advice = SqlTokens.of(statement).stream().anyMatch(token -> token.is("PIVOT"))
                ? "; inside a query, PIVOT needs its values: PIVOT … ON column IN (…)"
                : "";
        return QueryErrors.refused(
                "Only questions are answered here: expected SELECT, FROM, WITH, VALUES, TABLE, PIVOT,"
                        + " UNPIVOT, DESCRIBE, SUMMARIZE, SHOW or EXPLAIN, found " + first.text() + advice);
    }
}
