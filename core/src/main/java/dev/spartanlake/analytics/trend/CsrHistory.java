package dev.spartanlake.analytics.trend;

import dev.spartanlake.analytics.question.ListQuestion;
import dev.spartanlake.analytics.question.RecordShape;
import dev.spartanlake.analytics.question.Scope;
import dev.spartanlake.query.Query;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The competitive rank (CSR) over time: one row for each match for which it is known before or after, in the order the
/// matches were played. Each playlist has a rank of its own. Without skill data there is no row.
public record CsrHistory() implements ListQuestion<CsrHistory.Ranking> {

    /// The rank in one match.
    ///
    /// @param matchId the match
    /// @param startTime when it began
    /// @param playlistId the playlist whose rank it is; null when the document had none
    /// @param playlistName its name, or its id where it has none; null when the document had no playlist
    /// @param csrBefore the rank before; null when unranked or unknown
    /// @param csrAfter the rank after; null when unranked or unknown
    public record Ranking(
            String matchId,
            Instant startTime,
            @Nullable String playlistId,
            @Nullable String playlistName,
            @Nullable Integer csrBefore,
            @Nullable Integer csrAfter) {

        /// The latest that is known: after the match, else before it.
        public int csr() {
            if (csrAfter != null) {
                return csrAfter;
            }
            if (csrBefore != null) {
                return csrBefore;
            }
            throw new IllegalStateException("a match without a rank: " + matchId);
        }
    }

    @Override
    public RecordShape<Ranking> shape() {
        return RecordShape.of(Ranking.class);
    }

    @Override
    public Query query(Scope scope) {
        return scope.queryOfPlayer("""
                SELECT match_id, start_time, playlist_id, playlist_name, csr_before, csr_after
                FROM scope WHERE coalesce(csr_before, csr_after) IS NOT NULL ORDER BY start_time, match_id""");
    }
}
