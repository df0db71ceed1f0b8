package dev.spartanlake.analytics.oracle;

import dev.spartanlake.analytics.measure.Measure;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A row of facts with its names, and both sides of every measure worked out.
record PlayedMatch(RawRow row, Names.OfMatch names, Map<Measure, Ratio> ratios) {

    static final Comparator<PlayedMatch> ORDER =
            Comparator.comparing(PlayedMatch::start).thenComparing(PlayedMatch::id);

    static PlayedMatch of(RawRow row, Names.OfMatch names) {
        Map<Measure, Ratio> ratios = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.values()) {
            Ratio ratio = Definitions.ratio(measure, row);
            if (ratio != null) {
                ratios.put(measure, ratio);
            }
        }
        return new PlayedMatch(row, names, ratios);
    }

    String id() {
        return row.requiredText("match_id");
    }

    Instant start() {
        return row.requiredTime("start_time");
    }

    ZonedDateTime localStart(ZoneId zone) {
        return start().atZone(zone);
    }

    String session() {
        return row.requiredText("session_id");
    }

    boolean hasTeams() {
        return row.integer("my_team_score") != null;
    }

    boolean isPve() {
        Integer category = row.integer("game_variant_category");
        return Objects.equals(category, 41)
                || Objects.equals(category, 42)
                || Objects.equals(row.integer("gameplay_interaction"), 2);
    }

    boolean isRanked() {
        return names.isRankedPlaylist() || row.integer("csr_before") != null || row.integer("csr_after") != null;
    }

    boolean isMatchmade() {
        return Objects.equals(row.integer("lifecycle_mode"), 3);
    }

    /// Both sides of a measure; null where one is not known.
    @Nullable
    Ratio ratio(Measure measure) {
        return ratios.get(measure);
    }

    /// The same where there is a value.
    @Nullable
    Ratio defined(Measure measure) {
        Ratio ratio = ratios.get(measure);
        return ratio == null || !ratio.isDefined() ? null : ratio;
    }

    @Nullable
    Double value(Measure measure) {
        Ratio ratio = defined(measure);
        return ratio == null ? null : Double.valueOf(ratio.scaled(Definitions.scale(measure)));
    }

    boolean isSameTeam(RawRow participant) {
        Integer team = participant.integer("team_id");
        return hasTeams() && team != null && team.equals(row.integer("team_id"));
    }

    boolean isOtherTeam(RawRow participant) {
        Integer team = participant.integer("team_id");
        Integer own = row.integer("team_id");
        return !hasTeams() || (team != null && own != null && !team.equals(own));
    }
}
