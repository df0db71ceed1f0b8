package dev.spartanlake.catalog;

import dev.spartanlake.match.Xuid;
import dev.spartanlake.schema.Partition;
import dev.spartanlake.storage.Fingerprint;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/// What whoever reads the rows of a [DataFile] has to know of it. There may be very many, so that no more is read.
///
/// @param partition the partition
/// @param rowCount its rows, at least 1
/// @param fingerprint the content it was committed with
public record CommittedFile(Partition partition, long rowCount, Fingerprint fingerprint) {

    static final String COLUMNS = "table_name, xuid, year, month, row_count, size_bytes, sha256";

    /// @param row with [#COLUMNS]
    static CommittedFile of(ResultSet row) throws SQLException {
        @Nullable String xuid = row.getString(2);
        return new CommittedFile(
                new Partition(
                        row.getString(1),
                        xuid == null ? null : Xuid.parse(xuid),
                        YearMonth.of(row.getInt(3), row.getInt(4))),
                row.getLong(5),
                new Fingerprint(row.getLong(6), row.getString(7)));
    }
}
