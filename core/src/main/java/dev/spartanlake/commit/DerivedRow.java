package dev.spartanlake.commit;

import dev.spartanlake.match.Xuid;
import dev.spartanlake.schema.Column;
import dev.spartanlake.schema.ColumnType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the columns of a fact are that follow from the whole career.
///
/// @param xuid the player
/// @param matchId the match
/// @param sessionId the play session
/// @param performanceScore the score; null for the first matches
public record DerivedRow(
        Xuid xuid,
        String matchId,
        String sessionId,
        @Nullable Float performanceScore) {

    /// The columns under which the engine sees these rows.
    static final List<Column<DerivedRow>> COLUMNS = List.of(
            Column.required(
                    "xuid", ColumnType.STRING, "the player", row -> row.xuid().text()),
            Column.required("match_id", ColumnType.STRING, "the match", DerivedRow::matchId),
            Column.required("session_id", ColumnType.STRING, "the session", DerivedRow::sessionId),
            Column.optional("performance_score", ColumnType.FLOAT, "the score", DerivedRow::performanceScore));
}
