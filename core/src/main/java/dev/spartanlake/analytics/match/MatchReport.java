package dev.spartanlake.analytics.match;

import dev.spartanlake.analytics.measure.Figures;
import dev.spartanlake.analytics.measure.Measure;
import dev.spartanlake.analytics.measure.MeasureValues;
import dev.spartanlake.analytics.measure.Preference;
import dev.spartanlake.analytics.question.Filter;
import dev.spartanlake.analytics.question.Question;
import dev.spartanlake.analytics.question.RecordShape;
import dev.spartanlake.analytics.question.Scope;
import dev.spartanlake.match.MatchId;
import dev.spartanlake.query.Query;
import dev.spartanlake.query.QueryResult;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One match of a player in full. Of the filter only the player counts.
///
/// @param match the match
public record MatchReport(MatchId match) implements Question<Optional<MatchReport.Report>> {

    /// A match in full.
    ///
    /// @param line the player's own figures
    /// @param place where it stands among the player's matches
    /// @param roster everybody who took part, by team, then place, then personal score with the most first
    /// @param medals the player's medals, the most earned first, of equals the one with the smaller id
    public record Report(MatchLine line, Place place, List<Participant> roster, List<MatchMedal> medals) {

        /// Copies the lists.
        public Report {
            roster = List.copyOf(roster);
            medals = List.copyOf(medals);
        }
    }

    /// Where a match stands among the player's matches of its kind (against players, or against the environment).
    ///
    /// @param sessionPosition the how manieth match of its session it is, from 1
    /// @param sessionMatches how many matches the session has, of both kinds
    /// @param percentiles of each measure, which percent of the matches that have a value, this one
    ///     included, are not better; not greater where neither way is better; absent where this one has none
    public record Place(long sessionPosition, long sessionMatches, MeasureValues percentiles) {}

    /// One who took part.
    ///
    /// @param playerId `xuid(…)` or `bid(…)`
    /// @param xuid a human's digits; null for bots
    /// @param gamertag the name; null when not known
    /// @param isBot whether it is a bot
    /// @param teamId the team at the end; a number of their own without teams; null when unknown
    /// @param isTeamMate whether it is the player, or somebody in the player's team where there are teams
    /// @param outcome as in [MatchLine]
    /// @param rank the place; null when unknown
    /// @param kills kills
    /// @param deaths deaths
    /// @param assists assists
    /// @param kda [Measure#KDA] of the match, not the game's own figure, which is cut to two decimals
    /// @param accuracy the game's own figure, percent; null when unknown
    /// @param damageDealt damage dealt; null when unknown
    /// @param damageTaken damage taken; null when unknown
    /// @param score what the mode scores by; null when unknown
    /// @param personalScore the sum of awards; null when unknown
    public record Participant(
            String playerId,
            @Nullable String xuid,
            @Nullable String gamertag,
            boolean isBot,
            @Nullable Integer teamId,
            boolean isTeamMate,
            @Nullable Integer outcome,
            @Nullable Integer rank,
            long kills,
            long deaths,
            long assists,
            double kda,
            @Nullable Double accuracy,
            @Nullable Long damageDealt,
            @Nullable Long damageTaken,
            @Nullable Long score,
            @Nullable Long personalScore) {}

    /// A kind of medal the player earned.
    ///
    /// @param medalNameId the kind
    /// @param name its name; null when not known
    /// @param count how many
    public record MatchMedal(long medalNameId, @Nullable String name, long count) {}

    @Override
    public List<Query> queries(Scope scope) {
        Scope all = scope.with(Filter.everything(scope.filter().player()));
        return List.of(line(all), place(all), roster(all), medals(all));
    }

    private Query line(Scope all) {
        return all.queryOfPlayer("SELECT " + MatchLine.columns() + "\nFROM scope WHERE match_id = ?", match.value());
    }

    private Query place(Scope all) {
        String percentiles = Arrays.stream(Measure.values())
                .map(measure -> percentile(measure) + " AS " + measure.column())
                .collect(Collectors.joining(",\n"));
        return all.queryOfPlayer(
                ", v AS MATERIALIZED (SELECT match_id, start_time, session_id, is_pve,\n" + Figures.ofMatch()
                        + "\nFROM scope)\n"
                        + """
                        , m AS (SELECT * FROM v WHERE match_id = ?)
                        , s AS (SELECT count(*) FILTER ((v.start_time, v.match_id) <= (m.start_time, m.match_id))
                                AS session_position, count(*) AS session_matches
                            FROM v JOIN m USING (session_id))
                        , p AS (SELECT
                        """
                        + percentiles
                        + " FROM v JOIN m USING (is_pve))\nSELECT * FROM s, p",
                match.value());
    }

    private static String percentile(Measure measure) {
        String column = measure.column();
        String notBetter = measure.preference() == Preference.FEWER ? " >= " : " <= ";
        // Null where one of the two is not known.
        String isNotBetter = "v." + column + notBetter + "m." + column;
        return "100.0 * count_if(" + isNotBetter + ") / nullif(count(" + isNotBetter + "), 0)";
    }

    private Query roster(Scope all) {
        return all.queryOfPlayer(
                        ", p AS (SELECT * REPLACE (" + Measure.KDA.ofMatch()
                                + " AS kda) FROM match_participants WHERE match_id = ?)\n"
                                + """
                SELECT p.player_id, p.xuid, n.gamertag, p.is_bot, p.team_id,
                    p.xuid IS NOT DISTINCT FROM scope.xuid
                        OR coalesce(scope.my_team_score IS NOT NULL AND p.team_id = scope.team_id, false) AS is_team_mate,
                    p.outcome, p.rank, p.kills, p.deaths, p.assists,
                    p.kda,
                    CAST(CAST(p.accuracy AS DECIMAL(18, 2)) AS DOUBLE) AS accuracy,
                    p.damage_dealt, p.damage_taken, p.score, p.personal_score
                FROM scope JOIN p USING (match_id)
                LEFT JOIN meta.players AS n ON n.xuid = p.xuid
                WHERE scope.match_id = ?
                ORDER BY p.team_id NULLS LAST, p.rank NULLS LAST, p.personal_score DESC NULLS LAST, p.player_id""",
                        match.value(),
                        match.value())
                .ofMatch(match);
    }

    private Query medals(Scope all) {
        return all.queryOfPlayer(
                        "SELECT a.medal_name_id, " + all.viewpoint().name("d") + " AS name, a.count\n" + """
                        FROM scope JOIN medal_awards AS a USING (match_id, xuid)
                        LEFT JOIN meta.medal_definitions AS d ON d.name_id = a.medal_name_id
                        WHERE scope.match_id = ? ORDER BY a.count DESC, a.medal_name_id""",
                        match.value())
                .ofMatch(match);
    }

    @Override
    public Optional<Report> answer(List<QueryResult> results, Scope scope) {
        List<MatchLine> lines = RecordShape.of(MatchLine.class).read(results.getFirst());
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Report(
                lines.getFirst(),
                RecordShape.of(Place.class).read(results.get(1)).getFirst(),
                RecordShape.of(Participant.class).read(results.get(2)),
                RecordShape.of(MatchMedal.class).read(results.get(3))));
    }
}
