package dev.spartanlake.halo.content;

import dev.spartanlake.halo.json.JsonValue;
import dev.spartanlake.halo.json.UnexpectedJson;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// When seasons and events begin and end.
///
/// @param careerTrack the path of the career ranks; `null` when it names none
public record SeasonCalendar(
        List<Season> seasons, List<Event> events, @Nullable String careerTrack) {

    /// Keeps copies.
    public SeasonCalendar {
        seasons = List.copyOf(seasons);
        events = List.copyOf(events);
    }

    /// A season.
    ///
    /// @param csrSeason the path by which competitive ranks know it; `null` when it has none
    /// @param operationTrack the path of its rewards; `null` when it has none
    /// @param metadata the path of what it is called; `null` when it has none
    public record Season(
            @Nullable String csrSeason,
            @Nullable String operationTrack,
            @Nullable String metadata,
            Instant start,
            Instant end) {

        static Season read(JsonValue value) throws UnexpectedJson {
            return new Season(
                    value.optionalText("CsrSeasonFilePath"),
                    value.optionalText("OperationTrackPath"),
                    value.optionalText("SeasonMetadata"),
                    date(value, "StartDate"),
                    date(value, "EndDate"));
        }
    }

    /// An event.
    ///
    /// @param rewardTrack the path of its rewards
    public record Event(String rewardTrack, Instant start, Instant end) {

        static Event read(JsonValue value) throws UnexpectedJson {
            return new Event(value.field("RewardTrackPath").text(), date(value, "StartDate"), date(value, "EndDate"));
        }
    }

    static SeasonCalendar read(JsonValue value) throws UnexpectedJson {
        JsonValue career = value.optional("CareerRank");
        return new SeasonCalendar(
                value.field("Seasons").elements(Season::read),
                value.field("Events").elements(Event::read),
                career == null ? null : career.optionalText("RewardTrackPath"));
    }

    static Instant date(JsonValue value, String name) throws UnexpectedJson {
        return value.field(name).field("ISO8601Date").instant();
    }
}
