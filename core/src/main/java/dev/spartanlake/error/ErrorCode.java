package dev.spartanlake.error;

/// The stable names of all errors. A code keeps its meaning for ever; messages may be reworded.
public enum ErrorCode {
    /// A setting or an argument has a value that cannot be used.
    CONFIGURATION("WH-CONFIG-001", ErrorKind.USER),
    /// A path that was named does not exist or cannot be read.
    SOURCE_UNREADABLE("WH-SOURCE-001", ErrorKind.USER),
    /// A file that is to be read is being written to by another program.
    SOURCE_BUSY("WH-SOURCE-002", ErrorKind.ENVIRONMENT),
    /// A file of reference data is not what it should be as a whole.
    REFERENCE_MALFORMED("WH-REFERENCE-001", ErrorKind.DATA),
    /// Another process is writing to the warehouse.
    WRITER_LOCKED("WH-LOCK-001", ErrorKind.ENVIRONMENT),
    /// The disk refused an operation.
    STORAGE("WH-STORAGE-001", ErrorKind.ENVIRONMENT),
    /// The metadata database refused an operation.
    CATALOG("WH-CATALOG-001", ErrorKind.ENVIRONMENT),
    /// The warehouse was written by a newer version.
    FORMAT_TOO_NEW("WH-FORMAT-001", ErrorKind.ENVIRONMENT),
    /// The directory holds no warehouse.
    NOT_A_WAREHOUSE("WH-FORMAT-002", ErrorKind.USER),
    /// A file or row of the warehouse is not what the catalog says.
    DAMAGED("WH-FORMAT-003", ErrorKind.DAMAGE),
    /// The warehouse was written by an older version and has to be upgraded first.
    FORMAT_OLD("WH-FORMAT-004", ErrorKind.ENVIRONMENT),
    /// A SQL statement cannot be parsed or names something that does not exist.
    QUERY_INVALID("WH-QUERY-001", ErrorKind.USER),
    /// A SQL statement asks for more than reading the warehouse.
    QUERY_REFUSED("WH-QUERY-002", ErrorKind.USER),
    /// A query ran into its time, memory or row limit.
    QUERY_LIMIT("WH-QUERY-003", ErrorKind.DATA),
    /// The query engine failed.
    ENGINE("WH-ENGINE-001", ErrorKind.INTERNAL),
    /// The outcome of a commit could not be learnt; the next open settles it.
    COMMIT_UNKNOWN("WH-COMMIT-001", ErrorKind.ENVIRONMENT),
    /// What was staged is not what was meant to be written; nothing was published.
    COMMIT_REFUSED("WH-COMMIT-002", ErrorKind.INTERNAL),
    /// Two warehouses cannot be brought together as asked: one would be lost, or would be its own copy.
    BACKUP_REFUSED("WH-BACKUP-001", ErrorKind.USER),
    /// Somebody asked the work to stop before it was done.
    STOPPED("WH-STOP-001", ErrorKind.ENVIRONMENT);

    private final String code;
    private final ErrorKind kind;

    ErrorCode(String code, ErrorKind kind) {
        this.code = code;
        this.kind = kind;
    }

    /// The code as users see it, such as `WH-LOCK-001`.
    public String code() {
        return code;
    }

    /// Who can mend an error of this code.
    public ErrorKind kind() {
        return kind;
    }
}
