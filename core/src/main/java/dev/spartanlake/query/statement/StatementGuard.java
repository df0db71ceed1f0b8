package dev.spartanlake.query.statement;

import dev.spartanlake.query.relation.RelationName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// Reads a statement's syntax tree, refuses what is not a plain question, and notes what the statement may
/// touch.
///
/// Every node of the tree is visited, whatever it hangs on, so a copy or an insert inside a `WITH` inside a
/// subquery is seen.
public final class StatementGuard {

    private static final Set<String> QUERY_NODES =
            Set.of("SELECT_NODE", "SET_OPERATION_NODE", "RECURSIVE_CTE_NODE", "CTE_NODE");

    private static final Set<String> REFUSED_SOURCES =
            Set.of("COLUMN_DATA", "DELIM_GET", "BOUND_TABLE_REF", "CTE", "INVALID");

    private static final Set<String> PLAIN_CATALOG_VIEWS = Set.of(
            "duckdb_columns",
            "duckdb_schemas",
            "duckdb_tables",
            "duckdb_types",
            "duckdb_views",
            "sqlite_master",
            "sqlite_schema");

    private static final Set<String> CATALOG_SCHEMAS = Set.of("information_schema", "pg_catalog");

    /// What DuckDB calls the in-memory database that everything lives in.
    private static final String CATALOG = "memory";

    private static final Map<String, String> SHOWN = Map.of(
            "tables", "TABLES", "schemas", "SCHEMAS", "databases", "DATABASES", "__show_tables_expanded", "ALL TABLES");

    private final Set<RelationName> known;
    private final Set<String> withNames = new HashSet<>();
    private final Set<RelationName> relations = new TreeSet<>();
    private final Set<String> words = new HashSet<>();
    private final Set<String> sourceNames = new HashSet<>();
    private final Set<String> lastNames = new HashSet<>();
    private boolean everyColumn;
    private boolean inspectsCatalog;

    private StatementGuard(Set<RelationName> known) {
        this.known = known;
    }

    /// Lets a statement pass, and says what it may touch.
    ///
    /// @param known the relations there are
    /// @param connection used for its parser only
    /// @throws dev.spartanlake.error.WarehouseException when the statement is refused or cannot be read
    /// @throws SQLException when the connection fails
    public static Footprint check(StatementText statement, Set<RelationName> known, Connection connection)
            throws SQLException {
        StatementGuard guard = new StatementGuard(known);
        JsonNode tree = SyntaxTree.of(statement.checkable(), connection);
        guard.walk(tree, guard::noteWithNames);
        guard.walk(tree, guard::visit);
        return guard.footprint();
    }

    private Footprint footprint() {
        // A source named where a value is expected stands for its whole row.
        boolean wholeRow = lastNames.stream().anyMatch(sourceNames::contains);
        return new Footprint(relations, words, everyColumn || wholeRow, inspectsCatalog);
    }

    private interface Visitor {
        void visit(JsonNode node);
    }

    /// Trees are as deep as the statement's author likes, so the walk keeps its own stack.
    private void walk(JsonNode root, Visitor visitor) {
        Deque<JsonNode> open = new ArrayDeque<>();
        open.push(root);
        while (!open.isEmpty()) {
            JsonNode node = open.pop();
            visitor.visit(node);
            node.forEach(open::push);
        }
    }

    private void noteWithNames(JsonNode node) {
        for (JsonNode entry : node.path("cte_map").path("map")) {
            withNames.add(text(entry, "key"));
        }
    }

    private void visit(JsonNode node) {
        if (node.isString()) {
            words.add(lower(node.asString()));
        }
        if (!node.isObject()) {
            return;
        }
        if (node.has("info_type")) {
            throw refusedPart(node.path("info_type").asString());
        }
        if (node.has("function_name")) {
            visitFunction(node);
        }
        if (node.has("class")) {
            visitExpression(node);
        } else {
            visitSource(node, node.path("type").asString(""));
        }
    }

    private void visitExpression(JsonNode node) {
        switch (text(node, "class")) {
            case "star", "positional_reference" -> everyColumn = true;
            case "column_ref" -> {
                JsonNode names = node.path("column_names");
                lastNames.add(lower(names.path(names.size() - 1).asString("")));
            }
            case "parameter" -> requireNumbered(text(node, "identifier"));
            default -> {
                // Every other class of expression is a function or an operator of its children.
            }
        }
    }

    private static void requireNumbered(String parameter) {
        if (!parameter.chars().allMatch(Character::isDigit)) {
            throw QueryErrors.invalid("The parameter $" + parameter + " has a name; expected ? or a number such as $1");
        }
    }

    private void visitSource(JsonNode node, String type) {
        if (type.endsWith("_NODE") && !QUERY_NODES.contains(type)) {
            throw refusedPart(type);
        }
        if (REFUSED_SOURCES.contains(type)) {
            throw refusedPart(type);
        }
        sourceNames.add(text(node, "alias"));
        switch (type) {
            case "BASE_TABLE" -> visitTable(node);
            case "TABLE_FUNCTION" -> visitTableFunction(node.path("function"));
            case "SHOW_REF" -> visitShow(node);
            case "PIVOT" -> everyColumn = true;
            case "JOIN" -> everyColumn |= !text(node, "ref_type").matches("|regular|cross|asof");
            default -> {
                // A subquery, a list of values: what matters are the nodes below.
            }
        }
    }

    private void visitFunction(JsonNode function) {
        String name = text(function, "function_name");
        JsonNode path = function.path("qualified_name").path("path");
        boolean qualified = function.has("catalog")
                || path.size() > 2
                || !text(function, "schema").matches("|main");
        if (qualified) {
            // A prefix reaches the functions behind the bounded ones of SizedFunctions.
            throw QueryErrors.refused(
                    "Functions are called without a prefix: found " + joined(path) + ", expected " + name);
        }
        if (!FunctionRules.allowsFunction(name) && !FunctionRules.allowsTableFunction(name)) {
            throw refusedFunction(name);
        }
    }

    private void visitTableFunction(JsonNode function) {
        String name = text(function, "function_name");
        if (!FunctionRules.allowsTableFunction(name)) {
            throw refusedFunction(name);
        }
        inspectsCatalog |= FunctionRules.inspectsCatalog(name);
    }

    private void visitShow(JsonNode show) {
        everyColumn = true;
        String type = text(show, "show_type");
        String name = text(show, "table_name").replace("\"", "");
        switch (type) {
            case "describe", "summary", "show" -> {
                if (!show.has("query")) {
                    visitTable(show);
                }
            }
            case "show_from" -> inspectsCatalog = true;
            default -> {
                if (!SHOWN.containsKey(name)) {
                    throw QueryErrors.refused("SHOW " + name.toUpperCase(Locale.ROOT)
                            + " is not answered here; expected SHOW TABLES, SHOW ALL TABLES or the name of a table");
                }
                inspectsCatalog = true;
            }
        }
    }

    private void visitTable(JsonNode node) {
        everyColumn |= !node.path("column_name_alias").isEmpty();
        JsonNode path = node.path("qualified_name").path("path");
        String table = lower(path.path(path.size() - 1).asString("")).replace("\"", "");
        String schema = path.size() < 2 ? "" : lower(path.path(path.size() - 2).asString(""));
        String catalog = path.size() < 3 ? "" : lower(path.path(path.size() - 3).asString(""));
        if (catalog.isEmpty() && schema.equals(CATALOG)) {
            schema = "main";
        } else if (!catalog.isEmpty() && !catalog.equals(CATALOG)) {
            throw QueryErrors.refused("The database " + catalog + " is not part of the warehouse; expected "
                    + RelationNames.closest(table, known) + " or another of its tables");
        }
        sourceNames.add(table);
        resolve(schema, table);
    }

    private void resolve(String schema, String table) {
        RelationName name = table.isBlank() ? null : new RelationName(schema.isEmpty() ? "main" : schema, table);
        if (name != null && known.contains(name)) {
            relations.add(name);
        } else if (schema.isEmpty() && RelationNames.looksLikeFile(table)) {
            throw QueryErrors.refused(
                    "Files cannot be read: found FROM '" + table + "', expected the name of a table of the warehouse");
        } else if (CATALOG_SCHEMAS.contains(schema)
                || (schema.isEmpty() && (table.startsWith("pg_") || PLAIN_CATALOG_VIEWS.contains(table)))) {
            inspectsCatalog = true;
        } else if (schema.isEmpty() && FunctionRules.isReserved(table)) {
            throw refusedFunction(table);
        } else if (!schema.isEmpty() || !withNames.contains(table)) {
            throw RelationNames.unknown(schema, table, known);
        }
    }

    private static RuntimeException refusedPart(String type) {
        String part = type.replaceAll("_(QUERY_NODE|NODE|INFO)$", "").replace('_', ' ');
        return QueryErrors.refused("Only questions are answered here: found " + part
                + " inside the statement, which could change or write something");
    }

    private static RuntimeException refusedFunction(String name) {
        return QueryErrors.refused("The function " + name
                + " is not available: it reaches files, settings, memory or other statements; select from a table of"
                + " the warehouse instead");
    }

    private static String joined(JsonNode path) {
        StringBuilder name = new StringBuilder();
        path.forEach(part -> name.append(name.isEmpty() ? "" : ".").append(part.asString()));
        return name.toString();
    }

    private static String text(JsonNode node, String field) {
        return lower(node.path(field).asString(""));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
