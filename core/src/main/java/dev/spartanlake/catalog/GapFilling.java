package dev.spartanlake.catalog;

import dev.spartanlake.catalog.AttachedCatalog.KeyedColumn;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Takes in what another catalog knows beside matches, and changes nothing that is known.
/// Everything is done within the caller's transaction.
final class GapFilling {

    /// What is known by name, each table with the columns that are not filled where they lack:
    /// these follow from matches.
    private static final Map<String, List<String>> NAMES = Map.ofEntries(
            Map.entry("players", List.of("tracked", "last_seen_at")),
            Map.entry("friends", List.of()),
            Map.entry("playlists", List.of("version_id", "last_played_at")),
            Map.entry("maps", List.of("version_id", "last_played_at")),
            Map.entry("game_variants", List.of("version_id", "last_played_at", "category")),
            Map.entry("map_mode_pairs", List.of("version_id", "last_played_at")),
            Map.entry("game_modes", List.of()),
            Map.entry("categories", List.of()),
            Map.entry("game_variant_categories", List.of()),
            Map.entry("medal_definitions", List.of()),
            Map.entry("medal_translations", List.of()));

    /// What the API said at several moments, each table with what it said it of.
    private static final Map<String, List<String>> SNAPSHOTS = Map.of(
            "service_records", List.of("xuid"),
            "playlist_csrs", List.of("xuid", "playlist_id"),
            "career_ranks", List.of("xuid"));

    private final Database database;
    private final String other;

    /// @param other the name by which the other catalog is attached
    GapFilling(Database database, String other) {
        this.database = database;
        this.other = other;
    }

    /// Takes it in: names, friends, what is absent, what the API said, how far histories were
    /// brought in, which versions of assets were played, and replaced contents. A content that both
    /// obtained counts as obtained the last time.
    void fill() {
        NAMES.forEach(this::fillGaps);
        SNAPSHOTS.forEach(this::mergeSnapshots);
        mergeAbsences();
        mergeCareerRanks();
        mergeSyncs();
        mergePlayed();
        mergeSuperseded();
        mergeObtained("theirs.obtained_at > ours.obtained_at");
    }

    /// Says of the contents that the latest commit took in from the other that they were obtained
    /// when the other obtained them.
    void adoptObtained() {
        mergeObtained("ours.commit_id = (SELECT max(commit_id) FROM main.commits)");
    }

    /// The tables whose rows are taken in by [#fill], all of them.
    static Collection<String> tables() {
        List<String> tables = new ArrayList<>(NAMES.keySet());
        tables.addAll(SNAPSHOTS.keySet());
        tables.addAll(List.of("absences", "sync_meta"));
        return tables;
    }

    private void fillGaps(String table, List<String> derived) {
        List<KeyedColumn> columns = AttachedCatalog.columns(database, other, table).stream()
                .filter(column -> !derived.contains(column.name()))
                .toList();
        String all = columns.stream().map(KeyedColumn::name).collect(Collectors.joining(", "));
        String key = columns.stream()
                .filter(KeyedColumn::isKey)
                .map(KeyedColumn::name)
                .collect(Collectors.joining(", "));
        List<String> others = columns.stream()
                .filter(column -> !column.isKey())
                .map(KeyedColumn::name)
                .toList();
        String filled = others.stream()
                .map(column -> "%1$s = coalesce(%1$s, excluded.%1$s)".formatted(column))
                .collect(Collectors.joining(", "));
        String gaps = others.stream()
                .map(column -> "(%1$s IS NULL AND excluded.%1$s IS NOT NULL)".formatted(column))
                .collect(Collectors.joining(" OR "));
        database.update("""
                INSERT INTO main.%1$s (%2$s) SELECT %2$s FROM %3$s.%1$s WHERE true
                ON CONFLICT (%4$s) DO UPDATE SET %5$s WHERE %6$s
                """.formatted(table, all, other, key, filled, gaps));
    }

    /// What is here of a moment stays, whatever the other has of it. What was said the time before
    /// as well is not kept, here or there.
    private void mergeSnapshots(String table, List<String> subject) {
        String all = AttachedCatalog.columns(database, other, table).stream()
                .map(KeyedColumn::name)
                .collect(Collectors.joining(", "));
        String of = String.join(", ", subject);
        String isRepeated =
                "document IS lag(document) OVER (PARTITION BY " + of + " ORDER BY obtained_at) AS is_repeated";
        database.update("""
                INSERT INTO main.%1$s (%2$s) SELECT %2$s FROM (
                    SELECT *, %3$s FROM (
                        SELECT %2$s, true AS is_ours FROM main.%1$s
                        UNION ALL
                        SELECT %2$s, false FROM %4$s.%1$s
                        WHERE (%5$s, obtained_at) NOT IN (SELECT %5$s, obtained_at FROM main.%1$s)))
                WHERE NOT is_ours AND NOT is_repeated
                """.formatted(table, all, isRepeated, other, of));
        database.update("""
                DELETE FROM main.%1$s WHERE (%2$s, obtained_at) IN (
                    SELECT %2$s, obtained_at FROM (SELECT %2$s, obtained_at, %3$s FROM main.%1$s) WHERE is_repeated)
                """.formatted(table, of, isRepeated));
    }

    /// Nothing is absent that is here; of two entries the earlier stands.
    private void mergeAbsences() {
        database.update("DELETE FROM main.absences WHERE " + Absences.IS_STORED.formatted("absences"));
        database.update("""
                INSERT INTO main.absences (what, subject, noted_at, reason)
                SELECT what, subject, noted_at, reason FROM %s.absences AS theirs WHERE NOT %s
                ON CONFLICT (what, subject) DO UPDATE SET noted_at = excluded.noted_at, reason = excluded.reason
                WHERE (excluded.noted_at, excluded.reason) < (absences.noted_at, absences.reason)
                """.formatted(other, Absences.IS_STORED.formatted("theirs")));
    }

    /// A player's entry shows the latest rank there is.
    private void mergeCareerRanks() {
        String latest = "(SELECT rank FROM main.career_ranks AS ranks WHERE ranks.xuid = players.xuid"
                + " ORDER BY obtained_at DESC LIMIT 1)";
        database.update("UPDATE main.players SET career_rank = " + latest
                + " WHERE xuid IN (SELECT xuid FROM main.career_ranks) AND career_rank IS NOT " + latest);
    }

    /// Of how syncs of a player ended the later one counts, as a whole. It is the latest news of a
    /// career only if that is the one that was synced there, and nothing has changed it since.
    private void mergeSyncs() {
        database.update("""
                INSERT INTO main.sync_meta AS ours
                    (xuid, reported_matches, unobtainable_matches, synced_at, sync_status, error_message)
                SELECT xuid, reported_matches, unobtainable_matches, synced_at, sync_status, error_message
                FROM %1$s.sync_meta WHERE synced_at IS NOT NULL
                ON CONFLICT (xuid) DO UPDATE SET
                    reported_matches = coalesce(excluded.reported_matches, reported_matches),
                    unobtainable_matches = excluded.unobtainable_matches, synced_at = excluded.synced_at,
                    error_message = excluded.error_message,
                    sync_status = CASE
                        WHEN excluded.synced_at >= coalesce(last_sync_at, '') AND total_matches =
                            (SELECT total_matches FROM %1$s.sync_meta AS theirs WHERE theirs.xuid = ours.xuid)
                            THEN excluded.sync_status
                        ELSE 'ingested'
                    END
                WHERE excluded.synced_at > coalesce(synced_at, '')
                """.formatted(other));
    }

    /// What documents say of assets also follows from documents of the other that are not taken in.
    private void mergePlayed() {
        Assets assets = new Assets(database);
        for (Assets.Kind kind : Assets.Kind.values()) {
            assets.played(database.query(
                    "SELECT asset_id, version_id, last_played_at FROM %s.%s WHERE last_played_at IS NOT NULL"
                            .formatted(other, kind.table()),
                    row -> new Assets.Played(
                            kind, row.getString(1), row.getString(2), SqlTime.parse(row.getString(3)))));
        }
        database.update("""
                UPDATE main.game_variants AS ours SET category = theirs.category FROM %s.game_variants AS theirs
                WHERE theirs.asset_id = ours.asset_id
                    AND (theirs.category > ours.category OR ours.category IS NULL AND theirs.category IS NOT NULL)
                """.formatted(other));
    }

    private void mergeSuperseded() {
        database.update("""
                INSERT OR IGNORE INTO main.superseded_documents (match_id, content_sha256, replaced_by, document)
                SELECT match_id, content_sha256, (SELECT max(commit_id) FROM main.commits), document
                FROM %s.superseded_documents AS theirs
                WHERE NOT EXISTS (SELECT 1 FROM main.superseded_documents AS ours
                        WHERE ours.match_id = theirs.match_id AND ours.content_sha256 = theirs.content_sha256)
                    AND NOT EXISTS (SELECT 1 FROM main.match_ledger AS ours
                        WHERE ours.match_id = theirs.match_id
                            AND theirs.content_sha256 IN (ours.content_sha256, coalesce(ours.skill_sha256, '')))
                ORDER BY replaced_by, theirs.rowid
                """.formatted(other));
    }

    private void mergeObtained(String condition) {
        database.update("""
                UPDATE main.match_ledger AS ours SET obtained_at = theirs.obtained_at
                FROM %s.match_ledger AS theirs
                WHERE theirs.match_id = ours.match_id AND theirs.content_sha256 = ours.content_sha256 AND %s
                """.formatted(other, condition));
    }
}
