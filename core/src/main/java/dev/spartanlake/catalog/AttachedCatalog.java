package dev.spartanlake.catalog;

import dev.spartanlake.error.WarehouseException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The catalog of another warehouse beside this one, on one connection: what this one takes over from it
/// becomes visible with everything else of a transaction.
///
/// **Lifecycle**: whoever attaches it closes it, which ends the attachment and not this catalog.
public final class AttachedCatalog implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(AttachedCatalog.class.getName());

    private static final String NAME = "other";

    /// What is known by name, each table with the columns that are not filled where they lack: these follow
    /// from matches.
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
            Map.entry("medal_translations", List.of()),
            Map.entry("service_records", List.of()),
            Map.entry("playlist_csrs", List.of()),
            Map.entry("career_ranks", List.of()));

    private final Database database;

    AttachedCatalog(Database database, Path copy) {
        this.database = database;
        database.attach(copy, NAME);
    }

    /// Of how many matches the document, the skill document or the film is here and none is there.
    public long matchesOnlyHere() {
        return database.number("""
                SELECT count(*) FROM main.match_ledger AS ours
                LEFT JOIN %s.match_ledger AS theirs ON theirs.match_id = ours.match_id
                WHERE ours.content_sha256 IS NOT NULL AND theirs.content_sha256 IS NULL
                    OR ours.skill_sha256 IS NOT NULL AND theirs.skill_sha256 IS NULL
                    OR ours.film_sha256 IS NOT NULL AND theirs.film_sha256 IS NULL
                """.formatted(NAME));
    }

    /// Of how many matches the other, of which this catalog is an earlier state, has lost the document, the skill
    /// document or the film that is here.
    ///
    /// A skill document that spoke of nobody but a player who was taken out since is not lost. Such a match has
    /// another document there, and the one that named the player is not even among the replaced ones.
    public long matchesLostThere() {
        return database.number("""
                SELECT count(*) FROM main.match_ledger AS ours
                JOIN %1$s.match_ledger AS theirs ON theirs.match_id = ours.match_id
                WHERE ours.content_sha256 IS NOT NULL AND theirs.content_sha256 IS NULL
                    OR ours.film_sha256 IS NOT NULL AND theirs.film_sha256 IS NULL
                    OR ours.skill_sha256 IS NOT NULL AND theirs.skill_sha256 IS NULL
                        AND (theirs.content_sha256 IS ours.content_sha256 OR EXISTS (
                            SELECT 1 FROM %1$s.superseded_documents AS kept
                            WHERE kept.match_id = ours.match_id AND kept.content_sha256 = ours.content_sha256))
                """.formatted(NAME));
    }

    /// Makes every row of this catalog one of the other's, and forgets all others. Renames that the other still
    /// has to do are not taken over, nor is that it is a backup. Within the caller's transaction.
    public void replaceAll() {
        // Rows refer to each other; that all do is looked at when the transaction ends.
        database.script("PRAGMA defer_foreign_keys = ON");
        database.query("""
                        SELECT name, wr FROM pragma_table_list
                        WHERE schema = '%s' AND type = 'table' AND name NOT LIKE 'sqlite@_%%' ESCAPE '@'
                        """.formatted(NAME), row -> new OtherTable(row.getString(1), row.getInt(2) == 0))
                .forEach(this::replace);
        database.update("DELETE FROM commit_files");
        database.update("UPDATE commits SET applied = 1 WHERE applied = 0");
        new Settings(database).unmarkBackup();
    }

    private void replace(OtherTable table) {
        String columns = columns(table.name()).stream().map(KeyedColumn::name).collect(Collectors.joining(", "));
        database.update("DELETE FROM main." + table.name());
        database.update("INSERT INTO main.%1$s (%2$s) SELECT %2$s FROM %3$s.%1$s %4$s"
                .formatted(table.name(), columns, NAME, table.hasRowNumbers() ? "ORDER BY rowid" : ""));
    }

    /// Adds the names, friends and replaced contents of the other that are not known here, and changes nothing
    /// that is. A content that both obtained counts as obtained the last time. Within the caller's transaction.
    public void fillGaps() {
        NAMES.forEach(this::fillGaps);
        mergeAbsences();
        mergeCareerRanks();
        mergeReported();
        mergePlayed();
        mergeSuperseded();
        mergeObtained("theirs.obtained_at > ours.obtained_at");
    }

    /// Contents that the latest commit took in from the other were obtained when the other obtained them. Within
    /// the caller's transaction.
    public void adoptObtained() {
        mergeObtained("ours.commit_id = (SELECT max(commit_id) FROM main.commits)");
    }

    private void mergeObtained(String condition) {
        database.update("""
                UPDATE main.match_ledger AS ours SET obtained_at = theirs.obtained_at
                FROM %s.match_ledger AS theirs
                WHERE theirs.match_id = ours.match_id AND theirs.content_sha256 = ours.content_sha256 AND %s
                """.formatted(NAME, condition));
    }

    /// Whether [#fillGaps] would change anything. Not within a transaction.
    public boolean hasGapsToFill() {
        return database.rehearse(this::fillGaps) > 0;
    }

    private void fillGaps(String table, List<String> derived) {
        List<KeyedColumn> columns = columns(table).stream()
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
                """.formatted(table, all, NAME, key, filled, gaps));
    }

    /// Nothing is absent that is here; of two entries the earlier stands.
    private void mergeAbsences() {
        database.update("DELETE FROM main.absences WHERE " + Absences.IS_STORED.formatted("absences"));
        database.update("""
                INSERT INTO main.absences (what, subject, noted_at, reason)
                SELECT what, subject, noted_at, reason FROM %s.absences AS theirs WHERE NOT %s
                ON CONFLICT (what, subject) DO UPDATE SET noted_at = excluded.noted_at, reason = excluded.reason
                WHERE (excluded.noted_at, excluded.reason) < (absences.noted_at, absences.reason)
                """.formatted(NAME, Absences.IS_STORED.formatted("theirs")));
    }

    /// A player's entry shows the latest rank there is.
    private void mergeCareerRanks() {
        String latest = "(SELECT rank FROM main.career_ranks AS ranks WHERE ranks.xuid = players.xuid"
                + " ORDER BY obtained_at DESC LIMIT 1)";
        database.update("UPDATE main.players SET career_rank = " + latest
                + " WHERE xuid IN (SELECT xuid FROM main.career_ranks) AND career_rank IS NOT " + latest);
    }

    /// A player's matches only become more.
    private void mergeReported() {
        database.update("""
                UPDATE main.sync_meta AS ours SET reported_matches = theirs.reported_matches
                FROM %s.sync_meta AS theirs
                WHERE theirs.xuid = ours.xuid AND theirs.reported_matches > coalesce(ours.reported_matches, -1)
                """.formatted(NAME));
    }

    /// What documents say of assets also follows from documents of the other that are not taken in.
    private void mergePlayed() {
        Assets assets = new Assets(database);
        for (Assets.Kind kind : Assets.Kind.values()) {
            assets.played(database.query(
                    "SELECT asset_id, version_id, last_played_at FROM %s.%s WHERE last_played_at IS NOT NULL"
                            .formatted(NAME, kind.table()),
                    row -> new Assets.Played(
                            kind, row.getString(1), row.getString(2), SqlTime.parse(row.getString(3)))));
        }
        database.update("""
                UPDATE main.game_variants AS ours SET category = theirs.category FROM %s.game_variants AS theirs
                WHERE theirs.asset_id = ours.asset_id
                    AND (theirs.category > ours.category OR ours.category IS NULL AND theirs.category IS NOT NULL)
                """.formatted(NAME));
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
                """.formatted(NAME));
    }

    /// The matches whose content is not the one that is stored here, by their start; without those whose
    /// content was kept here when it was replaced, and stays replaced.
    public List<Difference> differences() {
        return database.query(
                """
                SELECT theirs.match_id, theirs.start_time, theirs.content_sha256,
                    CASE
                        WHEN ours.match_id IS NULL THEN 'UNKNOWN'
                        WHEN ours.content_sha256 IS NULL THEN 'LATER'
                        WHEN (theirs.obtained_at, theirs.content_sha256) > (ours.obtained_at, ours.content_sha256)
                            THEN 'LATER'
                        ELSE 'EARLIER'
                    END AS age
                FROM %1$s.match_ledger AS theirs
                LEFT JOIN main.match_ledger AS ours ON ours.match_id = theirs.match_id
                WHERE theirs.content_sha256 IS NOT NULL AND theirs.content_sha256 IS NOT ours.content_sha256
                    AND (age <> 'EARLIER' OR NOT EXISTS (SELECT 1 FROM main.superseded_documents AS kept
                        WHERE kept.match_id = theirs.match_id AND kept.content_sha256 = theirs.content_sha256))
                ORDER BY theirs.start_time, theirs.match_id
                """.formatted(NAME),
                row -> new Difference(
                        row.getString(1),
                        SqlTime.parse(row.getString(2)),
                        row.getString(3),
                        Age.valueOf(row.getString(4))));
    }

    /// What the other has of matches beside their documents, and is not what is stored here, by
    /// their start; only of matches whose document is here or there.
    ///
    /// Nothing tells which of two was obtained later: the greater hash stands, so that warehouses
    /// may be merged in any order.
    public List<PartDifference> partDifferences() {
        return database.query(
                """
                SELECT theirs.match_id, theirs.start_time, theirs.content_sha256 IS NOT NULL,
                    CASE WHEN theirs.skill_sha256 IS NOT ours.skill_sha256 AND NOT EXISTS (
                            SELECT 1 FROM main.superseded_documents AS kept
                            WHERE kept.match_id = theirs.match_id AND kept.content_sha256 = theirs.skill_sha256
                                AND theirs.skill_sha256 < ours.skill_sha256)
                        THEN theirs.skill_sha256 END AS skill,
                    theirs.skill_sha256 > coalesce(ours.skill_sha256, ''),
                    CASE WHEN theirs.film_sha256 > coalesce(ours.film_sha256, '') THEN theirs.film_sha256 END AS film
                FROM %1$s.match_ledger AS theirs
                LEFT JOIN main.match_ledger AS ours ON ours.match_id = theirs.match_id
                WHERE coalesce(ours.content_sha256, theirs.content_sha256) IS NOT NULL
                    AND (skill IS NOT NULL OR film IS NOT NULL)
                ORDER BY theirs.start_time, theirs.match_id
                """.formatted(NAME),
                row -> new PartDifference(
                        row.getString(1),
                        SqlTime.parse(row.getString(2)),
                        row.getBoolean(3),
                        row.getString(4),
                        row.getBoolean(5),
                        row.getString(6)));
    }

    /// The tables whose rows [#fillGaps] takes in by name.
    static Collection<String> namedTables() {
        return NAMES.keySet();
    }

    private List<KeyedColumn> columns(String table) {
        return database.query(
                "SELECT name, pk FROM pragma_table_info(?, ?)",
                row -> new KeyedColumn(row.getString(1), row.getInt(2) > 0),
                table,
                NAME);
    }

    @Override
    public void close() {
        try {
            database.detach(NAME);
        } catch (WarehouseException inUse) {
            // Nothing depends on it: what happened has happened, and the connection is closed soon.
            LOG.log(System.Logger.Level.DEBUG, "another catalog stays attached: " + inUse.getMessage());
        }
    }

    /// A match that the other catalog stores with another content, or that is not stored here at all.
    ///
    /// @param matchId the match
    /// @param startTime when it started, as the other says
    /// @param contentSha256 the other's content
    /// @param age how it compares with what is stored here
    public record Difference(String matchId, Instant startTime, String contentSha256, Age age) {}

    /// What the other catalog has of a match beside its document and is not what is stored here.
    ///
    /// @param matchId the match
    /// @param startTime when it started, as the other says
    /// @param hasDocument whether the other has its document
    /// @param skillSha256 the other's skill document; null because it is stored or was replaced
    ///     here, or there is none
    /// @param isSkillTaken whether that takes the place of what is here
    /// @param filmSha256 the other's film, which takes the place of what is here; null because
    ///     there is none that would
    public record PartDifference(
            String matchId,
            Instant startTime,
            boolean hasDocument,
            @Nullable String skillSha256,
            boolean isSkillTaken,
            @Nullable String filmSha256) {

        /// Whether anything takes the place of what is here.
        public boolean isTaken() {
            return (skillSha256 != null && isSkillTaken) || filmSha256 != null;
        }
    }

    /// How a content compares with the one that is stored here.
    public enum Age {
        /// None is stored here.
        UNKNOWN,
        /// It was obtained later, or the one here is lost. In the same moment the greater hash is the later one,
        /// so that warehouses may be merged in any order.
        LATER,
        /// It was obtained earlier.
        EARLIER
    }

    private record OtherTable(String name, boolean hasRowNumbers) {}

    private record KeyedColumn(String name, boolean isKey) {}
}
