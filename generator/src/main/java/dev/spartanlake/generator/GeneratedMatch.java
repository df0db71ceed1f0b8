package dev.spartanlake.generator;

import dev.spartanlake.generator.film.Film;
import dev.spartanlake.generator.json.JsonObject;
import dev.spartanlake.generator.match.Scoreboard;
import dev.spartanlake.generator.match.Scoreboard.Entry;
import dev.spartanlake.generator.skill.SkillDocument;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.LongFunction;

/// A match of a career with all that the game's services have of it. All of it is of one match:
/// the film has the kills of the document, and so has the skill document.
public final class GeneratedMatch {

    private static final String INFO = "\"MatchInfo\":";
    private static final String AFTER_INFO = ",\"Teams\":[";

    private final GeneratedDocument document;
    private final Scoreboard scoreboard;
    private final SkillDocument skill;
    private final LongFunction<String> gamertags;

    GeneratedMatch(
            GeneratedDocument document, Scoreboard scoreboard, SkillDocument skill, LongFunction<String> gamertags) {
        this.document = document;
        this.scoreboard = scoreboard;
        this.skill = skill;
        this.gamertags = gamertags;
    }

    /// The match document.
    public GeneratedDocument document() {
        return document;
    }

    /// The id of the match, a UUID in lower case.
    public String matchId() {
        return document.matchId();
    }

    /// Who played, and who killed whom.
    public Scoreboard scoreboard() {
        return scoreboard;
    }

    /// What the skill service knows.
    public SkillDocument skill() {
        return skill;
    }

    /// The humans who played, in the order of the document.
    public List<Long> xuids() {
        return scoreboard.entries().stream()
                .filter(entry -> !entry.isBot())
                .map(Entry::xuid)
                .toList();
    }

    /// Makes the film, which takes some milliseconds and about a megabyte.
    public Film film() {
        return Film.of(scoreboard, gamertags);
    }

    /// What a player's match history has of the match, one of its `Results`.
    ///
    /// @throws IllegalArgumentException when the player was not in the match
    public String historyItem(long xuid) {
        Entry own = scoreboard.entries().stream()
                .filter(entry -> entry.xuid() == xuid)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(xuid + " was not in match " + matchId()));
        String json = new String(document.json(), StandardCharsets.UTF_8);
        String info = json.substring(json.indexOf(INFO) + INFO.length(), json.indexOf(AFTER_INFO));
        return new JsonObject()
                .with("MatchId", matchId())
                .with("MatchInfo", new JsonObject.Raw(info))
                .with("LastTeamId", own.lastTeam())
                .with("Outcome", own.outcome())
                .with("Rank", own.rank())
                .with("PresentAtEndOfMatch", own.presentAtEnd())
                .toString();
    }
}
