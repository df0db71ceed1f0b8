package dev.spartanlake.imports;

import dev.spartanlake.Holding;
import dev.spartanlake.Warehouse;
import dev.spartanlake.fact.MatchReader;
import dev.spartanlake.fact.MatchReading;
import dev.spartanlake.fact.MatchRows;
import dev.spartanlake.intake.IntakeReport;
import dev.spartanlake.intake.Obtained;
import dev.spartanlake.intake.ObtainedMatch;
import dev.spartanlake.match.MatchId;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.validation.Rejection;
import dev.spartanlake.validation.Violation;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Hands what is found over to a warehouse, a commit after the other.
///
/// **Threads**: one at a time.
final class Delivery {

    /// What a match counts for whose document is stored, and is loaded to be completed: a large
    /// one.
    private static final long STORED_BYTES = 64 << 10;

    private final Warehouse warehouse;
    private final ImportOptions options;
    private final Tally tally;
    private final MatchReader reader = new MatchReader();
    private final Set<MatchId> waiting = new HashSet<>();
    private final Map<MatchId, Parts> completing = new HashMap<>();
    private final Set<MatchId> accepted = new HashSet<>();
    private final Set<Rejection> counted = new HashSet<>();
    private Obtained obtained = new Obtained();
    private long waitingBytes;

    Delivery(Warehouse warehouse, ImportOptions options, Tally tally) {
        this.warehouse = warehouse;
        this.options = options;
        this.tally = tally;
    }

    /// What is stored of some matches. What waits for a commit is not stored yet.
    Map<MatchId, Holding> holdings(Collection<MatchId> matches) {
        return warehouse.coverage().holdings(matches);
    }

    /// A player's career is kept from the next commit on.
    void track(Xuid player) {
        also(found -> found.track(player));
    }

    /// Takes a match over.
    ///
    /// @param document its document, which `match` has; null because it is stored already
    /// @param parts what else it has
    void add(ObtainedMatch match, byte @Nullable [] document, Parts parts) {
        obtained.add(match);
        if (document == null) {
            completing.put(match.match(), parts);
        } else {
            waiting.add(match.match());
        }
        waitingBytes += match.bytes() + (document == null ? STORED_BYTES : 0);
    }

    /// Whether a document of a match was accepted, as far as is known before the next commit.
    boolean isAccepted(MatchId match) {
        return accepted.contains(match);
    }

    /// Notes that a match is stored, so that further documents of it are repetitions.
    void note(MatchId match) {
        accepted.add(match);
    }

    /// Whether a document of a match waits for the next commit.
    boolean isWaiting(MatchId match) {
        return waiting.contains(match);
    }

    /// Refuses a text that was to be a match document, with all that is wrong with it.
    void refuseDocument(byte[] text, String origin) {
        switch (reader.read(text)) {
            // Two readers that do not agree: the one that judges says that it has a match.
            case MatchReading.Accepted(MatchRows rows) ->
                add(ObtainedMatch.of(new MatchId(rows.matchId()), origin).withDocument(text), text, Parts.NONE);
            case MatchReading.Refused refused -> refuse(text, origin, refused.violations());
        }
    }

    /// Refuses a document, which goes to quarantine.
    void refuse(byte[] text, String origin, List<Violation> violations) {
        List<Rejection> reasons = violations.stream()
                .map(violation -> new Rejection(origin, violation))
                .toList();
        tally.refuse(reasons.getFirst());
        counted.addAll(reasons);
        obtained.refuse(text, reasons);
        waitingBytes += text.length;
    }

    /// Refuses a document that is longer than is read, and stays where it is.
    void tooLong(String origin, long bytes) {
        String rule = "a document of at most " + Warehouse.sourceLimits().documentBytes() + " bytes";
        tally.refuse(new Rejection(origin, new Violation("", rule, bytes + " bytes")));
    }

    /// Refuses a document that is not there at all.
    void missing(String origin) {
        tally.refuse(new Rejection(origin, new Violation("", "a document", "nothing")));
    }

    /// Takes over what is no match.
    void also(Consumer<Obtained> more) {
        more.accept(obtained);
    }

    /// Something else is held in memory until the next commit.
    ///
    /// @param bytes how long it is
    void hold(long bytes) {
        waitingBytes += bytes;
    }

    /// Whether enough waits for a commit.
    boolean isFull() {
        return waitingBytes >= options.commitBytes();
    }

    /// Commits if enough waits for it.
    ///
    /// @return whether it did
    boolean commitIfFull() {
        boolean isFull = isFull();
        if (isFull) {
            commit();
        }
        return isFull;
    }

    /// Commits what waits for it; in a dry run, finds out what would come of that.
    void commit() {
        goOn();
        if (!obtained.isEmpty()) {
            IntakeReport report = options.mode() == ImportOptions.Mode.COMMIT
                    ? warehouse.take(obtained)
                    : warehouse.foresee(obtained);
            if (options.mode() == ImportOptions.Mode.COMMIT) {
                tally.committed();
            }
            tally.add(report, counted);
            report.notStored().forEach(match -> tally.withoutMatch(completing.getOrDefault(match, Parts.NONE)));
            accepted.addAll(report.dispositions().keySet());
        }
        obtained = new Obtained();
        waiting.clear();
        completing.clear();
        counted.clear();
        waitingBytes = 0;
    }

    /// Returns if nobody asked for the import to stop. To be looked at wherever it may have taken a
    /// while since.
    ///
    /// @throws dev.spartanlake.error.WarehouseException with
    ///     [dev.spartanlake.error.ErrorCode#STOPPED] if somebody did
    void goOn() {
        String done = tally.hasCommitted()
                ? "those before the last commit are in the warehouse; run the same command again to go on"
                : "and nothing was changed";
        options.stop().check(tally.documents() + " documents were looked at, " + done);
    }
}
