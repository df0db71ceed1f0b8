package dev.spartanlake.halo.content;

import dev.spartanlake.halo.json.JsonValue;
import dev.spartanlake.halo.json.UnexpectedJson;
import java.time.Instant;

/// A season of competitive ranks.
///
/// @param path such as `Csr/Seasons/CsrSeason9-1.json`, by which matches know it
public record CsrSeason(String path, Instant start, Instant end) {

    static CsrSeason read(JsonValue value) throws UnexpectedJson {
        return new CsrSeason(
                value.field("CsrSeasonFilePath").nonEmpty(),
                SeasonCalendar.date(value, "StartDate"),
                SeasonCalendar.date(value, "EndDate"));
    }
}
