package dev.spartanlake.sync;

import dev.spartanlake.catalog.Absences.Absence;
import dev.spartanlake.catalog.Absences.What;
import dev.spartanlake.catalog.SyncStates;
import dev.spartanlake.commit.Disposition;
import dev.spartanlake.intake.IntakeReport;
import dev.spartanlake.intake.Obtained;
import dev.spartanlake.intake.ObtainedMatch;
import dev.spartanlake.match.MatchId;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.parallel.OrderedTasks;
import dev.spartanlake.validation.Rejection;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/// Asks for the matches of one player side by side, and commits them in the order in which they were asked for.
final class Haul {

    /// So many matches in a row of which nothing could be had are no accident.
    private static final int FAILURES_IN_A_ROW = 20;

    private final Delivery delivery;
    private final SyncSettings settings;
    private final Xuid player;
    private final OptionalInt mostMatches;
    private final Refusals refusals;
    private final SyncReport.Failures failures;
    private final SyncProgress progress;
    private Obtained obtained = new Obtained();
    private long submitted;
    private long done;
    private long expected;
    private long added;
    private long updated;
    private long skill;
    private long films;
    private long postponed;
    private long postponedDocuments;
    private int failuresInARow;
    private long failedDocuments;
    private long doubtfulDocuments;
    private long uselessDocuments;
    private @Nullable Interruption ending;

    /// @param mostMatches how many matches are asked for at most
    /// @param failures what could not be had goes there
    Haul(
            Delivery delivery,
            SyncSettings settings,
            Xuid player,
            OptionalInt mostMatches,
            Refusals refusals,
            SyncReport.Failures failures,
            SyncProgress progress) {
        this.delivery = delivery;
        this.settings = settings;
        this.player = player;
        this.mostMatches = mostMatches;
        this.refusals = refusals;
        this.failures = failures;
        this.progress = progress;
    }

    /// Where the next match to ask for comes from.
    interface Source {
        /// The next one; null at the end.
        @Nullable
        Callable<Fetched> next() throws InterruptedException;
    }

    /// Asks for matches until there are no more, or nothing else should be asked for, and commits what has come.
    void bring(Source source) throws InterruptedException {
        try (OrderedTasks<Fetched> tasks = new OrderedTasks<>(settings.matchesAtOnce(), "sync")) {
            boolean isExhausted = false;
            while (true) {
                while (!isExhausted && tasks.size() < settings.matchesAtOnce() && mayAsk()) {
                    Callable<Fetched> next = source.next();
                    isExhausted = next == null;
                    if (next != null) {
                        tasks.submit(endingWhenHurried(next));
                        submitted++;
                    }
                }
                if (tasks.size() == 0) {
                    break;
                }
                collect(tasks.takeInterruptibly());
                done++;
                progress.advanced(player, done, Math.max(expected, done));
                if (obtained.size() >= settings.commitMatches() || obtained.bytes() >= settings.commitBytes()) {
                    commit();
                }
            }
        } finally {
            commitUndisturbed();
        }
    }

    /// A thread that is interrupted cannot write: what has come is committed first.
    private void commitUndisturbed() {
        boolean isInterrupted = Thread.interrupted();
        try {
            commit();
        } finally {
            if (isInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// The client's [dev.spartanlake.halo.wire.Timing] may cut a wait short once the stop signal is raised.
    private static Callable<Fetched> endingWhenHurried(Callable<Fetched> fetch) {
        return () -> {
            try {
                return fetch.call();
            } catch (InterruptedException hurried) {
                return new Fetched(null, List.of(), List.of(), Set.of(), false, null, false, Interruption.stopped());
            }
        };
    }

    private boolean mayAsk() {
        if (ending == null && settings.stop().isRaised()) {
            ending = Interruption.stopped();
        }
        return ending == null && room() > 0;
    }

    private void collect(Fetched fetched) {
        ObtainedMatch match = fetched.match();
        if (match != null) {
            obtained.add(match);
            String refused = fetched.refused();
            if (refused != null) {
                noteRefused(match.match(), refused);
            }
        }
        fetched.absences().forEach(obtained::add);
        fetched.failures().forEach(failures::add);
        postponed += fetched.postponed().isEmpty() ? 0 : 1;
        postponedDocuments += fetched.postponed().contains(What.MATCH) ? 1 : 0;
        failedDocuments += fetched.lacksDocument() ? 1 : 0;
        failuresInARow = fetched.isFruitless() ? failuresInARow + 1 : 0;
        if (ending == null) {
            ending = fetched.ending();
        }
        if (ending == null && failuresInARow >= FAILURES_IN_A_ROW) {
            ending = new Interruption(
                    Interruption.Reason.UNAVAILABLE,
                    "of " + FAILURES_IN_A_ROW + " matches in a row nothing could be had, the last time because of "
                            + fetched.failures().getLast());
        }
    }

    private void noteRefused(MatchId match, String sha256) {
        obtained.add(Absence.ofDocument(match, sha256, "it was refused"));
        if (refusals.isFinal(match, sha256)) {
            uselessDocuments++;
            obtained.add(new Absence(What.MATCH, match.value(), "its documents were refused"));
        } else {
            doubtfulDocuments++;
        }
    }

    private void commit() {
        if (obtained.isEmpty()) {
            return;
        }
        Obtained due = obtained;
        // What could not be committed is not tried a second time when the work ends for it.
        obtained = new Obtained();
        IntakeReport report = delivery.take(due);
        added += report.count(Disposition.INSERTED);
        updated += report.count(Disposition.UPDATED);
        skill += report.skillAdded();
        films += report.filmsAdded();
        report.rejections().stream().map(Rejection::sentence).forEach(failures::add);
    }

    /// Keeps the player's career from now on.
    void track() {
        obtained.track(player);
        commit();
    }

    /// Commits how the sync ended.
    void conclude(SyncStates.Conclusion conclusion) {
        obtained.add(conclusion);
        commit();
    }

    /// How many further matches may be asked for.
    long room() {
        return mostMatches.orElse(Integer.MAX_VALUE) - submitted;
    }

    /// Tells of the beginning.
    ///
    /// @param reported how many matches the API says there are; null because it did not say
    /// @param stored how many of them are stored
    /// @param toCome how many are not, as far as is known
    void begin(@Nullable Long reported, long stored, long toCome) {
        expect(toCome);
        progress.begun(player, reported, stored, expected);
    }

    /// How many matches will have been asked for in the end, as far as is known by now.
    long expected() {
        return expected;
    }

    /// Corrects it.
    void expect(long matches) {
        expected = Math.min(matches, mostMatches.orElse(Integer.MAX_VALUE));
    }

    /// Asks for nothing else; the first reason counts.
    void end(Interruption reason) {
        if (ending == null) {
            ending = reason;
        }
    }

    /// Why nothing else should be asked for; null because it may.
    @Nullable
    Interruption ending() {
        return ending;
    }

    /// How many matches have a document that could not be had.
    long failedDocuments() {
        return failedDocuments;
    }

    /// How many matches have a document that is refused, and may have a better one the next time.
    long doubtfulDocuments() {
        return doubtfulDocuments;
    }

    /// How many matches have a document that was refused before, and have none from now on.
    long uselessDocuments() {
        return uselessDocuments;
    }

    /// How many matches have ended too recently to have a document.
    long postponedDocuments() {
        return postponedDocuments;
    }

    /// Whether the career is another one than before.
    boolean hasChanged() {
        return added + updated > 0;
    }

    /// What came of it.
    SyncReport.PlayerReport report(@Nullable Long reported, long unobtainable) {
        return new SyncReport.PlayerReport(
                player, reported, added, updated, skill, films, postponed, unobtainable, ending);
    }
}
