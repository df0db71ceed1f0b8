package dev.spartanlake.commit;

import dev.spartanlake.document.SkillDocument;
import dev.spartanlake.document.SkillDocumentParser;
import dev.spartanlake.document.SkillReading;
import dev.spartanlake.duck.Engine;
import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.fact.MatchParts;
import dev.spartanlake.film.FilmIdentity;
import dev.spartanlake.film.Happening;
import dev.spartanlake.film.HighlightEvent;
import dev.spartanlake.film.Highlights;
import dev.spartanlake.match.Xuid;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads what the warehouse knows of matches beside their documents.
///
/// @param engine runs the statements
/// @param skills what rows of `skill_documents` are selected from; empty for none
/// @param events what rows of `highlight_events` are selected from; empty for none
public record PartsQuery(Engine engine, Optional<String> skills, Optional<String> events) {

    /// Reads the parts of some matches.
    ///
    /// @param films what the events of each match were read from, by the match; null where
    /// there are none. One without rows is a film in which nothing happened
    /// @return the parts of the matches that have any
    /// @throws WarehouseException with [ErrorCode#DAMAGED] when a stored skill document is none
    public Map<String, MatchParts> of(Map<String, @Nullable FilmIdentity> films) {
        String wanted = " WHERE match_id IN (SELECT unnest(" + Engine.literals(films.keySet()) + "::VARCHAR[]))";
        Map<String, SkillDocument> skill = new HashMap<>();
        skills.ifPresent(
                relation -> engine.query("SELECT match_id, document FROM " + relation + wanted, PartsQuery::skill)
                        .forEach(found -> skill.put(found.matchId(), found.skill())));
        Map<String, Highlights> highlights = highlights(wanted, films);
        Map<String, MatchParts> parts = new HashMap<>();
        for (String match : films.keySet()) {
            MatchParts known = new MatchParts(skill.get(match), highlights.get(match));
            if (!known.isNone()) {
                parts.put(match, known);
            }
        }
        return parts;
    }

    /// Reads what the films of all matches show that have rows; what each was read from
    /// stands in them.
    ///
    /// @throws IllegalArgumentException when a value is none that a film can have
    public Map<String, Highlights> films() {
        Map<String, Highlights> films = new HashMap<>();
        events("")
                .forEach((match, events) ->
                        films.put(match, highlights(events.getFirst().film(), events)));
        return films;
    }

    private static MatchSkill skill(ResultSet row) throws SQLException {
        String matchId = row.getString(1);
        return switch (SkillDocumentParser.parse(row.getString(2).getBytes(StandardCharsets.UTF_8))) {
            case SkillReading.Read(SkillDocument skill) -> new MatchSkill(matchId, skill);
            case SkillReading.Empty() -> throw damaged(matchId, "no player");
            case SkillReading.Refused refused ->
                throw damaged(matchId, refused.violation().toString());
        };
    }

    private static WarehouseException damaged(String matchId, String found) {
        return new WarehouseException(
                ErrorCode.DAMAGED,
                Location.nowhere(),
                "the stored skill document of match " + matchId + " is none: found " + found
                        + "; nothing was changed, mend it with: spartanlake repair");
    }

    private Map<String, Highlights> highlights(String wanted, Map<String, @Nullable FilmIdentity> films) {
        Map<String, List<MatchEvent>> found = events(wanted);
        Map<String, Highlights> highlights = new HashMap<>();
        films.forEach((match, film) -> {
            if (film != null) {
                highlights.put(match, highlights(film, found.getOrDefault(match, List.of())));
            }
        });
        return highlights;
    }

    private Map<String, List<MatchEvent>> events(String condition) {
        Map<String, List<MatchEvent>> found = new HashMap<>();
        events.ifPresent(relation -> engine.query("""
                        SELECT match_id, film_sha256, film_version, event_index, xuid, gamertag, team_id, slot, time_ms,
                            flag, code, weight
                        FROM %s%s ORDER BY match_id, event_index
                        """.formatted(relation, condition), MatchEvent::of)
                .forEach(event -> found.computeIfAbsent(event.matchId(), first -> new ArrayList<>())
                        .add(event)));
        return found;
    }

    private static Highlights highlights(FilmIdentity film, Collection<MatchEvent> events) {
        return new Highlights(film, events.stream().map(MatchEvent::event).toList());
    }

    private record MatchSkill(String matchId, SkillDocument skill) {}

    private record MatchEvent(String matchId, FilmIdentity film, HighlightEvent event) {

        static MatchEvent of(ResultSet row) throws SQLException {
            HighlightEvent event = new HighlightEvent(
                    row.getInt(4),
                    Xuid.parse(String.valueOf(row.getString(5))),
                    String.valueOf(row.getString(6)),
                    row.getInt(7),
                    row.getObject(8) == null ? null : Integer.valueOf(row.getInt(8)),
                    Duration.ofMillis(row.getLong(9)),
                    Happening.of(row.getInt(10), row.getLong(11)),
                    row.getInt(12));
            FilmIdentity film = new FilmIdentity(String.valueOf(row.getString(2)), row.getInt(3));
            return new MatchEvent(String.valueOf(row.getString(1)), film, event);
        }
    }
}
