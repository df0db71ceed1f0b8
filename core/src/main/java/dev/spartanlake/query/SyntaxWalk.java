package dev.spartanlake.query;

import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// Walks a statement's syntax tree once: refuses what is not reading, collects what is read.
final class SyntaxWalk {

    private static final Set<String> QUERY_NODES =
            Set.of("SELECT_NODE", "SET_OPERATION_NODE", "CTE_NODE", "RECURSIVE_CTE_NODE");

    /// Functions that make rows out of their arguments and of nothing else.
    private static final Set<String> TABLE_FUNCTIONS =
            Set.of("range", "generate_series", "unnest", "repeat_row", "json_each", "json_tree");

    /// Functions that reach outside the query: files, settings, secrets, sequences, other statements.
    private static final Set<String> OUTWARD_FUNCTIONS = Set.of(
            "getenv",
            "getvariable",
            "current_setting",
            "query",
            "query_table",
            "nextval",
            "currval",
            "write_log",
            "json_execute_serialized_sql",
            "json_deserialize_sql",
            "json_serialize_sql",
            "json_serialize_plan",
            "sql_auto_complete",
            "which_secret",
            "current_database",
            "in_search_path",
            "txid_current",
            "sleep_ms");

    /// Functions whose result can be far larger than their arguments; the engine does not stop in the midst of one.
    private static final Set<String> GROWING_FUNCTIONS =
            Set.of("repeat", "lpad", "rpad", "list_resize", "array_resize", "bitstring");

    private static final Set<String> COUNTING_FUNCTIONS = Set.of("range", "generate_series");
    private static final Set<String> FORMATTING_FUNCTIONS = Set.of("printf", "format");
    private static final Pattern WIDE_FORMAT = Pattern.compile("[0-9]{4}|\\*");
    private static final long LARGEST_GROWTH = 10_000;
    private static final int LONGEST_SIZE = 5;

    private final Collection<RelationName> known;
    private final Set<String> commonTables = new HashSet<>();
    private final Set<RelationName> relations = new TreeSet<>(Comparator.comparing(RelationName::toString));
    private final Set<String> names = new HashSet<>();
    private final Set<String> single = new HashSet<>();
    private final Set<String> aliases = new HashSet<>();
    private boolean allColumns;

    SyntaxWalk(Collection<RelationName> known) {
        this.known = known;
    }

    void read(JsonNode statement) {
        collectCommonTables(statement);
        visit(statement, 0);
    }

    StatementScope scope() {
        boolean wholeRow = single.stream().anyMatch(aliases::contains);
        return new StatementScope(
                Set.copyOf(relations),
                Set.copyOf(names),
                allColumns || wholeRow ? StatementScope.Breadth.ALL_COLUMNS : StatementScope.Breadth.NAMED_COLUMNS);
    }

    private void collectCommonTables(JsonNode node) {
        for (JsonNode entry : node.findPath("cte_map").path("map")) {
            commonTables.add(lower(entry.path("key")));
        }
        for (JsonNode child : node) {
            collectCommonTables(child);
        }
    }

    private void visit(JsonNode node, int growth) {
        String type = node.path("type").asString("");
        boolean grows = false;
        if (node.isObject()) {
            checkQueryNode(type);
            switch (type) {
                case "BASE_TABLE" -> table(node);
                case "TABLE_FUNCTION" -> tableFunction(node);
                case "FUNCTION", "WINDOW_AGGREGATE" -> grows = scalarFunction(node, growth);
                case "STAR" -> allColumns = true;
                case "COLUMN_REF" -> columnReference(node);
                default -> remainder(node);
            }
        }
        for (Map.Entry<String, JsonNode> child :
                node.isObject() ? node.properties() : Set.<Map.Entry<String, JsonNode>>of()) {
            boolean function = type.equals("TABLE_FUNCTION") && child.getKey().equals("function");
            visit(function ? child.getValue().path("arguments") : child.getValue(), growth + (grows ? 1 : 0));
        }
        if (node.isArray()) {
            node.forEach(child -> visit(child, growth));
        }
    }

    private static void checkQueryNode(String type) {
        if (type.endsWith("_NODE") && !QUERY_NODES.contains(type)) {
            String word = type.substring(0, type.indexOf('_'));
            throw SqlGuard.refused("a query", "a nested " + word);
        }
    }

    private void remainder(JsonNode node) {
        node.path("using_columns").forEach(column -> names.add(lower(column)));
        allColumns |= node.path("ref_type").asString("").equals("NATURAL");
        if (node.has("alias")) {
            aliases.add(lower(node.path("alias")));
        }
    }

    private void columnReference(JsonNode node) {
        JsonNode path = node.path("column_names");
        path.forEach(step -> names.add(lower(step)));
        if (path.size() == 1) {
            single.add(lower(path.get(0)));
        }
    }

    private void table(JsonNode node) {
        String schema = lower(node.path("schema_name"));
        String name = lower(node.path("table_name"));
        aliases.add(node.has("alias") ? lower(node.path("alias")) : name);
        if ((schema.isEmpty() && commonTables.contains(name)) || schema.equals("information_schema")) {
            return;
        }
        RelationName relation = new RelationName(schema.isEmpty() ? RelationName.MAIN : schema, name);
        if (node.has("catalog_name") || !known.contains(relation)) {
            throw new WarehouseException(
                    ErrorCode.QUERY_INVALID,
                    Location.nowhere(),
                    "there is no table " + relation + " in the warehouse; there are: "
                            + known.stream()
                                    .map(RelationName::toString)
                                    .sorted()
                                    .collect(Collectors.joining(", ")));
        }
        relations.add(relation);
    }

    private static void tableFunction(JsonNode node) {
        JsonNode function = node.path("function");
        String name = lower(function.path("function_name"));
        if (!TABLE_FUNCTIONS.contains(name) || function.has("schema")) {
            throw SqlGuard.refused("tables of the warehouse, or one of " + new TreeSet<>(TABLE_FUNCTIONS), name + "()");
        }
    }

    private static boolean scalarFunction(JsonNode node, int growth) {
        String name = lower(node.path("function_name"));
        boolean reaching = OUTWARD_FUNCTIONS.contains(name)
                || name.startsWith("read_")
                || name.startsWith("write_")
                || name.startsWith("pragma_")
                || name.startsWith("duckdb_");
        if (reaching || node.has("schema") || node.has("catalog")) {
            throw SqlGuard.refused("functions of values", name + "()");
        }
        boolean grows = GROWING_FUNCTIONS.contains(name)
                || COUNTING_FUNCTIONS.contains(name)
                || FORMATTING_FUNCTIONS.contains(name);
        if (grows && (growth > 0 || !isBounded(name, node.path("arguments")))) {
            throw SqlGuard.refused(
                    "a size of at most " + LARGEST_GROWTH + " written as a number, and no nesting", name + "()");
        }
        return grows;
    }

    /// Whether all sizes among the arguments are written out and small. What is grown may be anything; a format's
    /// width
    /// is a number within its text.
    private static boolean isBounded(String function, JsonNode arguments) {
        if (FORMATTING_FUNCTIONS.contains(function)) {
            JsonNode format = literal(arguments.path(0));
            return isText(format)
                    && !WIDE_FORMAT.matcher(format.path("text").asString("")).find();
        }
        for (int i = COUNTING_FUNCTIONS.contains(function) ? 0 : 1; i < arguments.size(); i++) {
            JsonNode literal = literal(arguments.path(i));
            String text = literal.path("text").asString("");
            boolean small =
                    text.length() <= LONGEST_SIZE && text.matches("[0-9]+") && Long.parseLong(text) <= LARGEST_GROWTH;
            if (!small && !isText(literal)) {
                return false;
            }
        }
        return true;
    }

    private static JsonNode literal(JsonNode argument) {
        return argument.path("expression").path("literal");
    }

    private static boolean isText(JsonNode literal) {
        return literal.path("kind").asString("").equals("STRING");
    }

    private static String lower(JsonNode text) {
        return text.asString("").toLowerCase(Locale.ROOT);
    }
}
