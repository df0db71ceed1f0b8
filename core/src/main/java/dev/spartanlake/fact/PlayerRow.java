package dev.spartanlake.fact;

import dev.spartanlake.document.AssetReference;
import dev.spartanlake.document.CoreStats;
import dev.spartanlake.document.MatchDocument;
import dev.spartanlake.document.MatchInfo;
import dev.spartanlake.document.ParticipationInfo;
import dev.spartanlake.document.Player;
import dev.spartanlake.document.PlayerSkill;
import dev.spartanlake.document.SkillDocument;
import dev.spartanlake.document.Team;
import dev.spartanlake.match.Xuid;
import java.time.Duration;
import java.util.Comparator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One participant of one match: a row of `match_participants`, and of `match_facts` for a tracked player.
///
/// @param document the match
/// @param player the participant
/// @param xuid the participant's identifier; null for a bot
/// @param stats what the participant did, over all teams
/// @param skill what the skill service says of the participant; null because that is not known
public record PlayerRow(
        MatchDocument document,
        Player player,
        @Nullable Xuid xuid,
        CoreStats stats,
        @Nullable PlayerSkill skill) {

    /// The row of a participant.
    static PlayerRow of(MatchDocument document, Player player) {
        Xuid xuid =
                player.xuid().map(digits -> new Xuid(Long.parseLong(digits))).orElse(null);
        return new PlayerRow(document, player, xuid, player.stats(), null);
    }

    /// The same row with what is said of the participant.
    PlayerRow rated(SkillDocument known) {
        PlayerSkill said = xuid == null ? null : known.players().get(xuid);
        return new PlayerRow(document, player, xuid, stats, said);
    }

    @Nullable
    Object skill(Function<PlayerSkill, @Nullable Object> property) {
        return skill == null ? null : property.apply(skill);
    }

    MatchInfo info() {
        return document.matchInfo();
    }

    @Nullable
    Object participation(Function<ParticipationInfo, @Nullable Object> property) {
        ParticipationInfo participation = player.participationInfo();
        return participation == null ? null : property.apply(participation);
    }

    @Nullable
    Float timePlayedSeconds() {
        ParticipationInfo participation = player.participationInfo();
        return participation == null ? null : seconds(participation.timePlayed());
    }

    /// The score of the team the player ended on; null in modes without teams.
    @Nullable
    Integer ownTeamScore() {
        return document.teams().stream()
                .filter(team -> team.teamId().equals(player.lastTeamId()))
                .findFirst()
                .map(Team::score)
                .orElse(null);
    }

    /// The score of the best other team; null in modes without teams, and where the player's own team is not known.
    @Nullable
    Integer enemyTeamScore() {
        boolean ownTeamKnown =
                document.teams().stream().anyMatch(team -> team.teamId().equals(player.lastTeamId()));
        return document.teams().stream()
                .filter(team -> ownTeamKnown && !team.teamId().equals(player.lastTeamId()))
                .map(Team::score)
                .filter(score -> score != null)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    static @Nullable String assetId(@Nullable AssetReference asset) {
        return asset == null ? null : asset.assetId();
    }

    static @Nullable String digits(@Nullable Xuid xuid) {
        return xuid == null ? null : xuid.text();
    }

    static @Nullable Float seconds(@Nullable Duration duration) {
        return duration == null ? null : (float) (duration.toNanos() / 1e9);
    }
}
