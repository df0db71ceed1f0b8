package dev.spartanlake.sync;

import dev.spartanlake.Incomplete;
import dev.spartanlake.Warehouse;
import dev.spartanlake.catalog.SyncStates;
import dev.spartanlake.fact.MatchReader;
import dev.spartanlake.halo.HaloClient;
import dev.spartanlake.halo.match.HistoryPage;
import dev.spartanlake.halo.match.MatchCount;
import dev.spartanlake.halo.match.Matches;
import dev.spartanlake.halo.reply.Reply;
import dev.spartanlake.match.MatchId;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.query.Limits;
import dev.spartanlake.reference.Language;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/// Syncs one player: reads the history in search of what is missing, and has what was found fetched; then what stored
/// matches lack.
final class PlayerSync {

    /// A history that lists so much less than is counted, and than a tenth of it, is cut off or hidden.
    private static final long FEW = Matches.MOST_ON_A_PAGE;

    private static final int TENTH = 10;

    private final Warehouse warehouse;
    private final HaloClient client;
    private final SyncSettings settings;
    private final SyncRequest request;
    private final Xuid player;
    private final SyncReport.Failures failures;
    private final Runnable onAnswer;
    private final Haul haul;
    private final MatchReader reader = new MatchReader();
    private final Set<MatchId> asked = new HashSet<>();
    private final Queue<Callable<Fetched>> waiting = new ArrayDeque<>();
    private @Nullable Long reported;
    private @Nullable Long unobtainable;
    private @Nullable String uncounted;
    private boolean wasInterrupted;

    /// @param onAnswer is run once the API has said something of the player
    PlayerSync(
            Warehouse warehouse,
            HaloClient client,
            SyncSettings settings,
            SyncRequest request,
            Xuid player,
            Haul haul,
            SyncReport.Failures failures,
            Runnable onAnswer) {
        this.warehouse = warehouse;
        this.client = client;
        this.settings = settings;
        this.request = request;
        this.player = player;
        this.haul = haul;
        this.failures = failures;
        this.onAnswer = onAnswer;
    }

    /// Whose matches these are.
    Xuid player() {
        return player;
    }

    /// Why nothing else should be asked for in this run; null because it may.
    @Nullable
    Interruption ending() {
        return haul.ending();
    }

    /// Whether what the API says of the player's ranks and records may be another than before, or was never asked for.
    boolean mayHaveOtherRecords() {
        return haul.hasChanged() || wasInterrupted || !hasRecords();
    }

    SyncReport.PlayerReport run() throws InterruptedException {
        haul.track();
        try {
            bring();
        } catch (InterruptedException hurried) {
            if (!settings.stop().isRaised()) {
                throw hurried;
            }
            haul.end(Interruption.stopped());
        }
        conclude(lacking());
        return haul.report(reported, unobtainable == null ? 0 : Math.max(0, unobtainable));
    }

    /// Why the sync has not all there is; null because it has.
    private @Nullable String lacking() {
        Interruption ending = haul.ending();
        if (ending != null) {
            return ending.explanation();
        }
        long failed = haul.failedDocuments();
        if (failed > 0) {
            return "not had: " + failed + " of the matches; the next sync asks for them again";
        }
        long doubtful = haul.doubtfulDocuments();
        return doubtful > 0
                ? "refused: " + doubtful + " of the documents; the next sync asks for them once more"
                : uncounted;
    }

    private void bring() throws InterruptedException {
        SyncStates.@Nullable Progress state = Sync.progress(warehouse, player);
        wasInterrupted = state != null && state.error() != null;
        unobtainable = unobtainable(state);
        count();
        if (haul.ending() == null) {
            bringNew(state);
        }
        if (haul.ending() == null && haul.room() > 0) {
            completeStored();
        }
    }

    private void count() throws InterruptedException {
        switch (client.matches().count(ApiXuids.of(player))) {
            case Reply.Found<MatchCount>(MatchCount found) -> {
                reported = (long) found.all();
                onAnswer.run();
            }
            case Reply.Unauthorized<MatchCount> refused -> haul.end(Interruption.of(refused));
            case Reply.Throttled<MatchCount> throttled -> haul.end(Interruption.of(throttled));
            case Reply.Missed<MatchCount> missed -> {
                uncounted = missed.explanation();
                failures.add(uncounted);
            }
        }
    }

    private void bringNew(SyncStates.@Nullable Progress state) throws InterruptedException {
        long stored = state == null ? 0 : state.totalMatches();
        boolean readsAll = request.extent() == SyncRequest.Extent.FULL || !hasNumbers(state);
        long toCome = toCome(state);
        long missing = reported == null || readsAll ? Long.MAX_VALUE : toCome;
        haul.begin(reported, stored, toCome);
        HistoryCrawl crawl =
                new HistoryCrawl(client.matches(), warehouse, player, reported, missing, stored, readsAll, onAnswer);
        haul.bring(() -> nextOf(crawl));
        if (crawl.isComplete() && haul.ending() == null && reported != null) {
            account(crawl.listed(), reported);
        } else if (unobtainable != null) {
            unobtainable += haul.uselessDocuments();
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

    /// Finds out what the API does not give of a history that was read as a whole. Where it ends far from where it
    /// should, nothing follows: it is hidden or cut off, and may be there another time.
    private void account(long listed, long counted) {
        if (counted > 0 && listed == 0) {
            haul.end(new Interruption(
                    Interruption.Reason.FORBIDDEN,
                    "the history is empty, though " + counted + " matches are counted: the player hides it"));
        } else if (counted - listed > Math.max(FEW, counted / TENTH)) {
            failures.add("the history of " + player + " ended after " + listed + " of " + counted
                    + " matches; the next sync looks for the others again");
        } else if (haul.room() > 0) {
            SyncStates.@Nullable Progress now = Sync.progress(warehouse, player);
            long total = now == null ? 0 : now.totalMatches();
            unobtainable =
                    counted - total - haul.postponedDocuments() - haul.failedDocuments() - haul.doubtfulDocuments();
        }
    }

    /// The next match of the history, from the next page that has one.
    private @Nullable Callable<Fetched> nextOf(HistoryCrawl crawl) throws InterruptedException {
        while (waiting.isEmpty() && crawl.hasNext()) {
            if (settings.stop().isRaised()) {
                haul.end(Interruption.stopped());
                return null;
            }
            switch (crawl.next()) {
                case Reply.Found<List<HistoryPage.Entry>>(List<HistoryPage.Entry> entries) ->
                    entries.forEach(entry -> {
                        asked.add(HistoryCrawl.id(entry));
                        waiting.add(() -> fetch().of(entry));
                    });
                case Reply.Missed<List<HistoryPage.Entry>> missed -> haul.end(Interruption.of(missed));
            }
            haul.expect(Math.max(haul.expected(), crawl.found()));
        }
        return waiting.poll();
    }

    private void completeStored() throws InterruptedException {
        Queue<Incomplete> incomplete = new ArrayDeque<>(warehouse.coverage().incomplete(player).stream()
                .filter(match -> match.isLost() || match.lacking().stream().anyMatch(request.parts()::contains))
                .filter(match -> !asked.contains(match.match()))
                .toList());
        haul.expect(haul.expected() + incomplete.size());
        haul.bring(() -> {
            Incomplete next = incomplete.poll();
            return next == null ? null : () -> fetch().of(next);
        });
    }

    private MatchFetch fetch() {
        return new MatchFetch(client, reader, request.parts(), settings.freshness(), settings.clock());
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

    /// Records how the sync ended.
    ///
    /// @param error why it ended early, or what it could not have, so that the next one asks again;
    ///     null because it has all
    void conclude(@Nullable String error) {
        haul.conclude(new SyncStates.Conclusion(player, settings.clock().instant(), reported, unobtainable, error));
    }
}
