package dev.spartanlake.career;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// One match of a player, as far as sessions and scores need it.
///
/// @param matchId the match
/// @param startTime when it started
/// @param endTime when it ended; null when unknown, which counts as ended when it started
/// @param kind which history it is compared with
/// @param outcome 1 tie, 2 win, 3 loss, 4 did not finish; null when unknown
/// @param performance what the player did
public record CareerMatch(
        String matchId,
        Instant startTime,
        @Nullable Instant endTime,
        Kind kind,
        @Nullable Integer outcome,
        Performance performance) {

    /// The order of a career: by start, and by identifier where two started at the same moment.
    public static final Comparator<CareerMatch> ORDER =
            Comparator.comparing(CareerMatch::startTime).thenComparing(CareerMatch::matchId);

    /// The end, or the start where the end is unknown or comes before it.
    public Instant end() {
        return endTime == null || endTime.isBefore(startTime) ? startTime : endTime;
    }

    /// The histories a career is made of; a match is compared with matches of its own kind only.
    public enum Kind {
        /// Against players.
        PVP,
        /// Against the environment.
        PVE;

        private static final int MINIGAME = 41;
        private static final int FIREFIGHT = 42;
        private static final int AGAINST_ENVIRONMENT = 2;

        /// The kind of a match.
        ///
        /// @param gameVariantCategory the mode family; null when unknown
        /// @param gameplayInteraction 2 when against the environment; null in matches of 2022
        public static Kind of(@Nullable Integer gameVariantCategory, @Nullable Integer gameplayInteraction) {
            boolean againstWaves = gameVariantCategory != null
                    && (gameVariantCategory == MINIGAME || gameVariantCategory == FIREFIGHT);
            boolean againstEnvironment = gameplayInteraction != null && gameplayInteraction == AGAINST_ENVIRONMENT;
            boolean pve = againstWaves || againstEnvironment;
            return pve ? PVE : PVP;
        }
    }

    /// The figures of one match.
    ///
    /// @param kills kills
    /// @param deaths deaths
    /// @param assists assists
    /// @param kda the game's KDA; null when unknown
    /// @param accuracy percent of shots that hit; null when unknown
    /// @param shotsFired shots fired; null when unknown
    /// @param shotsHit shots that hit; null when unknown
    /// @param timePlayedSeconds how long the player took part; null when unknown
    public record Performance(
            int kills,
            int deaths,
            int assists,
            @Nullable Float kda,
            @Nullable Float accuracy,
            @Nullable Integer shotsFired,
            @Nullable Integer shotsHit,
            @Nullable Float timePlayedSeconds) {}
}
