package dev.spartanlake;

import dev.spartanlake.commit.StopSignal;
import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.query.Limits;
import dev.spartanlake.query.Query;
import dev.spartanlake.query.QueryResult;
import dev.spartanlake.reference.Language;
import dev.spartanlake.storage.ReadersTurn;
import dev.spartanlake.storage.WarehouseDirectory;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Keeps what earlier questions loaded.
///
/// Questions in one language and on the same memory share a snapshot, and run side by side. When the warehouse has
/// changed, the next question has the snapshots follow it, and what is the same stays in memory. **Threads**: safe; a
/// question may ask another.
final class Questions {

    /// A writer that commits without a pause mostly leaves room between two commits. Where it does not, it is asked to
    /// wait.
    private static final int ATTEMPTS_WITHOUT_TURN = 3;

    /// For a writer that cannot be asked, or does not wait for as long as the question takes.
    private static final int ATTEMPTS = 20;

    /// Where readers are many and processors few, that may take longer than so many commits.
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /// Each holds an engine and what it has loaded: two languages, and another limit on memory.
    private static final int MOST_SNAPSHOTS = 3;

    /// What no other state of the warehouse would change, or what may or should not be tried for longer.
    private static final Set<ErrorCode> FINAL =
            EnumSet.of(ErrorCode.QUERY_INVALID, ErrorCode.QUERY_REFUSED, ErrorCode.QUERY_LIMIT, ErrorCode.STOPPED);

    private final WarehouseDirectory directory;
    private final StopSignal stop;
    private final AtomicInteger abandoned = new AtomicInteger();

    /// The one asked longest ago first.
    private final Map<Key, Shared> snapshots = new LinkedHashMap<>(MOST_SNAPSHOTS, 0.75f, true);

    Questions(WarehouseDirectory directory, StopSignal stop) {
        this.directory = directory;
        this.stop = stop;
    }

    /// Whom a snapshot serves.
    private record Key(Language language, long memoryBytes, long residentBytes) {}

    QueryResult ask(Query query, Language language, Limits limits) {
        return onOneCommit(language, limits, snapshot -> snapshot.query(query, limits));
    }

    /// What comes of one commit, whole: of another one where the warehouse changes meanwhile, all over again.
    <T> T onOneCommit(Language language, Limits limits, Function<Snapshot, T> work) {
        long start = System.nanoTime();
        int attempts = 0;
        try (ReadersTurn turn = new ReadersTurn(directory.root())) {
            while (attempts < ATTEMPTS || System.nanoTime() - start < PATIENCE.toNanos()) {
                if (attempts >= ATTEMPTS_WITHOUT_TURN) {
                    turn.take();
                }
                attempts++;
                Optional<T> result = attempt(language, limits, work);
                if (result.isPresent()) {
                    return result.get();
                }
            }
        }
        throw new WarehouseException(
                ErrorCode.STORAGE,
                Location.of(directory.root()),
                "the warehouse " + directory.root() + " changed " + attempts
                        + " times while the question was being answered; ask again when less is being written");
    }

    /// @return empty where the warehouse changed meanwhile
    private <T> Optional<T> attempt(Language language, Limits limits, Function<Snapshot, T> work) {
        Borrowed borrowed = borrow(language, limits);
        Snapshot snapshot = borrowed.snapshot();
        try {
            T result = work.apply(snapshot);
            return snapshot.isCurrent() ? Optional.of(result) : Optional.empty();
        } catch (WarehouseException failed) {
            if (FINAL.contains(failed.code()) || snapshot.isCurrent()) {
                throw failed;
            }
            return Optional.empty();
        } finally {
            giveBack(borrowed.shared());
        }
    }

    /// A snapshot of the present state, which stays open until it is given back.
    private synchronized Borrowed borrow(Language language, Limits limits) {
        Key key = new Key(language, limits.memoryBytes(), limits.residentBytes());
        @Nullable Shared kept = snapshots.get(key);
        if (kept == null || !kept.snapshot.isCurrent()) {
            followWarehouse();
            kept = snapshots.get(key);
        }
        if (kept == null) {
            if (snapshots.size() == MOST_SNAPSHOTS) {
                retire(snapshots.keySet().iterator().next());
            }
            kept = new Shared(Snapshot.open(directory, language, limits, abandoned, stop));
            snapshots.put(key, kept);
        }
        kept.users++;
        return new Borrowed(kept, kept.snapshot);
    }

    private synchronized void giveBack(Shared shared) {
        shared.users--;
        shared.closeIfDone();
    }

    private void followWarehouse() {
        for (Key key : List.copyOf(snapshots.keySet())) {
            if (!follows(Objects.requireNonNull(snapshots.get(key)))) {
                retire(key);
            }
        }
    }

    /// Whether what is shared is the present state now. What cannot be brought there is left to be opened anew, which
    /// says why not.
    private static boolean follows(Shared shared) {
        try {
            if (shared.snapshot.isCurrent()) {
                return true;
            }
            Optional<Snapshot> next = shared.snapshot.next();
            next.ifPresent(present -> shared.snapshot = present);
            return next.isPresent();
        } catch (WarehouseException unreadable) {
            return false;
        }
    }

    private void retire(Key key) {
        @Nullable Shared shared = snapshots.remove(key);
        if (shared != null) {
            shared.isRetired = true;
            shared.closeIfDone();
        }
    }

    /// Releases what questions hold in memory: now, or when they are answered.
    synchronized void close() {
        for (Key key : Set.copyOf(snapshots.keySet())) {
            retire(key);
        }
    }

    /// @param snapshot the one that was present then
    private record Borrowed(Shared shared, Snapshot snapshot) {}

    /// A snapshot, or those that follow one another, with those who use it. Guarded by the questions.
    private static final class Shared {

        private Snapshot snapshot;
        private int users;
        private boolean isRetired;

        private Shared(Snapshot snapshot) {
            this.snapshot = snapshot;
        }

        private void closeIfDone() {
            if (isRetired && users == 0) {
                snapshot.close();
            }
        }
    }
}
