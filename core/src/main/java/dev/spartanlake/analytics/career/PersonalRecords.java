package dev.spartanlake.analytics.career;

import dev.spartanlake.analytics.measure.Measure;
import dev.spartanlake.analytics.question.Argument;
import dev.spartanlake.analytics.question.ListQuestion;
import dev.spartanlake.analytics.question.RecordShape;
import dev.spartanlake.analytics.question.Scope;
import dev.spartanlake.query.Query;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The player's best single matches, for each [Feat] in its order. Of equal values the earlier match stands first.
///
/// @param places how many matches of each feat, at least 1
public record PersonalRecords(int places) implements ListQuestion<PersonalRecords.PersonalRecord> {

    /// @throws IllegalArgumentException when there is no place
    public PersonalRecords {
        Argument.atLeast(1, "places", places);
    }

    /// What there are records in. Rates count only where there is enough to make one of.
    public enum Feat {
        /// The most kills.
        KILLS(Measure.KILLS_PER_MATCH, "true"),
        /// The most assists.
        ASSISTS(Measure.ASSISTS_PER_MATCH, "true"),
        /// The highest KDA.
        KDA(Measure.KDA, "true"),
        /// The best accuracy of at least 50 shots.
        ACCURACY(Measure.ACCURACY, "shots_fired >= 50"),
        /// The most kills per minute in at least three minutes.
        KILLS_PER_MINUTE(Measure.KILLS_PER_MINUTE, "time_played_seconds >= 180"),
        /// The longest spree.
        KILLING_SPREE(Measure.KILLING_SPREE, "true"),
        /// The most damage dealt.
        DAMAGE_DEALT(Measure.DAMAGE_DEALT, "true"),
        /// The most damage in a life.
        DAMAGE_PER_LIFE(Measure.DAMAGE_PER_LIFE, "true"),
        /// The longest mean life in at least three minutes.
        LIFE_SECONDS(Measure.LIFE_SECONDS, "time_played_seconds >= 180"),
        /// The highest personal score.
        PERSONAL_SCORE(Measure.PERSONAL_SCORE, "true"),
        /// The highest performance score.
        PERFORMANCE_SCORE(Measure.PERFORMANCE_SCORE, "true"),
        /// The longest match.
        MINUTES_PLAYED(Measure.MINUTES_PLAYED, "true");

        private final Measure measure;
        private final String condition;

        Feat(Measure measure, String condition) {
            this.measure = measure;
            this.condition = condition;
        }

        /// What is measured.
        public Measure measure() {
            return measure;
        }

        private String rows(int position, int places) {
            return """
                    SELECT %1$s AS feat_order, '%2$s' AS feat, %3$s AS value, match_id, start_time, map_name, mode_name,
                        playlist_name
                    FROM scope WHERE %4$s AND value IS NOT NULL
                    ORDER BY value DESC, start_time, match_id LIMIT %5$s""".formatted(
                            Integer.toString(position),
                            measure.column(),
                            measure.ofMatch(),
                            condition,
                            Integer.toString(places));
        }
    }

    /// One record.
    ///
    /// @param feat the measure, by its column name
    /// @param value the value, in the measure's unit
    /// @param matchId the match
    /// @param startTime when it began
    /// @param mapName the map's name, or its id where that has none; null when the document had no map
    /// @param modeName the mode's name, or the id of its variant; null when the document had neither
    /// @param playlistName the playlist's name, or its id where that has none; null outside matchmaking
    public record PersonalRecord(
            String feat,
            double value,
            String matchId,
            Instant startTime,
            @Nullable String mapName,
            @Nullable String modeName,
            @Nullable String playlistName) {}

    @Override
    public RecordShape<PersonalRecord> shape() {
        return RecordShape.of(PersonalRecord.class);
    }

    @Override
    public Query query(Scope scope) {
        List<Feat> feats = List.of(Feat.values());
        String rows = IntStream.range(0, feats.size())
                .mapToObj(position -> "(" + feats.get(position).rows(position, places) + ")")
                .collect(Collectors.joining("\nUNION ALL\n"));
        return scope.queryOfPlayer(
                "SELECT * FROM (" + rows + ") ORDER BY feat_order, value DESC, start_time, match_id");
    }
}
