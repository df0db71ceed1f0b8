package dev.spartanlake;

import dev.spartanlake.analytics.question.Opposition;
import dev.spartanlake.fact.Tables;
import dev.spartanlake.query.relation.Relation;
import dev.spartanlake.query.relation.RelationName;
import java.util.List;
import java.util.stream.Collectors;

/// The facts with the names of player, map, mode, playlist and category beside them.
final class MatchesView {

    static final Relation RELATION = new Relation.View(
            RelationName.main("matches"),
            """
            SELECT %1$s, p.gamertag AS gamertag, n.map_name, n.mode_name, n.playlist_name, n.category_name,
                %2$s AS is_ranked, f.is_pve
            FROM (SELECT *, %3$s AS is_pve FROM match_facts) AS f
            LEFT JOIN meta.players AS p ON p.xuid = f.xuid
            LEFT JOIN meta.match_names AS n ON %4$s
            """.formatted(
                            Tables.MATCH_FACTS.columns().stream()
                                    .map(column -> "f." + column.name())
                                    .collect(Collectors.joining(", ")),
                            // A rank given in a match says so, whatever is known of its playlist.
                            "(coalesce(n.is_ranked, false) OR coalesce(f.csr_before, f.csr_after) IS NOT NULL)",
                            Opposition.IS_PVE,
                            MatchNames.KEYS.stream()
                                    .map(key -> "n." + key + " IS NOT DISTINCT FROM f." + key)
                                    .collect(Collectors.joining(" AND "))),
            List.of(RelationName.main("match_facts"), RelationName.meta("players"), MatchNames.NAME));

    private MatchesView() {}
}
