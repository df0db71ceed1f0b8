package dev.spartanlake;

import dev.spartanlake.query.relation.Relation;
import dev.spartanlake.query.relation.RelationName;
import dev.spartanlake.reference.Language;
import java.util.List;

/// The names of what matches are played on: one row for each combination of map, playlist, pairing, variant and
/// category that occurs in the facts. They are hundreds where matches are thousands, so that a name is put together
/// once and not for each match.
///
/// A name that is not known in the chosen language falls back to English, then to the API's, then to the
/// identifier.
final class MatchNames {

    static final RelationName NAME = RelationName.meta("match_names");

    /// What a combination is made of: columns of the facts.
    static final List<String> KEYS =
            List.of("map_id", "playlist_id", "map_mode_pair_id", "game_variant_id", "game_variant_category");

    private static final List<RelationName> USES = List.of(
            RelationName.main("match_facts"),
            RelationName.meta("maps"),
            RelationName.meta("playlists"),
            RelationName.meta("map_mode_pairs"),
            RelationName.meta("game_variants"),
            RelationName.meta("game_modes"),
            RelationName.meta("game_variant_categories"),
            RelationName.meta("categories"));

    /// Reference files do not always say which playlists are ranked; then their English names do.
    private static final String IS_RANKED =
            "coalesce(l.is_ranked, starts_with(lower(coalesce(l.name_en, l.public_name)), 'ranked'), false)";

    private MatchNames() {}

    static Relation in(Language language) {
        String keys = String.join(", ", KEYS);
        return new Relation.Derived(
                NAME,
                """
                SELECT %1$s, %2$s AS map_name, %3$s AS mode_name, %4$s AS playlist_name, %5$s AS category_name,
                    %7$s AS is_ranked
                FROM (SELECT DISTINCT %8$s FROM match_facts) AS f
                LEFT JOIN meta.maps AS m ON m.asset_id = f.map_id
                LEFT JOIN meta.playlists AS l ON l.asset_id = f.playlist_id
                LEFT JOIN meta.map_mode_pairs AS r ON r.asset_id = f.map_mode_pair_id
                LEFT JOIN meta.game_variants AS v ON v.asset_id = f.game_variant_id
                LEFT JOIN meta.game_modes AS g ON g.name_en = coalesce(r.name_en, r.public_name)
                LEFT JOIN meta.game_variant_categories AS k ON k.category = f.game_variant_category
                LEFT JOIN meta.categories AS c ON c.name_en = coalesce(g.category, %6$s)
                """.formatted(
                                "f." + String.join(", f.", KEYS),
                                asset("m", "f.map_id", language),
                                mode(language),
                                asset("l", "f.playlist_id", language),
                                category(language),
                                prefix(),
                                IS_RANKED,
                                keys),
                USES);
    }

    private static String asset(String alias, String identifier, Language language) {
        return switch (language) {
            case EN -> "coalesce(%1$s.name_en, %1$s.public_name, %2$s)".formatted(alias, identifier);
            case FR -> "coalesce(%1$s.name_fr, %1$s.name_en, %1$s.public_name, %2$s)".formatted(alias, identifier);
        };
    }

    /// A pairing is named `Arena:CTF on Aquarius`; the mode is what stands before the map.
    private static String mode(Language language) {
        String english = "regexp_replace(coalesce(r.name_en, r.public_name), ' on [^:]*$', '')";
        return switch (language) {
            case EN -> "coalesce(" + english + ", v.name_en, v.public_name, k.name_en, f.game_variant_id)";
            case FR ->
                "coalesce(g.name_fr, r.name_fr, v.name_fr, k.name_fr, " + english
                        + ", v.name_en, v.public_name, f.game_variant_id)";
        };
    }

    private static String category(Language language) {
        String english = "coalesce(g.category, " + prefix() + ", k.name_en)";
        return switch (language) {
            case EN -> english;
            case FR -> "coalesce(c.name_fr, k.name_fr, " + english + ")";
        };
    }

    private static String prefix() {
        return "nullif(regexp_extract(coalesce(r.name_en, r.public_name), '^([^:]+):', 1), '')";
    }
}
