package dev.spartanlake;

import dev.spartanlake.commit.StopSignal;
import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.query.Limits;
import dev.spartanlake.query.Query;
import dev.spartanlake.query.QueryResult;
import dev.spartanlake.reference.Language;
import dev.spartanlake.storage.WarehouseDirectory;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Keeps what earlier questions loaded, for as long as the warehouse does not change.
final class Questions {

    /// A writer that commits without a pause leaves room between commits for several attempts.
    private static final int ATTEMPTS = 20;

    /// Where readers are many and processors few, that may take longer than so many commits.
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /// What no other state of the warehouse would change, or what may or should not be tried for longer.
    private static final Set<ErrorCode> FINAL =
            EnumSet.of(ErrorCode.QUERY_INVALID, ErrorCode.QUERY_REFUSED, ErrorCode.QUERY_LIMIT, ErrorCode.STOPPED);

    private final WarehouseDirectory directory;
    private final StopSignal stop;
    private final AtomicInteger abandoned = new AtomicInteger();
    private @Nullable Snapshot current;

    Questions(WarehouseDirectory directory, StopSignal stop) {
        this.directory = directory;
        this.stop = stop;
    }

    QueryResult ask(Query query, Language language, Limits limits) {
        return onOneCommit(language, limits, snapshot -> snapshot.query(query));
    }

    /// What comes of one commit, whole: of another one where the warehouse changes meanwhile, all over again.
    synchronized <T> T onOneCommit(Language language, Limits limits, Function<Snapshot, T> work) {
        long start = System.nanoTime();
        int attempts = 0;
        while (attempts < ATTEMPTS || System.nanoTime() - start < PATIENCE.toNanos()) {
            attempts++;
            Snapshot snapshot = snapshot(language, limits);
            try {
                T result = work.apply(snapshot);
                if (snapshot.isCurrent()) {
                    return result;
                }
            } catch (WarehouseException failed) {
                if (FINAL.contains(failed.code()) || snapshot.isCurrent()) {
                    throw failed;
                }
            }
        }
        throw new WarehouseException(
                ErrorCode.STORAGE,
                Location.of(directory.root()),
                "the warehouse " + directory.root() + " changed " + attempts
                        + " times while the question was being answered; ask again when less is being written");
    }

    private Snapshot snapshot(Language language, Limits limits) {
        Snapshot kept = current;
        if (kept != null && kept.serves(language, limits) && kept.isCurrent()) {
            return kept;
        }
        close();
        Snapshot fresh = Snapshot.open(directory, language, limits, abandoned, stop);
        current = fresh;
        return fresh;
    }

    synchronized void close() {
        if (current != null) {
            current.close();
            current = null;
        }
    }
}
