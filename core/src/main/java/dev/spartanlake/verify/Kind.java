package dev.spartanlake.verify;

import java.util.Locale;

/// The kinds of findings. A name keeps its meaning for ever.
public enum Kind {
    /// `metadata.db` is missing, or cannot be read as a metadata database.
    METADATA_UNREADABLE(Subject.METADATA, Severity.DAMAGE, Remedy.REPAIR),
    /// SQLite finds the structure of `metadata.db` broken.
    METADATA_CORRUPT(Subject.METADATA, Severity.DAMAGE, Remedy.REPAIR),
    /// A row of `metadata.db` refers to one that is not there.
    METADATA_REFERENCE_BROKEN(Subject.METADATA, Severity.DAMAGE, Remedy.REPAIR),
    /// `metadata.db` is not what the last writer left, though nothing was committed since.
    METADATA_CHANGED(Subject.METADATA, Severity.DAMAGE, Remedy.REPAIR),
    /// A second copy of `metadata.db` is not what its name says.
    METADATA_COPY_CHANGED(Subject.METADATA, Severity.DAMAGE, Remedy.REPAIR),
    /// There is no second copy of `metadata.db`.
    METADATA_COPY_MISSING(Subject.METADATA, Severity.REMARK, Remedy.WRITE),
    /// The second copy of `metadata.db` is of an earlier commit, because a writer is at work or was interrupted.
    METADATA_COPY_STALE(Subject.METADATA, Severity.REMARK, Remedy.WRITE),
    /// The list of data files has an entry that is not one of a partition's file.
    CATALOG_ENTRY_WRONG(Subject.METADATA, Severity.DAMAGE, Remedy.REPAIR),

    /// A data file is missing.
    FILE_MISSING(Subject.FILE, Severity.DAMAGE, Remedy.REPAIR),
    /// A data file is shorter than what was committed.
    FILE_TRUNCATED(Subject.FILE, Severity.DAMAGE, Remedy.REPAIR),
    /// A data file has another content than what was committed.
    FILE_CHANGED(Subject.FILE, Severity.DAMAGE, Remedy.REPAIR),
    /// A data file cannot be read.
    FILE_UNREADABLE(Subject.FILE, Severity.DAMAGE, Remedy.REPAIR),
    /// A file has the content that was committed, and that cannot be read as Parquet.
    NOT_PARQUET(Subject.ROWS, Severity.DAMAGE, Remedy.REPAIR),
    /// A Parquet file is in the tree that the catalog does not list; other tools would read it.
    FILE_UNLISTED(Subject.UNLISTED, Severity.DAMAGE, Remedy.REPAIR),
    /// Something that is no directory is where one belongs, or a directory is where a file belongs.
    IN_THE_WAY(Subject.UNLISTED, Severity.DAMAGE, Remedy.REPAIR),
    /// Something that is no Parquet file is in the tree.
    FILE_FOREIGN(Subject.UNLISTED, Severity.REMARK, Remedy.DELETE),
    /// A link is in the tree; what it points to is read, and cannot be written to or verified whole.
    LINK_FOREIGN(Subject.UNLISTED, Severity.REMARK, Remedy.MOVE_HERE),
    /// The second copy of a data file is missing.
    COPY_MISSING(Subject.COPY, Severity.DAMAGE, Remedy.REPAIR),
    /// The second copy of a data file has another content than what was committed, or cannot be read.
    COPY_CHANGED(Subject.COPY, Severity.DAMAGE, Remedy.REPAIR),
    /// A second copy is of a partition that has no file.
    COPY_UNLISTED(Subject.UNLISTED, Severity.DAMAGE, Remedy.REPAIR),

    /// A file's metadata name another table, or a format that is not known.
    FORMAT_WRONG(Subject.ROWS, Severity.DAMAGE, Remedy.REPAIR),
    /// A file does not have the columns of its table.
    COLUMNS_WRONG(Subject.ROWS, Severity.DAMAGE, Remedy.REPAIR),
    /// A file has another number of rows than the catalog says.
    ROW_COUNT_WRONG(Subject.ROWS, Severity.DAMAGE, Remedy.REPAIR),
    /// The first or last start time in a file is not what the catalog says.
    START_TIMES_WRONG(Subject.ROWS, Severity.DAMAGE, Remedy.REPAIR),
    /// Rows are not sorted by start time and key.
    ROWS_UNSORTED(Subject.ROWS, Severity.DAMAGE, Remedy.REPAIR),
    /// Rows of one file have the same key.
    KEYS_REPEATED(Subject.ROWS, Severity.DAMAGE, Remedy.REPAIR),
    /// Rows are in a file of another partition than theirs.
    ROWS_MISPLACED(Subject.ROWS, Severity.DAMAGE, Remedy.REPAIR),
    /// A required column has no value.
    VALUES_MISSING(Subject.ROWS, Severity.DAMAGE, Remedy.REPAIR),

    /// A document or skill document is in the ledger, and is not stored.
    DOCUMENT_MISSING(Subject.ROWS, Severity.DAMAGE, Remedy.REPAIR),
    /// A document or skill document is stored that is not in the ledger.
    DOCUMENT_UNLISTED(Subject.ROWS, Severity.DAMAGE, Remedy.REPAIR),
    /// The ledger names another content than that of the stored document, skill document or film.
    CONTENT_DIFFERS(Subject.ROWS, Severity.DAMAGE, Remedy.REPAIR),
    /// Rows have another start time than the ledger says.
    START_DIFFERS(Subject.ROWS, Severity.DAMAGE, Remedy.REPAIR),
    /// There are rows of a match, or events of a film, that is not in the ledger.
    MATCH_UNLISTED(Subject.ROWS, Severity.DAMAGE, Remedy.REPAIR),
    /// There are facts or medals of a player who is not tracked.
    PLAYER_UNTRACKED(Subject.ROWS, Severity.DAMAGE, Remedy.REPAIR),
    /// The document of a match was lost in earlier damage; only the other rows of the match are left.
    DOCUMENT_LOST(Subject.ROWS, Severity.REMARK, Remedy.INGEST_AGAIN),

    /// A stored document or skill document does not have its hash (deep).
    DOCUMENT_CHANGED(Subject.ROWS, Severity.DAMAGE, Remedy.REPAIR),
    /// A stored document or skill document breaks a rule of such, or is that of another match
    /// (deep).
    DOCUMENT_MALFORMED(Subject.ROWS, Severity.DAMAGE, Remedy.REPAIR),
    /// A row is missing that follows from a document (deep).
    ROW_MISSING(Subject.ROWS, Severity.DAMAGE, Remedy.REPAIR),
    /// There is a row that does not follow from the document of its match (deep).
    ROW_UNEXPECTED(Subject.ROWS, Severity.DAMAGE, Remedy.REPAIR),
    /// A row has another value than follows from its document and skill document (deep).
    VALUE_DIFFERS(Subject.ROWS, Severity.DAMAGE, Remedy.REPAIR),
    /// An event of a film is called otherwise than follows from its raw values (deep).
    EVENT_DIFFERS(Subject.ROWS, Severity.DAMAGE, Remedy.REBUILD),
    /// The session or score of a fact is not the one that follows from the career (deep).
    CAREER_DIFFERS(Subject.ROWS, Severity.DAMAGE, Remedy.REPAIR),
    /// A row of `sessions` is not the one that follows from the career (deep).
    SESSION_DIFFERS(Subject.CAREER, Severity.DAMAGE, Remedy.REPAIR),
    /// The latest match or the number of matches of a player is not what follows from the career (deep).
    PROGRESS_DIFFERS(Subject.CAREER, Severity.DAMAGE, Remedy.REPAIR),
    /// A replaced document does not have its hash (deep).
    SUPERSEDED_CHANGED(Subject.METADATA, Severity.DAMAGE, Remedy.REPAIR),

    /// A commit has happened whose files are not all in place, because a writer is at work or was interrupted.
    COMMIT_PENDING(Subject.WORK, Severity.REMARK, Remedy.WRITE),
    /// There is something in `.staging`, because a writer is at work or was interrupted.
    STAGING_LEFT(Subject.WORK, Severity.REMARK, Remedy.WRITE),
    /// Refused documents are in quarantine.
    QUARANTINED(Subject.WORK, Severity.REMARK, Remedy.MEND),
    /// Damaged files were put aside by a repair.
    DAMAGED_KEPT(Subject.WORK, Severity.REMARK, Remedy.DELETE);

    private final Subject subject;
    private final Severity severity;
    private final Remedy remedy;

    Kind(Subject subject, Severity severity, Remedy remedy) {
        this.subject = subject;
        this.severity = severity;
        this.remedy = remedy;
    }

    /// The stable name, in kebab case.
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// What it is about.
    public Subject subject() {
        return subject;
    }

    /// How bad it is.
    public Severity severity() {
        return severity;
    }

    /// Whether something is not as it should be.
    public boolean isDamage() {
        return severity == Severity.DAMAGE;
    }

    /// What to do about it.
    public Remedy remedy() {
        return remedy;
    }

    /// What a finding can be about, which decides how it is mended.
    public enum Subject {
        /// The metadata database or its second copy; where it names a table, a row of it.
        METADATA,
        /// The file of a partition, which is not the one that was committed.
        FILE,
        /// The second copy of a partition's file.
        COPY,
        /// A file that belongs to no partition.
        UNLISTED,
        /// The rows of a partition, whose file is the one that was committed.
        ROWS,
        /// What is recorded of a player's career besides the rows.
        CAREER,
        /// Work that is going on or left to do.
        WORK
    }

    /// How bad a finding is.
    public enum Severity {
        /// Something is not as it should be.
        DAMAGE,
        /// Everything is as it should be, and this is worth knowing.
        REMARK
    }
}
