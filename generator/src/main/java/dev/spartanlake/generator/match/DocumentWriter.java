package dev.spartanlake.generator.match;

import dev.spartanlake.generator.json.Fragment;
import dev.spartanlake.generator.json.JsonBytes;
import java.util.function.Supplier;

/// Plays matches and writes their documents, one after the other, into the same buffer.
///
/// **Threads**: not safe for concurrent use.
public final class DocumentWriter {

    private static final Fragment MATCH_ID = Fragment.name("MatchId");
    private static final Fragment MATCH_INFO = Fragment.name("MatchInfo");
    private static final Fragment TEAMS = Fragment.name("Teams");
    private static final Fragment PLAYERS = Fragment.name("Players");
    private static final Fragment TEAM_ID = Fragment.name("TeamId");
    private static final Fragment OUTCOME = Fragment.name("Outcome");
    private static final Fragment RANK = Fragment.name("Rank");
    private static final Fragment STATS = Fragment.name("Stats");
    private static final Fragment PLAYER_ID = Fragment.name("PlayerId");
    private static final Fragment PLAYER_TYPE = Fragment.name("PlayerType");
    private static final Fragment BOT_ATTRIBUTES = Fragment.name("BotAttributes");
    private static final Fragment DIFFICULTY = Fragment.name("Difficulty");
    private static final Fragment LAST_TEAM_ID = Fragment.name("LastTeamId");
    private static final Fragment PARTICIPATION_INFO = Fragment.name("ParticipationInfo");
    private static final Fragment FIRST_JOINED_TIME = Fragment.name("FirstJoinedTime");
    private static final Fragment LAST_LEAVE_TIME = Fragment.name("LastLeaveTime");
    private static final Fragment PRESENT_AT_BEGINNING = Fragment.name("PresentAtBeginning");
    private static final Fragment JOINED_IN_PROGRESS = Fragment.name("JoinedInProgress");
    private static final Fragment LEFT_IN_PROGRESS = Fragment.name("LeftInProgress");
    private static final Fragment PRESENT_AT_COMPLETION = Fragment.name("PresentAtCompletion");
    private static final Fragment TIME_PLAYED = Fragment.name("TimePlayed");
    private static final Fragment CONFIRMED_PARTICIPATION = Fragment.name("ConfirmedParticipation");
    private static final Fragment PLAYER_TEAM_STATS = Fragment.name("PlayerTeamStats");

    private static final int HUMAN = 1;
    private static final int BOT = 2;

    private final JsonBytes json = new JsonBytes();
    private final InfoWriter info = new InfoWriter(json);
    private final StatsWriter stats = new StatsWriter(json);

    /// A document.
    ///
    /// @param matchId the id of its match
    /// @param endMillis when the match was over, in milliseconds since 1970
    /// @param json the text as minified UTF-8, the caller's to keep
    /// @param scoreboard what else is known of the match, made when it is asked for
    @SuppressWarnings("ArrayRecordComponent") // handed over once, to the one who keeps it
    public record Written(String matchId, long endMillis, byte[] json, Supplier<Scoreboard> scoreboard) {}

    /// Plays a match and writes it.
    public Written write(Fixture fixture) {
        PlayedMatch match = MatchSimulation.play(fixture);
        json.restart();
        json.openObject();
        json.name(MATCH_ID).text(match.matchId());
        json.name(MATCH_INFO);
        info.write(match);
        json.name(TEAMS).openArray();
        for (TeamResult team : match.teams()) {
            team(team, fixture);
        }
        json.closeArray();
        json.name(PLAYERS).openArray();
        for (Participant participant : match.participants()) {
            player(participant, fixture);
        }
        json.closeArray();
        json.closeObject();
        return new Written(match.matchId(), match.clock().endMillis(), json.toByteArray(), () -> Scoreboard.of(match));
    }

    private void team(TeamResult team, Fixture fixture) {
        json.openObject();
        json.name(TEAM_ID).number(team.teamId());
        json.name(OUTCOME).number(team.outcome().code());
        json.name(RANK).number(team.rank());
        json.name(STATS);
        stats.write(team.line(), fixture, StatsWriter.Level.TEAM);
        json.closeObject();
    }

    private void player(Participant participant, Fixture fixture) {
        json.openObject();
        json.name(PLAYER_ID).text(participant.playerId());
        json.name(PLAYER_TYPE).number(participant.isBot() ? BOT : HUMAN);
        json.name(BOT_ATTRIBUTES);
        if (participant.isBot()) {
            json.openObject();
            json.name(DIFFICULTY).number(participant.botDifficulty());
            json.closeObject();
        } else {
            json.nothing();
        }
        json.name(LAST_TEAM_ID).number(participant.lastTeam());
        json.name(OUTCOME).number(participant.outcome().code());
        json.name(RANK).number(participant.rank());
        json.name(PARTICIPATION_INFO);
        participation(participant.presence());
        json.name(PLAYER_TEAM_STATS).openArray();
        for (Stint stint : participant.stints()) {
            json.openObject();
            json.name(TEAM_ID).number(stint.team());
            json.name(STATS);
            stats.write(stint.line(), fixture, StatsWriter.Level.PLAYER);
            json.closeObject();
        }
        json.closeArray();
        json.closeObject();
    }

    private void participation(Presence presence) {
        json.openObject();
        json.name(FIRST_JOINED_TIME).timestamp(presence.joinedMillis());
        json.name(LAST_LEAVE_TIME);
        if (presence.leftMillis() == null) {
            json.nothing();
        } else {
            json.timestamp(presence.leftMillis());
        }
        json.name(PRESENT_AT_BEGINNING).truth(presence.presentAtBeginning());
        json.name(JOINED_IN_PROGRESS).truth(presence.joinedInProgress());
        json.name(LEFT_IN_PROGRESS).truth(presence.left());
        json.name(PRESENT_AT_COMPLETION).truth(!presence.left());
        json.name(TIME_PLAYED).duration(presence.timePlayedTicks());
        json.name(CONFIRMED_PARTICIPATION).nothing();
        json.closeObject();
    }
}
