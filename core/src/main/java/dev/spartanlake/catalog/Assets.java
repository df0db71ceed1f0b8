package dev.spartanlake.catalog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Maps, playlists, mode variants and their pairings: what documents refer to by identifier.
public final class Assets {

    private final Database database;

    Assets(Database database) {
        this.database = database;
    }

    /// Records that assets were played. The version of the latest match stands, so the result does not depend
    /// on the order in which matches arrive.
    public void played(Collection<Played> assets) {
        for (Kind kind : Kind.values()) {
            List<Database.Parameters> rows = assets.stream()
                    .filter(asset -> asset.kind() == kind)
                    .map(asset -> Database.Parameters.of(
                            asset.assetId(), asset.versionId(), SqlTime.format(asset.playedAt())))
                    .toList();
            database.updateAll("""
                    INSERT INTO %s (asset_id, version_id, last_played_at) VALUES (?, ?, ?)
                    ON CONFLICT (asset_id) DO UPDATE
                    SET version_id = excluded.version_id, last_played_at = excluded.last_played_at
                    WHERE last_played_at IS NULL OR excluded.last_played_at > last_played_at
                        OR excluded.last_played_at = last_played_at
                            AND coalesce(excluded.version_id, '') > coalesce(version_id, '')
                    """.formatted(kind.table), rows);
        }
    }

    /// Records the families of mode variants. A variant's family does not change; should documents disagree all
    /// the same, the greatest number stands, so that the result does not depend on their order.
    ///
    /// @param families the family of each variant by the variant's identifier
    public void categorise(Map<String, Integer> families) {
        database.updateAll(
                "UPDATE game_variants SET category = max(coalesce(category, ?2), ?2) WHERE asset_id = ?1",
                families.entrySet().stream()
                        .map(entry -> Database.Parameters.of(entry.getKey(), entry.getValue()))
                        .toList());
    }

    /// Names assets; what is not said of them stays as it is.
    public void name(Collection<NamedAsset> assets) {
        for (Kind kind : Kind.values()) {
            List<Database.Parameters> rows = assets.stream()
                    .filter(asset -> asset.kind() == kind)
                    .map(asset -> Database.Parameters.of(
                            asset.assetId(), asset.publicName(), asset.nameEn(), asset.nameFr(), asset.description()))
                    .toList();
            database.updateAll("""
                    INSERT INTO %s (asset_id, public_name, name_en, name_fr, description) VALUES (?1, ?2, ?3, ?4, ?5)
                    ON CONFLICT (asset_id) DO UPDATE SET
                        public_name = coalesce(excluded.public_name, public_name),
                        name_en = coalesce(excluded.name_en, name_en),
                        name_fr = coalesce(excluded.name_fr, name_fr),
                        description = coalesce(excluded.description, description)
                    """.formatted(kind.table), rows);
        }
    }

    /// Says which playlists have competitive ranks.
    ///
    /// @param ranked whether it has, by the playlist's identifier
    public void rank(Map<String, Boolean> ranked) {
        database.updateAll(
                """
                INSERT INTO playlists (asset_id, is_ranked) VALUES (?, ?)
                ON CONFLICT (asset_id) DO UPDATE SET is_ranked = excluded.is_ranked
                """,
                ranked.entrySet().stream()
                        .map(playlist -> Database.Parameters.of(playlist.getKey(), playlist.getValue() ? 1 : 0))
                        .toList());
    }

    /// The versions of assets of which no name is known, and that are not known to be gone.
    public List<Unnamed> unnamed() {
        List<Unnamed> unnamed = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            unnamed.addAll(database.query(
                    """
                    SELECT asset_id, version_id FROM %s
                    WHERE public_name IS NULL AND version_id IS NOT NULL AND NOT EXISTS (
                        SELECT 1 FROM absences WHERE what = ? AND subject = asset_id || '/' || version_id)
                    ORDER BY asset_id
                    """.formatted(kind.table),
                    row -> new Unnamed(kind, row.getString(1), row.getString(2)),
                    Absences.What.of(kind).column()));
        }
        return unnamed;
    }

    /// The playlists that were played, of which it is not known whether they have ranks, and may be learnt.
    public List<String> unrated() {
        return database.query("""
                SELECT asset_id FROM playlists
                WHERE is_ranked IS NULL AND last_played_at IS NOT NULL AND NOT EXISTS (
                    SELECT 1 FROM absences WHERE what = 'playlist_config' AND subject = asset_id)
                ORDER BY asset_id
                """, row -> row.getString(1));
    }

    /// The playlists that are known to have ranks.
    public List<String> ranked() {
        return database.query(
                "SELECT asset_id FROM playlists WHERE is_ranked = 1 ORDER BY asset_id", row -> row.getString(1));
    }

    /// An asset without a name.
    ///
    /// @param kind its kind
    /// @param assetId its GUID
    /// @param versionId the GUID of the version that was played last
    public record Unnamed(Kind kind, String assetId, String versionId) {}

    /// The kinds of assets, each a table.
    public enum Kind {
        /// A map.
        MAP("maps"),
        /// A playlist.
        PLAYLIST("playlists"),
        /// A playlist's pairing of a map and a mode.
        MAP_MODE_PAIR("map_mode_pairs"),
        /// A mode variant.
        GAME_VARIANT("game_variants");

        private final String table;

        Kind(String table) {
            this.table = table;
        }

        /// The table of this kind.
        public String table() {
            return table;
        }
    }

    /// An asset that was played.
    ///
    /// @param kind its kind
    /// @param assetId its GUID
    /// @param versionId the GUID of its version; null when the document does not say
    /// @param playedAt the start of the match
    public record Played(
            Kind kind, String assetId, @Nullable String versionId, Instant playedAt) {}

    /// The names of an asset; null where not known.
    ///
    /// @param kind its kind
    /// @param assetId its GUID, in lower case
    /// @param publicName as the API names it
    /// @param nameEn English name of a reference file
    /// @param nameFr French name of a reference file
    /// @param description as the API describes it
    public record NamedAsset(
            Kind kind,
            String assetId,
            @Nullable String publicName,
            @Nullable String nameEn,
            @Nullable String nameFr,
            @Nullable String description) {}
}
