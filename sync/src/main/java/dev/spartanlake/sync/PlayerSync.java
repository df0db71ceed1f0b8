package dev.spartanlake.sync;

import dev.spartanlake.Incomplete;
import dev.spartanlake.Warehouse;
import dev.spartanlake.catalog.Absences.What;
import dev.spartanlake.catalog.SyncStates;
import dev.spartanlake.commit.Disposition;
import dev.spartanlake.fact.MatchReader;
import dev.spartanlake.halo.HaloClient;
import dev.spartanlake.halo.match.HistoryPage;
import dev.spartanlake.halo.match.MatchCount;
import dev.spartanlake.halo.reply.Reply;
import dev.spartanlake.intake.IntakeReport;
import dev.spartanlake.intake.Obtained;
import dev.spartanlake.intake.ObtainedMatch;
import dev.spartanlake.match.MatchId;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.parallel.OrderedTasks;
import dev.spartanlake.query.Limits;
import dev.spartanlake.reference.Language;
import dev.spartanlake.validation.Rejection;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/// Syncs one player: asks for the pages of the history and for the matches on them side by side, and commits them in
/// the order of the history.
final class PlayerSync {

    /// So many matches in a row of which nothing could be had are no accident.
    private static final int FAILURES_IN_A_ROW = 20;

    private final Warehouse warehouse;
    private final HaloClient client;
    private final SyncSettings settings;
    private final SyncRequest request;
    private final Xuid player;
    private final SyncReport.Failures failures;
    private final MatchReader reader = new MatchReader();
    private final Set<MatchId> asked = new HashSet<>();
    private final Queue<Callable<Fetched>> waiting = new ArrayDeque<>();
    private Obtained obtained = new Obtained();
    private @Nullable Long reported;
    private long submitted;
    private long done;
    private long expected;
    private long added;
    private long updated;
    private long skill;
    private long films;
    private long postponed;
    private long postponedDocuments;
    private @Nullable Long unobtainable;
    private int failuresInARow;
    private boolean hasFailed;
    private boolean wasInterrupted;
    private @Nullable Interruption ending;

    PlayerSync(
            Warehouse warehouse,
            HaloClient client,
            SyncSettings settings,
            SyncRequest request,
            Xuid player,
            SyncReport.Failures failures) {
        this.warehouse = warehouse;
        this.client = client;
        this.settings = settings;
        this.request = request;
        this.player = player;
        this.failures = failures;
    }

    /// Why nothing else should be asked for in this run; null because it may.
    @Nullable
    Interruption ending() {
        return ending;
    }

    /// Whether what the API says of the player's ranks and records may be another than before, or was never asked for.
    boolean mayHaveOtherRecords() {
        return added + updated > 0 || wasInterrupted || !hasRecords();
    }

    SyncReport.PlayerReport run(SyncProgress progress) throws InterruptedException {
        track();
        try {
            bring(progress);
        } catch (InterruptedException hurried) {
            if (!settings.stop().isRaised()) {
                throw hurried;
            }
            ending = Interruption.stopped();
        }
        conclude();
        return new SyncReport.PlayerReport(
                player,
                reported,
                added,
                updated,
                skill,
                films,
                postponed,
                unobtainable == null ? 0 : Math.max(0, unobtainable),
                ending);
    }

    private void bring(SyncProgress progress) throws InterruptedException {
        count();
        if (ending == null) {
            bringNew(progress);
        }
        if (ending == null && room() > 0) {
            completeStored(progress);
        }
    }

    private void track() {
        obtained.track(player);
        commit();
    }

    private void count() throws InterruptedException {
        switch (client.matches().count(ApiXuids.of(player))) {
            case Reply.Found<MatchCount>(MatchCount found) -> reported = (long) found.all();
            case Reply.Unauthorized<MatchCount> refused -> ending = Interruption.of(refused);
            case Reply.Throttled<MatchCount> throttled -> ending = Interruption.of(throttled);
            case Reply.Missed<MatchCount> missed -> failures.add(missed.explanation());
        }
    }

    private void bringNew(SyncProgress progress) throws InterruptedException {
        SyncStates.@Nullable Progress state = Sync.progress(warehouse, player);
        long stored = state == null ? 0 : state.totalMatches();
        wasInterrupted = state != null && state.error() != null;
        unobtainable = unobtainable(state);
        boolean readsAll = request.extent() == SyncRequest.Extent.FULL || !hasNumbers(state);
        long toCome = toCome(state);
        long missing = reported == null || readsAll ? Long.MAX_VALUE : toCome;
        expected = Math.min(toCome, room());
        progress.begun(player, reported, stored, expected);
        HistoryCrawl crawl = new HistoryCrawl(client.matches(), warehouse, player, missing, stored, readsAll);
        work(progress, () -> nextOf(crawl));
        if (crawl.isComplete() && !hasFailed && ending == null && reported != null && room() > 0) {
            SyncStates.@Nullable Progress now = Sync.progress(warehouse, player);
            unobtainable = reported - (now == null ? 0 : now.totalMatches()) - postponedDocuments;
        }
    }

    /// What is stored before the first sync may be anything. Where it is nothing, all that the sync stores is the head
    /// of the history.
    private static @Nullable Long unobtainable(SyncStates.@Nullable Progress state) {
        return state == null || (state.totalMatches() == 0 && state.unobtainableMatches() == null)
                ? Long.valueOf(0)
                : state.unobtainableMatches();
    }

    /// Whether the numbers say what is missing. They do not where a sync ended early, so that something is missing, and
    /// matches that may be anything have come since.
    private static boolean hasNumbers(SyncStates.@Nullable Progress state) {
        return state != null
                && state.unobtainableMatches() != null
                && (state.error() == null || !state.hasGrownSince());
    }

    /// How many matches are not stored, as far as the numbers say.
    private long toCome(SyncStates.@Nullable Progress state) {
        if (reported == null) {
            return 0;
        }
        return state == null ? reported : state.missing(reported);
    }

    /// How many further matches may be asked for.
    private long room() {
        return request.mostMatches().orElse(Integer.MAX_VALUE) - submitted;
    }

    /// The next match of the history, from the next page that has one.
    private @Nullable Callable<Fetched> nextOf(HistoryCrawl crawl) throws InterruptedException {
        while (waiting.isEmpty() && crawl.hasNext()) {
            switch (crawl.next()) {
                case Reply.Found<List<HistoryPage.Entry>>(List<HistoryPage.Entry> entries) ->
                    entries.forEach(entry -> {
                        asked.add(HistoryCrawl.id(entry));
                        waiting.add(() -> fetch().of(entry));
                    });
                case Reply.Missed<List<HistoryPage.Entry>> missed -> {
                    hasFailed = true;
                    ending = Interruption.of(missed);
                }
            }
            expected = Math.min(
                    Math.max(expected, crawl.found()), request.mostMatches().orElse(Integer.MAX_VALUE));
        }
        return waiting.poll();
    }

    private void completeStored(SyncProgress progress) throws InterruptedException {
        Queue<Incomplete> incomplete = new ArrayDeque<>(warehouse.coverage().incomplete(player).stream()
                .filter(match -> match.isLost() || match.lacking().stream().anyMatch(request.parts()::contains))
                .filter(match -> !asked.contains(match.match()))
                .toList());
        expected += Math.min(incomplete.size(), room());
        work(progress, () -> {
            Incomplete next = incomplete.poll();
            return next == null ? null : () -> fetch().of(next);
        });
    }

    private MatchFetch fetch() {
        return new MatchFetch(client, reader, request.parts(), settings.freshness(), settings.clock());
    }

    /// Where the next match to ask for comes from.
    private interface Source {
        /// @return null at the end
        @Nullable
        Callable<Fetched> next() throws InterruptedException;
    }

    /// Asks for matches until there are no more, or nothing else should be asked for, and commits what has come.
    private void work(SyncProgress progress, Source source) throws InterruptedException {
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
                if (obtained.size() >= settings.commitMatches()) {
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
                return new Fetched(null, List.of(), List.of(), Set.of(), Interruption.stopped());
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
        }
        fetched.absences().forEach(obtained::add);
        fetched.failures().forEach(failures::add);
        postponed += fetched.postponed().isEmpty() ? 0 : 1;
        postponedDocuments += fetched.postponed().contains(What.MATCH) ? 1 : 0;
        hasFailed |= !fetched.failures().isEmpty();
        failuresInARow = match == null && !fetched.failures().isEmpty() ? failuresInARow + 1 : 0;
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

    private void commit() {
        IntakeReport report = warehouse.take(obtained);
        obtained = new Obtained();
        added += report.count(Disposition.INSERTED);
        updated += report.count(Disposition.UPDATED);
        skill += report.skillAdded();
        films += report.filmsAdded();
        report.rejections().stream().map(Rejection::sentence).forEach(failures::add);
    }

    private boolean hasRecords() {
        return warehouse
                        .query(
                                "SELECT 1 FROM meta.service_records WHERE xuid = ? LIMIT 1",
                                List.of(player.text()),
                                Language.EN,
                                Limits.standard())
                        .rows()
                        .size()
                > 0;
    }

    private void conclude() {
        obtained.add(new SyncStates.Conclusion(
                player,
                settings.clock().instant(),
                reported,
                unobtainable,
                ending == null ? null : ending.explanation()));
        commit();
    }
}
