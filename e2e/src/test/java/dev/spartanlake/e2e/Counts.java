package dev.spartanlake.e2e;

import java.util.List;

/// One look at a warehouse, over all kinds of tables, and what has to be the same in it after every commit.
///
/// @param documents rows of `match_documents`
/// @param ledger rows of `meta.match_ledger`
/// @param played matches in `match_participants`
/// @param committed matches that the commits say they brought
/// @param facts rows of `match_facts`
/// @param seats rows of `match_participants` of tracked players
/// @param sessionMatches matches in `meta.sessions`
/// @param listed rows of `match_facts` that `meta.data_files` promises
/// @param kills of `match_facts`
/// @param seatKills of `match_participants` of tracked players
record Counts(
        long documents,
        long ledger,
        long played,
        long committed,
        long facts,
        long seats,
        long sessionMatches,
        long listed,
        long kills,
        long seatKills) {

    /// How many matches every batch brings.
    static final int BATCH = 4;

    /// One statement, so that it sees one commit.
    static final String QUESTION = """
            WITH tracked AS (
                SELECT kills FROM match_participants WHERE xuid IN (SELECT xuid FROM meta.players WHERE tracked))
            SELECT (SELECT count(*) FROM match_documents),
                   (SELECT count(*) FROM meta.match_ledger),
                   (SELECT count(DISTINCT match_id) FROM match_participants),
                   (SELECT CAST(sum(inserted) AS BIGINT) FROM meta.commits),
                   (SELECT count(*) FROM match_facts),
                   (SELECT count(*) FROM tracked),
                   (SELECT CAST(sum(match_count) AS BIGINT) FROM meta.sessions),
                   (SELECT CAST(sum(row_count) AS BIGINT) FROM meta.data_files WHERE table_name = 'match_facts'),
                   (SELECT CAST(sum(kills) AS BIGINT) FROM match_facts),
                   (SELECT CAST(sum(kills) AS BIGINT) FROM tracked)
            """;

    /// Reads the one row of an answer.
    static Counts of(List<?> row) {
        long[] values =
                row.stream().mapToLong(value -> ((Number) value).longValue()).toArray();
        return new Counts(
                values[0], values[1], values[2], values[3], values[4], values[5], values[6], values[7], values[8],
                values[9]);
    }

    /// Whether this can be one commit: all of each batch in every table, or nothing of it.
    boolean isOneCommit() {
        return documents % BATCH == 0
                && ledger == documents
                && played == documents
                && committed == documents
                && seats == facts
                && sessionMatches == facts
                && listed == facts
                && seatKills == kills;
    }
}
