package dev.spartanlake.analytics.oracle;

import dev.spartanlake.Fixture;
import dev.spartanlake.reference.Language;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The names of `docs/reference/sql.md`, looked up one by one.
final class Names {

    private static final RawRow NOTHING = new RawRow(Map.of());

    private final Language language;
    private final Map<String, Map<Object, RawRow>> tables = new HashMap<>();

    Names(Fixture fixture, Language language) {
        this.language = language;
        for (String table : new String[] {"maps", "playlists", "map_mode_pairs", "game_variants"}) {
            read(fixture, table, "asset_id");
        }
        read(fixture, "game_modes", "name_en");
        read(fixture, "categories", "name_en");
        read(fixture, "game_variant_categories", "category");
    }

    /// The names of a match.
    record OfMatch(
            @Nullable String map,
            @Nullable String mode,
            @Nullable String playlist,
            @Nullable String category,
            boolean isRankedPlaylist) {}

    OfMatch of(RawRow facts) {
        RawRow pair = row("map_mode_pairs", facts.text("map_mode_pair_id"));
        RawRow family = row("game_variant_categories", facts.integer("game_variant_category"));
        String pairing = first(pair.text("name_en"), pair.text("public_name"));
        RawRow knownMode = row("game_modes", pairing);
        return new OfMatch(
                asset("maps", facts.text("map_id")),
                mode(facts.text("game_variant_id"), pair, family, pairing, knownMode),
                asset("playlists", facts.text("playlist_id")),
                category(family, pairing, knownMode),
                isRanked(row("playlists", facts.text("playlist_id"))));
    }

    private @Nullable String asset(String table, @Nullable String id) {
        RawRow row = row(table, id);
        return first(french(row.text("name_fr")), row.text("name_en"), row.text("public_name"), id);
    }

    private @Nullable String mode(
            @Nullable String variantId, RawRow pair, RawRow family, @Nullable String pairing, RawRow knownMode) {
        RawRow variant = row("game_variants", variantId);
        return first(
                french(first(
                        knownMode.text("name_fr"),
                        pair.text("name_fr"),
                        variant.text("name_fr"),
                        family.text("name_fr"))),
                pairing == null ? null : pairing.replaceFirst(" on [^:]*$", ""),
                variant.text("name_en"),
                variant.text("public_name"),
                family.text("name_en"),
                variantId);
    }

    private @Nullable String category(RawRow family, @Nullable String pairing, RawRow knownMode) {
        String prefix = pairing == null || pairing.indexOf(':') < 1 ? null : pairing.substring(0, pairing.indexOf(':'));
        String named = first(knownMode.text("category"), prefix);
        return first(
                french(first(row("categories", named).text("name_fr"), family.text("name_fr"))),
                named,
                family.text("name_en"));
    }

    private static boolean isRanked(RawRow playlist) {
        Integer said = playlist.integer("is_ranked");
        String english = first(playlist.text("name_en"), playlist.text("public_name"));
        return said == null
                ? english != null && english.toLowerCase(Locale.ROOT).startsWith("ranked")
                : said == 1;
    }

    private @Nullable String french(@Nullable String name) {
        return language == Language.FR ? name : null;
    }

    private static @Nullable String first(@Nullable String... names) {
        return Arrays.stream(names).filter(Objects::nonNull).findFirst().orElse(null);
    }

    private RawRow row(String table, @Nullable Object key) {
        return key == null ? NOTHING : tables.getOrDefault(table, Map.of()).getOrDefault(key, NOTHING);
    }

    private void read(Fixture fixture, String table, String key) {
        Map<Object, RawRow> rows = new HashMap<>();
        for (Map<String, @Nullable Object> row : fixture.metadataRows("SELECT * FROM " + table)) {
            rows.put(Objects.requireNonNull(row.get(key)), new RawRow(row));
        }
        tables.put(table, rows);
    }
}
