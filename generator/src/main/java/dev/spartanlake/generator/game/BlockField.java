package dev.spartanlake.generator.game;

import dev.spartanlake.generator.json.Fragment;
import org.jspecify.annotations.Nullable;

/// One figure of a mode block.
///
/// @param name the member's name
/// @param kind what the figure is and how a team's follows from its players'
/// @param mean what an average player has after ten minutes: a count, or tenths of a second for a time
/// @param award what each count is rewarded with; absent because most figures bring no personal score
public record BlockField(
        Fragment name, Kind kind, double mean, @Nullable Award award) {

    /// What a figure is and how a team's follows from its players'.
    public enum Kind {
        /// A count; the team has the sum.
        COUNT,
        /// A count of things several players can have a part in; the team has less than the sum.
        SHARED_COUNT,
        /// The player's kills; the team has the sum.
        KILLS,
        /// The player's assists; the team counts an assisted kill once.
        ASSISTS,
        /// A best; the team has the maximum.
        PEAK,
        /// A time in tenths of a second; the team has the sum.
        TIME,
        /// The longest part of the block's time; the team has the maximum.
        LONGEST_TIME,
        /// The count the match is decided by; the team has the sum.
        SCORE,
        /// Seconds of scoring, each worth one point; the team has the sum.
        SCORE_TIME,
        /// Scoring ticks: counted for players in some modes and for the team only in others.
        TICKS,
        /// Lives left: null for a player, 0 for the team.
        LIVES;

        /// Whether the figure is a time and written as a duration.
        public boolean isTime() {
            return this == TIME || this == LONGEST_TIME || this == SCORE_TIME;
        }
    }

    static BlockField of(String name, Kind kind, double mean) {
        return new BlockField(Fragment.name(name), kind, mean, null);
    }

    static BlockField of(String name, Kind kind, double mean, Award award) {
        return new BlockField(Fragment.name(name), kind, mean, award);
    }
}
