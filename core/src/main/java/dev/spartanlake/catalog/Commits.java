package dev.spartanlake.catalog;

import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.schema.Partition;
import dev.spartanlake.storage.WarehouseDirectory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The history of changes, and the renames the latest may still have to do.
public final class Commits {

    private final Database database;

    Commits(Database database) {
        this.database = database;
    }

    /// The number of the last commit, which readers take for the generation; 0 before the first.
    public long generation() {
        return database.number("SELECT max(commit_id) FROM commits");
    }

    /// What a reader has to find unchanged to know that no writer came between.
    public State state() {
        return new State(generation(), database.number("SELECT count(*) FROM commit_files"));
    }

    /// The last commit; empty before the first.
    public Optional<Commit> last() {
        return database.first("SELECT * FROM commits ORDER BY commit_id DESC LIMIT 1", Commits::commit);
    }

    private static Commit commit(ResultSet row) throws SQLException {
        return new Commit(
                row.getLong("commit_id"),
                SqlTime.parse(row.getString("committed_at")),
                row.getString("command"),
                row.getLong("inserted"),
                row.getLong("updated"));
    }

    /// The last commit before another one; empty when there is none.
    public Optional<Commit> before(long commitId) {
        return database.first(
                "SELECT * FROM commits WHERE commit_id < ? ORDER BY commit_id DESC LIMIT 1", Commits::commit, commitId);
    }

    /// The commits after another one, the oldest first.
    public List<Commit> after(long commitId) {
        return database.query(
                "SELECT * FROM commits WHERE commit_id > ? ORDER BY commit_id", Commits::commit, commitId);
    }

    /// Whether exactly this commit is part of the history.
    public boolean contains(Commit commit) {
        return database.first("SELECT * FROM commits WHERE commit_id = ?", Commits::commit, commit.commitId())
                .filter(commit::equals)
                .isPresent();
    }

    /// Records a commit and the renames that make it visible in the tree.
    public void record(Commit commit, Collection<FileChange> changes) {
        database.update(
                "INSERT INTO commits (commit_id, committed_at, command, inserted, updated, applied) VALUES (?, ?, ?, ?, ?, ?)",
                commit.commitId(),
                SqlTime.format(commit.committedAt()),
                commit.command(),
                commit.inserted(),
                commit.updated(),
                changes.isEmpty() ? 1 : 0);
        database.updateAll(
                "INSERT INTO commit_files (commit_id, target_path, staged_path) VALUES (?, ?, ?)",
                changes.stream()
                        .map(change -> Database.Parameters.of(commit.commitId(), change.target(), change.staged()))
                        .toList());
    }

    /// The renames that are still to be done, in the order of their commits.
    ///
    /// @throws WarehouseException with [ErrorCode#DAMAGED] when one is none that a commit does
    public List<FileChange> pending() {
        return database.query(
                "SELECT target_path, staged_path FROM commit_files ORDER BY commit_id, target_path",
                row -> pending(row.getString(1), row.getString(2)));
    }

    /// Files are moved and deleted by what stands here: a path that leads out of the warehouse must not be followed.
    private static FileChange pending(String target, @Nullable String staged) {
        try {
            return new FileChange(target, staged);
        } catch (IllegalArgumentException wrong) {
            throw new WarehouseException(
                    ErrorCode.DAMAGED,
                    new Location("commit_files", null, null),
                    "the metadata name a file to be put in place that cannot be one: " + wrong.getMessage()
                            + "; nothing was changed, mend it with: spartanlake repair",
                    wrong);
        }
    }

    /// The files that are not in place yet.
    public PendingFiles pendingFiles() {
        return PendingFiles.of(pending());
    }

    /// Records that all renames are done.
    public void markApplied() {
        database.inTransaction(() -> {
            database.update("DELETE FROM commit_files");
            database.update("UPDATE commits SET applied = 1 WHERE applied = 0");
        });
    }

    /// The number of the last commit and whether its files are in place, which together say what a reader finds
    /// on disk.
    ///
    /// @param generation the number of the last commit
    /// @param pendingFiles the files that are not in place yet
    public record State(long generation, long pendingFiles) {}

    /// A change of the warehouse.
    ///
    /// @param commitId its number; numbers grow
    /// @param committedAt when
    /// @param command what it was made for
    /// @param inserted matches that are new
    /// @param updated matches whose content was replaced
    public record Commit(long commitId, Instant committedAt, String command, long inserted, long updated) {}

    /// A file to be put in place, or away. Paths are below the warehouse, with `/` between their steps.
    ///
    /// @param target the place
    /// @param staged the file that goes there; the target itself where it is in place and only lacks its
    ///     second copy; null because the target is to be deleted
    public record FileChange(String target, @Nullable String staged) {

        /// @throws IllegalArgumentException when the target is no partition's file, or the other is no staged one
        public FileChange {
            Partition.parse(target);
            if (staged != null && !staged.equals(target) && !WarehouseDirectory.isStaged(staged)) {
                throw new IllegalArgumentException("expected the path of a staged file, found \"" + staged + "\"");
            }
        }

        /// A file that is in place and lacks its second copy.
        public static FileChange inPlace(String target) {
            return new FileChange(target, target);
        }
    }
}
