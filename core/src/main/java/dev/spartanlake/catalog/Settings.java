package dev.spartanlake.catalog;

import dev.spartanlake.career.CareerRules;
import dev.spartanlake.career.ScoreWeights;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a warehouse says about itself.
public final class Settings {

    private static final String SESSION_GAP = "session_gap_seconds";
    private static final String SCORE_WEIGHTS = "score_weights";
    private static final String WAREHOUSE_ID = "warehouse_id";
    private static final String BACKUP_OF = "backup_of";
    private static final String BACKUP_COMMIT = "backup_commit";
    private static final String BACKUP_MENDED = "backup_mended";

    private final Database database;

    Settings(Database database) {
        this.database = database;
    }

    /// The rules the derived columns were made by; empty before the first commit of matches or
    /// tracked players.
    public Optional<CareerRules> careerRules() {
        Optional<String> gap = value(SESSION_GAP);
        Optional<String> weights = value(SCORE_WEIGHTS);
        return gap.isEmpty() || weights.isEmpty()
                ? Optional.empty()
                : Optional.of(new CareerRules(Duration.ofSeconds(Long.parseLong(gap.get())), weights(weights.get())));
    }

    /// Records the rules the derived columns are made by from now on.
    public void put(CareerRules rules) {
        ScoreWeights weights = rules.scoreWeights();
        put(SESSION_GAP, Long.toString(rules.sessionGap().toSeconds()));
        put(
                SCORE_WEIGHTS,
                Stream.of(
                                weights.killsPerMinute(),
                                weights.deathsPerMinute(),
                                weights.assistsPerMinute(),
                                weights.kda(),
                                weights.accuracy())
                        .map(String::valueOf)
                        .collect(Collectors.joining(" ")));
    }

    /// Which warehouse it is, in every copy of it; empty in those that were made before they had one.
    public Optional<String> warehouseId() {
        return value(WAREHOUSE_ID);
    }

    /// The warehouse this one is a backup of; empty where it is none.
    public Optional<BackupMark> backupMark() {
        return value(BACKUP_OF).map(of -> {
            String commit = value(BACKUP_COMMIT).orElse("0");
            return new BackupMark(
                    of,
                    Long.parseLong(commit),
                    Long.parseLong(value(BACKUP_MENDED).orElse(commit)));
        });
    }

    /// Says that this is a backup.
    public void markBackup(BackupMark mark) {
        put(BACKUP_OF, mark.warehouseId());
        put(BACKUP_COMMIT, Long.toString(mark.commitId()));
        put(BACKUP_MENDED, Long.toString(mark.mendedBy()));
    }

    /// Notes that a commit changed nothing a user has, so that a backup stays one that may be overwritten.
    /// Where this is no backup, or one that was changed, it says nothing. Within the commit's transaction.
    public void noteMending(long commitId) {
        backupMark()
                .filter(mark -> mark.mendedBy() == commitId - 1)
                .ifPresent(mark -> markBackup(mark.mendedBy(commitId)));
    }

    /// Says that this is no backup.
    public void unmarkBackup() {
        database.update("DELETE FROM warehouse WHERE key IN (?, ?, ?)", BACKUP_OF, BACKUP_COMMIT, BACKUP_MENDED);
    }

    private static ScoreWeights weights(String text) {
        List<Integer> weights =
                Arrays.stream(text.split(" ", -1)).map(Integer::valueOf).toList();
        return new ScoreWeights(weights.get(0), weights.get(1), weights.get(2), weights.get(3), weights.get(4));
    }

    private Optional<String> value(String key) {
        return database.first("SELECT value FROM warehouse WHERE key = ?", row -> row.getString(1), key);
    }

    private void put(String key, String value) {
        database.update(
                "INSERT INTO warehouse (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                key,
                value);
    }

    /// What a backup says about itself.
    ///
    /// @param warehouseId the warehouse it is a backup of
    /// @param commitId the commit that made it what it is
    /// @param mendedBy the last commit since which, like all between, changed nothing a user has; `commitId`
    ///     where there is none
    public record BackupMark(String warehouseId, long commitId, long mendedBy) {

        /// The mark of a backup that was made just now.
        public static BackupMark fresh(String warehouseId, long commitId) {
            return new BackupMark(warehouseId, commitId, commitId);
        }

        private BackupMark mendedBy(long later) {
            return new BackupMark(warehouseId, commitId, later);
        }
    }
}
