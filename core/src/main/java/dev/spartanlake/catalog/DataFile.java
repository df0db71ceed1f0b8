package dev.spartanlake.catalog;

import dev.spartanlake.match.Xuid;
import dev.spartanlake.schema.Partition;
import dev.spartanlake.storage.Fingerprint;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/// A file that is the truth about one partition.
///
/// @param partition the partition
/// @param rowCount its rows, at least 1
/// @param minStartTime the earliest start of a match in it
/// @param maxStartTime the latest start of a match in it
/// @param fingerprint the content it was committed with
/// @param commitId the commit that wrote it
public record DataFile(
        Partition partition,
        long rowCount,
        Instant minStartTime,
        Instant maxStartTime,
        Fingerprint fingerprint,
        long commitId) {

    static DataFile of(ResultSet row) throws SQLException {
        @Nullable String xuid = row.getString("xuid");
        return new DataFile(
                new Partition(
                        row.getString("table_name"),
                        xuid == null ? null : Xuid.parse(xuid),
                        YearMonth.of(row.getInt("year"), row.getInt("month"))),
                row.getLong("row_count"),
                SqlTime.parse(row.getString("min_start_time")),
                SqlTime.parse(row.getString("max_start_time")),
                new Fingerprint(row.getLong("size_bytes"), row.getString("sha256")),
                row.getLong("commit_id"));
    }
}
