package dev.spartanlake.query.statement;

import java.util.List;
import java.util.Set;

/// Which functions a statement may call.
///
/// **Table functions** are where files, settings, secrets, logs, raw memory (`arrow_scan`) and other statements
/// are reached, and there are few that a question needs: those are listed, all others are refused.
///
/// **Scalar and aggregate functions** are some 900, nearly all of them pure; naming them all would refuse the
/// next useful one. Refused are those that read settings, variables or sequences, write the log, wait, parse or
/// plan other statements, or build a value from raw bytes, and, against later versions, whatever is named like
/// a reader or writer. None of the allowed can open a file; if one could, the fence would still be there.
public final class FunctionRules {

    private static final Set<String> TABLE_FUNCTIONS = Set.of(
            "duckdb_columns",
            "duckdb_functions",
            "duckdb_keywords",
            "duckdb_schemas",
            "duckdb_tables",
            "duckdb_types",
            "duckdb_views",
            "generate_series",
            "icu_calendar_names",
            "json_each",
            "json_tree",
            "pg_timezone_names",
            "range",
            "unnest");

    private static final Set<String> REFUSED_FUNCTIONS = Set.of(
            "add_parquet_key",
            "arrow_scan",
            "arrow_scan_dumb",
            "checkpoint",
            "combine",
            "combine_aggr",
            "current_connection_id",
            "current_query",
            "current_query_id",
            "current_setting",
            "current_transaction_id",
            "currval",
            "finalize",
            "force_checkpoint",
            "getenv",
            "getvariable",
            "glob",
            "hive_partition_component",
            "in_search_path",
            "nextval",
            "pg_sleep",
            "query",
            "query_table",
            "set_config",
            "setseed",
            "setval",
            "sleep_ms",
            "sniff_csv",
            "stats",
            "to_aggregate_state",
            "txid_current",
            "variant_bytes_to_variant",
            "vector_type",
            "which_secret");

    private static final List<String> REFUSED_PREFIXES = List.of(
            "__",
            "copy_",
            "create_external",
            "delta_",
            "deregister_",
            "destroy_",
            "disable_",
            "duckdb_",
            "enable_",
            "http",
            "iceberg_",
            "import_",
            "json_deserialize",
            "json_execute",
            "json_serialize",
            "mysql_",
            "parquet_",
            "parse_duckdb",
            "pg_read",
            "postgres_",
            "pragma_",
            "read_",
            "register_",
            "sqlite_",
            "st_read",
            "test_",
            "truncate_",
            "write_");

    private static final Set<String> CATALOG_FUNCTIONS =
            Set.of("duckdb_columns", "duckdb_schemas", "duckdb_tables", "duckdb_views");

    private FunctionRules() {}

    /// @param name in lower case
    static boolean allowsTableFunction(String name) {
        return TABLE_FUNCTIONS.contains(name);
    }

    /// Whether a statement may call a scalar or aggregate function.
    ///
    /// @param name in lower case
    public static boolean allowsFunction(String name) {
        return !REFUSED_FUNCTIONS.contains(name) && REFUSED_PREFIXES.stream().noneMatch(name::startsWith);
    }

    /// Whether a table function shows which relations and columns there are.
    ///
    /// @param name in lower case
    static boolean inspectsCatalog(String name) {
        return CATALOG_FUNCTIONS.contains(name);
    }

    /// Whether a table of this name could be one of DuckDB's own that no question needs.
    ///
    /// @param name in lower case
    static boolean isReserved(String name) {
        return name.startsWith("duckdb_") || name.startsWith("pragma_") || name.startsWith("sqlite_");
    }
}
