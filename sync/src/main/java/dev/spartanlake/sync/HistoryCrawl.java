package dev.spartanlake.sync;

import dev.spartanlake.Holding;
import dev.spartanlake.Warehouse;
import dev.spartanlake.halo.match.HistoryKind;
import dev.spartanlake.halo.match.HistoryPage;
import dev.spartanlake.halo.match.Matches;
import dev.spartanlake.halo.reply.Reply;
import dev.spartanlake.match.MatchId;
import dev.spartanlake.match.Xuid;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Walks through a player's history in search of matches that are not stored, with as few pages as the number of
/// matches that are missing allows.
///
/// Three ranges are read one after the other, each only while something is missing: from the latest match to the
/// first page of which everything is stored; from where the stored matches end, if all of them are the latest, as
/// they are after a sync that was interrupted, to the end; and what lies between. A match that ends meanwhile moves
/// all others towards the end, where they are met again; none is passed over by that.
final class HistoryCrawl {

    /// Pages shift while matches end, though not by so many.
    private static final int MOST_REPETITIONS = 4;

    /// No history is so much longer than the API counts.
    private static final long LONGEST_TIMES = 2;

    private static final long LONGEST_MORE = 1_000;

    /// No history is so long.
    private static final long LONGEST = 1_000_000;

    private final Matches matches;
    private final Warehouse warehouse;
    private final Xuid player;
    private final @Nullable Long reported;
    private final long missing;
    private final long stored;
    private final boolean readsAll;
    private final Runnable onAnswer;
    private final Set<MatchId> seen = new HashSet<>();
    private final Set<MatchId> oldest = new HashSet<>();
    private Range range = Range.LATEST;
    private int next;
    private int end = Integer.MAX_VALUE;
    private int latestRead;
    private int jumpedTo;
    private int repetitions;
    private long found;

    /// Which part of the history is read.
    private enum Range {
        LATEST,
        OLDEST,
        BETWEEN,
        NOTHING
    }

    /// @param reported how many matches the API counts; null because it did not say
    /// @param missing how many matches are to be found; [Long#MAX_VALUE] for all there are
    /// @param stored how many matches of the player are stored
    /// @param readsAll whether every page is read
    /// @param onAnswer is run before an answer is held against what is stored
    HistoryCrawl(
            Matches matches,
            Warehouse warehouse,
            Xuid player,
            @Nullable Long reported,
            long missing,
            long stored,
            boolean readsAll,
            Runnable onAnswer) {
        this.matches = matches;
        this.warehouse = warehouse;
        this.player = player;
        this.reported = reported;
        this.missing = missing;
        this.stored = stored;
        this.readsAll = readsAll;
        this.onAnswer = onAnswer;
    }

    /// Whether there may be more.
    boolean hasNext() {
        return range != Range.NOTHING;
    }

    /// Whether every page was read, so that nothing of the history is unknown.
    boolean isComplete() {
        return range == Range.NOTHING && latestRead >= end;
    }

    /// How many matches the history lists, once it [#isComplete].
    long listed() {
        return end;
    }

    /// How many matches that are not stored were found.
    long found() {
        return found;
    }

    /// The matches of the next page that are not stored.
    Reply<List<HistoryPage.Entry>> next() throws InterruptedException {
        int start = next;
        Reply<HistoryPage> reply = matches.history(ApiXuids.of(player), start, Matches.MOST_ON_A_PAGE, HistoryKind.ALL);
        if (!(reply instanceof Reply.Found<HistoryPage>(HistoryPage page))) {
            range = Range.NOTHING;
            return reply.map(HistoryPage::entries);
        }
        onAnswer.run();
        String nonsense = nonsense(start, page.entries());
        if (nonsense != null) {
            range = Range.NOTHING;
            return new Reply.Malformed<>("the match history of " + player, "", nonsense);
        }
        List<HistoryPage.Entry> unknown = unknown(page.entries());
        found += unknown.size();
        if (range == Range.OLDEST) {
            page.entries().forEach(entry -> oldest.add(id(entry)));
        }
        int size = page.entries().size();
        boolean isLast = isLast(start, size);
        if (isLast) {
            end = Math.min(end, start + size);
        }
        move(new Step(start, size, unknown.size(), isLast || meetsTheOldest(page.entries())));
        return new Reply.Found<>(unknown);
    }

    /// What of a page shows that reading on would lead nowhere; null because nothing does.
    private @Nullable String nonsense(int start, List<HistoryPage.Entry> entries) {
        boolean isRepetition =
                !entries.isEmpty() && entries.stream().map(HistoryCrawl::id).allMatch(seen::contains);
        repetitions = isRepetition ? repetitions + 1 : 0;
        if (entries.size() > Matches.MOST_ON_A_PAGE) {
            return "a page of " + entries.size() + " matches, of which " + Matches.MOST_ON_A_PAGE + " were asked for";
        }
        if (repetitions >= MOST_REPETITIONS) {
            return MOST_REPETITIONS + " pages in a row repeat what others had";
        }
        long most = reported == null ? LONGEST : reported * LONGEST_TIMES + LONGEST_MORE;
        // An empty page ends the history, wherever it was looked for.
        return start > most && !entries.isEmpty()
                ? "no end after " + start + " matches, expected at most " + most
                : null;
    }

    /// Whether a page ends the history. A short one does not where the API counts further matches.
    private boolean isLast(int start, int size) {
        return size == 0 || (size < Matches.MOST_ON_A_PAGE && (reported == null || start + size >= reported));
    }

    /// Whether a page of what lies between ends within what was read after it. That may lie further on than it did, by
    /// as many matches as have ended meanwhile.
    private boolean meetsTheOldest(List<HistoryPage.Entry> entries) {
        return range == Range.BETWEEN && oldest.contains(id(entries.getLast()));
    }

    private List<HistoryPage.Entry> unknown(List<HistoryPage.Entry> entries) {
        List<MatchId> ids = entries.stream().map(HistoryCrawl::id).toList();
        Map<MatchId, Holding> holdings = warehouse.coverage().holdings(ids);
        List<HistoryPage.Entry> unknown = new ArrayList<>();
        for (HistoryPage.Entry entry : entries) {
            Holding holding = holdings.get(id(entry));
            boolean isKnown = holding != null && holding.document() != Holding.Presence.UNKNOWN;
            if (seen.add(id(entry)) && !isKnown) {
                unknown.add(entry);
            }
        }
        return unknown;
    }

    private void move(Step step) {
        next = step.end();
        switch (range) {
            case LATEST -> {
                latestRead = next;
                if (step.isLast() || isEnoughOfTheLatest(step)) {
                    range = Range.NOTHING;
                } else if (!readsAll && step.unknown() == 0) {
                    range = missing == Long.MAX_VALUE ? Range.NOTHING : Range.OLDEST;
                    jumpedTo = Math.toIntExact(Math.max(next, stored + found - 1));
                    next = jumpedTo;
                }
            }
            case OLDEST -> {
                if (found >= missing) {
                    range = Range.NOTHING;
                } else if (step.isLast()) {
                    readBetween();
                }
            }
            case BETWEEN -> {
                latestRead = next;
                if (step.isLast()) {
                    latestRead = Math.max(next, end);
                    range = Range.NOTHING;
                } else if (found >= missing) {
                    range = Range.NOTHING;
                }
            }
            case NOTHING -> throw new IllegalStateException("the history has no further page");
        }
    }

    /// The number that is missing may be too small, where matches are stored that the API does not count. So the search
    /// goes on until it meets something that is stored, unless nothing is.
    private boolean isEnoughOfTheLatest(Step step) {
        return !readsAll && found >= missing && (stored == 0 || step.unknown() < step.size());
    }

    private void readBetween() {
        if (latestRead < jumpedTo) {
            range = Range.BETWEEN;
            next = latestRead;
        } else {
            latestRead = end;
            range = Range.NOTHING;
        }
    }

    /// A page that was read.
    ///
    /// @param start how many newer matches come before it
    /// @param size how many matches are on it
    /// @param unknown how many of them are not stored
    /// @param isLast whether nothing that was not read follows
    private record Step(int start, int size, int unknown, boolean isLast) {

        int end() {
            return start + size;
        }
    }

    static MatchId id(HistoryPage.Entry entry) {
        return new MatchId(entry.matchId().toString());
    }
}
