package dev.spartanlake.commit;

import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.fact.MatchReading;
import dev.spartanlake.fact.MatchRows;
import dev.spartanlake.validation.Rejection;
import java.nio.file.Path;

/// A match as it is stored. A version that knew fewer rules may have stored what is refused today.
///
/// @param matchId the match
/// @param file the file its document is in
/// @param reading what the document is by the rules of today
public record StoredMatch(String matchId, Path file, MatchReading reading) {

    /// The match, where a change cannot do without it.
    ///
    /// @throws WarehouseException with [ErrorCode#DAMAGED] when its document is refused
    public MatchRows required() {
        return switch (reading) {
            case MatchReading.Accepted(MatchRows rows) -> rows;
            case MatchReading.Refused refused ->
                throw new WarehouseException(
                        ErrorCode.DAMAGED,
                        Location.of(file),
                        "the stored document of match " + matchId + " breaks a rule: " + reason(refused)
                                + "; put it aside with: spartanlake repair");
        };
    }

    String reason(MatchReading.Refused refused) {
        return new Rejection(file.toString(), refused.violations().getFirst()).sentence();
    }
}
