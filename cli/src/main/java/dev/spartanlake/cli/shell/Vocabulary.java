package dev.spartanlake.cli.shell;

import dev.spartanlake.query.QueryResult;
import dev.spartanlake.query.statement.FunctionRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The names that a question may hold.
///
/// @param tables the columns of each table, both in order
/// @param functions the functions, in alphabetical order
record Vocabulary(Map<String, List<Column>> tables, List<String> functions) {

    /// A column.
    ///
    /// @param type its type in SQL
    record Column(String name, String type) {}

    /// One row each, however few rows an answer may have.
    private static final String COLUMNS = """
            SELECT list([name, column_name, data_type] ORDER BY name, column_index)
            FROM (SELECT *, if(schema_name = 'main', '', schema_name || '.') || table_name AS name FROM duckdb_columns())
            WHERE schema_name IN ('main', 'meta') AND NOT internal AND database_name <> 'temp'""";

    private static final String FUNCTIONS = """
            SELECT list(DISTINCT function_name ORDER BY function_name)
            FROM duckdb_functions()
            WHERE function_type IN ('scalar', 'aggregate', 'macro') AND regexp_full_match(function_name, '[a-z][a-z0-9_]*')""";

    /// Keeps the order of the tables.
    Vocabulary {
        tables = new LinkedHashMap<>(tables);
        functions = List.copyOf(functions);
    }

    /// Asks the warehouse itself.
    ///
    /// @param ask answers a statement
    static Vocabulary of(Function<String, QueryResult> ask) {
        Map<String, List<Column>> tables = new LinkedHashMap<>();
        for (Object element : onlyValue(ask.apply(COLUMNS))) {
            List<?> names = (List<?>) element;
            tables.computeIfAbsent((String) names.get(0), _ -> new ArrayList<>())
                    .add(new Column((String) names.get(1), (String) names.get(2)));
        }
        List<String> functions = onlyValue(ask.apply(FUNCTIONS)).stream()
                .map(String.class::cast)
                .filter(FunctionRules::allowsFunction)
                .toList();
        return new Vocabulary(tables, functions);
    }

    private static List<?> onlyValue(QueryResult answer) {
        Object value = answer.rows().getFirst().getFirst();
        return value == null ? List.of() : (List<?>) value;
    }

    /// The table of a name in any case.
    Optional<String> table(String name) {
        return tables.keySet().stream()
                .filter(table -> table.equals(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /// The columns of a table.
    List<Column> columns(String table) {
        return tables.getOrDefault(table, List.of());
    }
}
