package dev.spartanlake.analytics.question;

import dev.spartanlake.match.MatchOutcome;
import dev.spartanlake.match.Xuid;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Which matches of a player a question is about. What is null does not restrict. Names are compared without regard to
/// case and accents, in the language of the [Viewpoint]; an id does as well.
///
/// @param player whose matches
/// @param from matches that started at this moment or later
/// @param until matches that started before this moment
/// @param playlist a playlist's name or id
/// @param map a map's name or id
/// @param mode a mode's name, or the id of its variant
/// @param category a category's name
/// @param season a season's path, or its last step without `.json`
/// @param competition ranked, social or custom matches; all of them unless said
/// @param opposition against players or the environment; against players unless said
/// @param outcome how the match ended
/// @param session the session's id
/// @param teamMate matches in which this player was in the same team
/// @param opponent matches in which this player was in another team, or in none because there were no teams
/// @param leastMatches groups of fewer matches are left out; 1 unless said
public record Filter(
        Xuid player,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable String playlist,
        @Nullable String map,
        @Nullable String mode,
        @Nullable String category,
        @Nullable String season,
        Competition competition,
        Opposition opposition,
        @Nullable MatchOutcome outcome,
        @Nullable String session,
        @Nullable Xuid teamMate,
        @Nullable Xuid opponent,
        int leastMatches) {

    /// @throws IllegalArgumentException when the period is empty, or the least number of matches is below 1
    public Filter {
        if (from != null && until != null && !from.isBefore(until)) {
            throw new IllegalArgumentException("The period is empty: it begins at " + from + " and ends at " + until);
        }
        Argument.atLeast(1, "leastMatches", leastMatches);
    }

    /// All matches of a player against other players.
    public static Filter of(Xuid player) {
        return new Builder(player).build();
    }

    /// All matches of a player, whomever they were against: what questions are about that look past their filter.
    public static Filter everything(Xuid player) {
        return of(player).change().opposition(Opposition.ANY).build();
    }

    /// A filter that begins as this one is.
    public Builder change() {
        return new Builder(this);
    }

    /// Collects what a filter shall be.
    public static final class Builder {

        private final Xuid player;
        private @Nullable Instant from;
        private @Nullable Instant until;
        private @Nullable String playlist;
        private @Nullable String map;
        private @Nullable String mode;
        private @Nullable String category;
        private @Nullable String season;
        private Competition competition = Competition.ANY;
        private Opposition opposition = Opposition.PVP;
        private @Nullable MatchOutcome outcome;
        private @Nullable String session;
        private @Nullable Xuid teamMate;
        private @Nullable Xuid opponent;
        private int leastMatches = 1;

        private Builder(Xuid player) {
            this.player = player;
        }

        private Builder(Filter filter) {
            player = filter.player;
            from = filter.from;
            until = filter.until;
            playlist = filter.playlist;
            map = filter.map;
            mode = filter.mode;
            category = filter.category;
            season = filter.season;
            competition = filter.competition;
            opposition = filter.opposition;
            outcome = filter.outcome;
            session = filter.session;
            teamMate = filter.teamMate;
            opponent = filter.opponent;
            leastMatches = filter.leastMatches;
        }

        /// Matches that started at this moment or later; null for no bound.
        public Builder from(@Nullable Instant moment) {
            from = moment;
            return this;
        }

        /// Matches that started before this moment; null for no bound.
        public Builder until(@Nullable Instant moment) {
            until = moment;
            return this;
        }

        /// Matches of a playlist; null for any.
        public Builder playlist(@Nullable String nameOrId) {
            playlist = nameOrId;
            return this;
        }

        /// Matches on a map; null for any.
        public Builder map(@Nullable String nameOrId) {
            map = nameOrId;
            return this;
        }

        /// Matches of a mode; null for any.
        public Builder mode(@Nullable String nameOrId) {
            mode = nameOrId;
            return this;
        }

        /// Matches of a category; null for any.
        public Builder category(@Nullable String name) {
            category = name;
            return this;
        }

        /// Matches of a season; null for any.
        public Builder season(@Nullable String path) {
            season = path;
            return this;
        }

        /// Ranked, social or custom matches.
        public Builder competition(Competition chosen) {
            competition = chosen;
            return this;
        }

        /// Matches against players or the environment.
        public Builder opposition(Opposition chosen) {
            opposition = chosen;
            return this;
        }

        /// Matches that ended so; null for any.
        public Builder outcome(@Nullable MatchOutcome chosen) {
            outcome = chosen;
            return this;
        }

        /// Matches of a session; null for any.
        public Builder session(@Nullable String id) {
            session = id;
            return this;
        }

        /// Matches with a team-mate; null for any.
        public Builder teamMate(@Nullable Xuid other) {
            teamMate = other;
            return this;
        }

        /// Matches against an opponent; null for any.
        public Builder opponent(@Nullable Xuid other) {
            opponent = other;
            return this;
        }

        /// The least number of matches of a group.
        public Builder leastMatches(int number) {
            leastMatches = number;
            return this;
        }

        /// The filter.
        public Filter build() {
            return new Filter(
                    player,
                    from,
                    until,
                    playlist,
                    map,
                    mode,
                    category,
                    season,
                    competition,
                    opposition,
                    outcome,
                    session,
                    teamMate,
                    opponent,
                    leastMatches);
        }
    }
}
