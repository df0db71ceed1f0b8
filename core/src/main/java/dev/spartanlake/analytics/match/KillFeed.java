package dev.spartanlake.analytics.match;

import dev.spartanlake.analytics.question.Filter;
import dev.spartanlake.analytics.question.Question;
import dev.spartanlake.analytics.question.RecordShape;
import dev.spartanlake.analytics.question.Scope;
import dev.spartanlake.match.MatchId;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.query.Query;
import dev.spartanlake.query.QueryResult;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the film of one match of a player shows, in its order: who killed whom, with which medals, and what else
/// happened. Of the filter only the player counts.
///
/// @param match the match
public record KillFeed(MatchId match) implements Question<Optional<KillFeed.Feed>> {

    /// A match and what its film shows.
    ///
    /// @param line the player's own figures
    /// @param player the player
    /// @param lines in the order of the film; none where no film of the match is known
    public record Feed(MatchLine line, Xuid player, List<FeedLine> lines) {

        /// Copies the list.
        public Feed {
            lines = List.copyOf(lines);
        }
    }

    /// Something that happened.
    ///
    /// @param eventIndex the place in the film of the event that it is, from 0; of a kill and its death that of the
    ///     kill
    /// @param timeMs milliseconds since the film began, breaks between rounds included
    /// @param event `kill`: with the death that it is where there is one, `death`: one that nobody is known to have
    ///     caused, `mode`: something about the objective, `medal`: one that belongs to no kill, or `unknown`
    /// @param xuid who did it; null for a death
    /// @param gamertag the name; null for a death
    /// @param teamId the team by the film; in free-for-all a number of the player's own; null for a death
    /// @param victimXuid who died; null where nobody did, and for a kill of a bot, which films do not show
    /// @param victimGamertag the name; null likewise
    /// @param victimTeamId the team; null likewise
    /// @param medals what was earned by it, in the order of the film
    public record FeedLine(
            int eventIndex,
            long timeMs,
            String event,
            @Nullable String xuid,
            @Nullable String gamertag,
            @Nullable Integer teamId,
            @Nullable String victimXuid,
            @Nullable String victimGamertag,
            @Nullable Integer victimTeamId,
            List<FeedMedal> medals) {

        /// Copies the list.
        public FeedLine {
            medals = List.copyOf(medals);
        }
    }

    /// A medal in a film.
    ///
    /// @param medalNameId the kind, as in `medal_awards`; null for one whose number in films nobody knows yet
    /// @param code the film's own number of it
    /// @param name its name; null when not known
    public record FeedMedal(
            @Nullable Long medalNameId, long code, @Nullable String name) {}

    @Override
    public List<Query> queries(Scope scope) {
        Scope all = scope.with(Filter.everything(scope.filter().player()));
        return List.of(line(all), events(all));
    }

    private Query line(Scope all) {
        return all.queryOfPlayer("SELECT " + MatchLine.columns() + "\nFROM scope WHERE match_id = ?", match.value());
    }

    private Query events(Scope all) {
        return all.queryOfPlayer("""
                SELECT h.event_index, h.time_ms, h.xuid, coalesce(n.gamertag, nullif(h.gamertag, ''), h.xuid) AS gamertag,
                    h.team_id, h.slot, h.flag, h.code, h.weight, h.medal_name_id, %s AS medal_name
                FROM scope JOIN highlight_events AS h USING (match_id)
                LEFT JOIN meta.players AS n ON n.xuid = h.xuid
                LEFT JOIN meta.medal_definitions AS d ON d.name_id = h.medal_name_id
                WHERE h.match_id = ? ORDER BY h.event_index""".formatted(all.viewpoint().name("d")), match.value())
                .ofMatch(match);
    }

    @Override
    public Optional<Feed> answer(List<QueryResult> results, Scope scope) {
        List<MatchLine> lines = RecordShape.of(MatchLine.class).read(results.getFirst());
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        List<FilmedEvent> events = RecordShape.of(FilmedEvent.class).read(results.get(1));
        return Optional.of(new Feed(lines.getFirst(), scope.filter().player(), new FilmedMatch(events).lines()));
    }
}
