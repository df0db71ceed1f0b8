package dev.spartanlake.bench.floor;

import dev.spartanlake.match.Xuid;
import dev.spartanlake.query.relation.Sql;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What an ingest does at the least: one player's facts out of a file of documents into one Parquet file. Nothing is
/// judged, derived, kept twice, read back or made durable, and nobody else's rows are written.
public final class FactsExtraction {

    /// A column of `match_facts`, and the property it is: of the match, of the player, or of what the player did.
    private record Fact(String column, String path, String type) {}

    private static final List<Fact> OF_MATCH = List.of(
            new Fact("start_time", "StartTime", "TIMESTAMPTZ"),
            new Fact("end_time", "EndTime", "TIMESTAMPTZ"),
            new Fact("playlist_id", "Playlist.AssetId", "VARCHAR"),
            new Fact("map_id", "MapVariant.AssetId", "VARCHAR"),
            new Fact("map_mode_pair_id", "PlaylistMapModePair.AssetId", "VARCHAR"),
            new Fact("game_variant_id", "UgcGameVariant.AssetId", "VARCHAR"),
            new Fact("season_id", "SeasonId", "VARCHAR"),
            new Fact("game_variant_category", "GameVariantCategory", "SMALLINT"),
            new Fact("lifecycle_mode", "LifecycleMode", "SMALLINT"),
            new Fact("playlist_experience", "PlaylistExperience", "SMALLINT"),
            new Fact("gameplay_interaction", "GameplayInteraction", "SMALLINT"));

    private static final List<Fact> OF_PLAYER = List.of(
            new Fact("outcome", "Outcome", "TINYINT"),
            new Fact("team_id", "LastTeamId", "TINYINT"),
            new Fact("rank", "Rank", "SMALLINT"));

    private static final List<Fact> OF_STATS = List.of(
            new Fact("kills", "Kills", "SMALLINT"),
            new Fact("deaths", "Deaths", "SMALLINT"),
            new Fact("assists", "Assists", "SMALLINT"),
            new Fact("kda", "KDA", "FLOAT"),
            new Fact("accuracy", "Accuracy", "FLOAT"),
            new Fact("headshot_kills", "HeadshotKills", "SMALLINT"),
            new Fact("melee_kills", "MeleeKills", "SMALLINT"),
            new Fact("grenade_kills", "GrenadeKills", "SMALLINT"),
            new Fact("power_weapon_kills", "PowerWeaponKills", "SMALLINT"),
            new Fact("max_killing_spree", "MaxKillingSpree", "SMALLINT"),
            new Fact("suicides", "Suicides", "SMALLINT"),
            new Fact("betrayals", "Betrayals", "SMALLINT"),
            new Fact("callout_assists", "CalloutAssists", "SMALLINT"),
            new Fact("shots_fired", "ShotsFired", "INTEGER"),
            new Fact("shots_hit", "ShotsHit", "INTEGER"),
            new Fact("damage_dealt", "DamageDealt", "INTEGER"),
            new Fact("damage_taken", "DamageTaken", "INTEGER"),
            new Fact("score", "Score", "INTEGER"),
            new Fact("personal_score", "PersonalScore", "INTEGER"));

    private FactsExtraction() {}

    /// The columns it extracts, all of them columns of `match_facts`.
    public static List<String> columns() {
        List<String> facts = Stream.of(OF_MATCH, OF_PLAYER, OF_STATS)
                .flatMap(List::stream)
                .map(Fact::column)
                .toList();
        return Stream.concat(Stream.of("match_id", "xuid"), facts.stream()).toList();
    }

    /// Extracts the facts.
    ///
    /// @param documents one on each line
    /// @param target the Parquet file, which is overwritten
    public static void run(DuckDb duckDb, Path documents, Xuid player, Path target) throws SQLException {
        duckDb.execute("COPY (" + select(documents, player) + ") TO " + text(target) + " (FORMAT parquet)");
    }

    private static String select(Path documents, Xuid player) {
        return """
                SELECT match_id, %1$s AS xuid, %2$s, %3$s, %4$s
                FROM (SELECT lower(MatchId) AS match_id, MatchInfo AS m, list_filter(Players, lambda p: p.PlayerId = %5$s)[1] AS p
                    FROM read_ndjson(%6$s, maximum_object_size = 16777216, columns = {
                        MatchId: 'VARCHAR', MatchInfo: %7$s, Players: %8$s}))
                WHERE p IS NOT NULL
                """.formatted(
                        Sql.literal(player.text()),
                        selected("m", OF_MATCH),
                        selected("p", OF_PLAYER),
                        selected("p.PlayerTeamStats[1].Stats.CoreStats", OF_STATS),
                        Sql.literal("xuid(" + player.text() + ")"),
                        text(documents),
                        Sql.literal(struct(OF_MATCH)),
                        Sql.literal("STRUCT(PlayerId VARCHAR, " + fields(OF_PLAYER)
                                + ", PlayerTeamStats STRUCT(Stats STRUCT(CoreStats " + struct(OF_STATS) + "))[])[]"));
    }

    private static String selected(String owner, List<Fact> facts) {
        return facts.stream()
                .map(fact -> owner + "." + fact.path() + " AS " + fact.column())
                .collect(Collectors.joining(", "));
    }

    private static String struct(List<Fact> facts) {
        return "STRUCT(" + fields(facts) + ")";
    }

    private static String fields(List<Fact> facts) {
        return facts.stream().map(FactsExtraction::field).collect(Collectors.joining(", "));
    }

    private static String field(Fact fact) {
        List<String> steps = List.of(fact.path().split("\\.", -1));
        return steps.size() == 1
                ? fact.path() + " " + fact.type()
                : steps.getFirst() + " STRUCT(" + steps.getLast() + " " + fact.type() + ")";
    }

    private static String text(Path file) {
        return Sql.literal(file.toAbsolutePath().toString());
    }
}
