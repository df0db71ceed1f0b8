package dev.spartanlake.generator.service;

import dev.spartanlake.generator.json.JsonObject;
import dev.spartanlake.generator.match.Season;
import java.time.Instant;
import java.util.List;

/// When seasons begin and end.
///
/// **Source**: `GET gamecms-hacs /hi/Progression/file/Csr/Calendars/CsrSeasonCalendar.json` and
/// `/hi/progression/file/calendars/seasons/seasoncalendar.json`
public final class Calendars {

    private static final int SEASONS = 24;

    private Calendars() {}

    /// The seasons of the ranks.
    public static String csrSeasons() {
        List<JsonObject> seasons = Season.first(SEASONS).stream()
                .map(season -> dates(new JsonObject().with("CsrSeasonFilePath", season.currentId()), season))
                .toList();
        return new JsonObject().with("Seasons", seasons).toString();
    }

    /// The seasons of the game, with one event each.
    public static String seasons() {
        List<JsonObject> seasons = Season.first(SEASONS).stream()
                .map(season -> dates(
                        new JsonObject()
                                .with("CsrSeasonFilePath", season.currentId())
                                .with("OperationTrackPath", "RewardTracks/Operations/S" + season.number() + ".json")
                                .with("SeasonMetadata", season.earlyId()),
                        season))
                .toList();
        List<JsonObject> events = Season.first(SEASONS).stream()
                .map(season -> dates(
                        new JsonObject().with("RewardTrackPath", "RewardTracks/Events/E" + season.number() + ".json"),
                        season))
                .toList();
        return new JsonObject()
                .with("Seasons", seasons)
                .with("Events", events)
                .with(
                        "CareerRank",
                        new JsonObject().with("RewardTrackPath", "RewardTracks/CareerRanks/careerrank1.json"))
                .toString();
    }

    private static JsonObject dates(JsonObject object, Season season) {
        return object.with("StartDate", date(season.startMillis())).with("EndDate", date(season.endMillis()));
    }

    private static JsonObject date(long millis) {
        return new JsonObject().with("ISO8601Date", Instant.ofEpochMilli(millis).toString());
    }
}
