package dev.spartanlake.imports;

import dev.spartanlake.catalog.Snapshots.PlaylistCsr;
import dev.spartanlake.catalog.Snapshots.ServiceRecord;
import dev.spartanlake.imports.json.JsonPeek;
import dev.spartanlake.imports.sqlite.SourceRow;
import dev.spartanlake.imports.sqlite.SourceTable;
import dev.spartanlake.intake.SnapshotReading;
import dev.spartanlake.match.MatchId;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.validation.Rejection;
import dev.spartanlake.validation.Violation;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Takes out of a Workshop database what the services said of its owner at every start of Workshop.
final class SnapshotTables {

    private static final String RECORDS = "ServiceRecordSnapshots";
    private static final String CSRS = "PlaylistCSRSnapshots";

    private final TableScan scan;
    private final Function<String, Optional<SourceTable>> tables;
    private final String name;
    private final Tally tally;

    /// @param tables finds a table by its name, if rows can be read of it
    /// @param name what the database is called in reports
    SnapshotTables(TableScan scan, Function<String, Optional<SourceTable>> tables, String name, Tally tally) {
        this.scan = scan;
        this.tables = tables;
        this.name = name;
        this.tally = tally;
    }

    /// Takes those that are new.
    ///
    /// @param owner whose service records they are; null because nobody knows, so that none are
    ///     taken
    void run(@Nullable Xuid owner, Known known) {
        if (owner != null) {
            List<ServiceRecord> records = new ArrayList<>();
            forEach(
                    RECORDS,
                    0,
                    (row, moment, answer) -> SnapshotReading.serviceRecord(owner, moment, answer)
                            .ifPresentOrElse(
                                    records::add, () -> refuse(RECORDS, row, "a service record", "another answer")));
            known.serviceRecords(records);
        }
        List<PlaylistCsr> csrs = new ArrayList<>();
        forEach(CSRS, 1, (row, moment, answer) -> {
            if (MatchId.isGuid(row.text(1))) {
                csrs.addAll(SnapshotReading.csrs(row.text(1).toLowerCase(Locale.ROOT), moment, answer));
            } else {
                refuse(CSRS, row, "a playlist in PlaylistId", '"' + row.text(1) + '"');
            }
        });
        known.csrs(csrs);
    }

    private void forEach(String tableName, int playlists, Snapshot snapshot) {
        String[] texts =
                playlists == 0 ? new String[] {"SnapshotTimestamp"} : new String[] {"SnapshotTimestamp", "PlaylistId"};
        tables.apply(tableName)
                .filter(table -> table.has(texts))
                .ifPresent(table -> scan.forEach(table, row -> take(tableName, row, snapshot), MatchTable.BODY, texts));
    }

    private void take(String table, SourceRow row, Snapshot snapshot) {
        byte[] body = row.body();
        JsonNode answer = body == null ? null : JsonPeek.tree(body);
        if (answer == null || !answer.isObject()) {
            refuse(table, row, "an object", body == null || body.length == 0 ? "nothing" : "another text");
            return;
        }
        try {
            // Local time with its offset; without one nobody can tell what moment it was.
            Instant moment = OffsetDateTime.parse(row.text(0)).toInstant().truncatedTo(ChronoUnit.MICROS);
            snapshot.take(row, moment, answer);
        } catch (DateTimeException unclear) {
            refuse(table, row, "a time with its offset in SnapshotTimestamp", '"' + row.text(0) + '"');
        }
    }

    private void refuse(String table, SourceRow row, String expected, String found) {
        tally.refuse(new Rejection(name + "!" + table + ":" + row.rowId(), new Violation("", expected, found)));
    }

    /// Takes one answer.
    @FunctionalInterface
    private interface Snapshot {
        void take(SourceRow row, Instant moment, JsonNode answer);
    }
}
