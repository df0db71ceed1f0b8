package dev.spartanlake.sync;

import dev.spartanlake.Warehouse;
import dev.spartanlake.catalog.Absences.What;
import dev.spartanlake.catalog.SyncStates;
import dev.spartanlake.fact.MatchPart;
import dev.spartanlake.halo.HaloClient;
import dev.spartanlake.halo.match.MatchCount;
import dev.spartanlake.halo.reply.Reply;
import dev.spartanlake.match.Xuid;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Brings the matches of players into a warehouse, with skill data, films, names and ranks.
///
/// It may end at any moment: what was committed is never asked for again. Several may run at once, and take turns with
/// other writers.
///
/// **Threads**: one at a time; requests use threads of their own. **Errors**: what the API does not give is told in the
/// report; only the warehouse throws.
public final class Sync {

    private final Warehouse warehouse;
    private final HaloClient client;
    private final SyncSettings settings;

    /// @param warehouse need not exist yet; a stop signal of its own would throw away what was not committed yet
    /// @param client stays its owner's to close
    public Sync(Warehouse warehouse, HaloClient client, SyncSettings settings) {
        this.warehouse = warehouse;
        this.client = client;
        this.settings = settings;
    }

    /// Syncs.
    ///
    /// @throws InterruptedException if the thread is interrupted; what has come is committed
    /// @throws dev.spartanlake.error.WarehouseException when the warehouse cannot be written
    public SyncReport run(SyncRequest request, SyncProgress progress) throws InterruptedException {
        SyncReport.Failures failures = new SyncReport.Failures();
        Delivery delivery = new Delivery(warehouse, settings);
        Refusals refusals = new Refusals(warehouse.coverage());
        Runnable onAnswer = forgetting(request, delivery);
        List<SyncReport.PlayerReport> players = new ArrayList<>();
        Queue<PlayerSync> toRecord = new ArrayDeque<>();
        @Nullable Interruption ending = null;
        for (Xuid player : request.players()) {
            Haul haul = new Haul(delivery, settings, player, request.mostMatches(), refusals, failures, progress);
            PlayerSync sync = new PlayerSync(warehouse, client, settings, request, player, haul, failures, onAnswer);
            players.add(sync.run());
            if (sync.mayHaveOtherRecords()) {
                toRecord.add(sync);
            }
            Interruption own = sync.ending();
            if (own != null && own.concernsAll()) {
                ending = own;
                break;
            }
        }
        Names names = new Names(warehouse, delivery, client, failures);
        if (ending == null) {
            ending = nameAndRecord(names, new Records(warehouse, delivery, client, failures), toRecord);
        }
        if (ending != null) {
            String why = ending.explanation();
            toRecord.forEach(player -> player.conclude(why));
        }
        return new SyncReport(players, names.players(), names.assets(), failures.listed(), failures.omitted(), ending);
    }

    /// What happens once the API has answered: a whole history is asked for together with what did not exist. It is not
    /// forgotten before there is somebody to ask.
    private static Runnable forgetting(SyncRequest request, Delivery delivery) {
        Set<What> kinds = EnumSet.allOf(What.class);
        if (!request.parts().contains(MatchPart.SKILL)) {
            kinds.remove(What.SKILL);
        }
        if (!request.parts().contains(MatchPart.FILM)) {
            kinds.remove(What.FILM);
        }
        boolean[] isDue = {request.extent() == SyncRequest.Extent.FULL};
        return () -> {
            if (isDue[0]) {
                isDue[0] = false;
                delivery.forgetAbsences(kinds);
            }
        };
    }

    /// @param players those who are still to be asked for; none stays where nothing came in between
    /// @return why nothing else should be asked for; null because all was
    private @Nullable Interruption nameAndRecord(Names names, Records records, Queue<PlayerSync> players)
            throws InterruptedException {
        try {
            names.run();
            // Which playlists have ranks is known only now.
            while (!players.isEmpty()) {
                PlayerSync player = players.element();
                Interruption lacking =
                        records.run(player.player(), settings.clock().instant());
                if (lacking != null && lacking.concernsAllServices()) {
                    return lacking;
                }
                if (lacking != null) {
                    player.conclude(lacking.explanation());
                }
                players.remove();
            }
            return null;
        } catch (InterruptedException hurried) {
            if (!settings.stop().isRaised()) {
                throw hurried;
            }
            return Interruption.stopped();
        }
    }

    /// Asks how much there is to bring in, and brings nothing.
    ///
    /// @param requestsPerSecond the client's pace at each service
    public List<SyncPlan> plan(SyncRequest request, int requestsPerSecond) throws InterruptedException {
        List<SyncPlan> plans = new ArrayList<>();
        for (Xuid player : request.players()) {
            SyncStates.@Nullable Progress state = progress(warehouse, player);
            long stored = state == null ? 0 : state.totalMatches();
            Reply<MatchCount> count = client.matches().count(ApiXuids.of(player));
            plans.add(
                    switch (count) {
                        case Reply.Found<MatchCount>(MatchCount found) ->
                            plan(request, player, found.all(), state, requestsPerSecond);
                        case Reply.Missed<MatchCount> missed ->
                            new SyncPlan(player, null, stored, 0, Duration.ZERO, Interruption.of(missed));
                    });
        }
        return plans;
    }

    private static SyncPlan plan(
            SyncRequest request,
            Xuid player,
            long reported,
            SyncStates.@Nullable Progress state,
            int requestsPerSecond) {
        long stored = state == null ? 0 : state.totalMatches();
        long missing = state == null ? reported : state.missing(reported);
        long expected = Math.min(missing, request.mostMatches().orElse(Integer.MAX_VALUE));
        return new SyncPlan(player, reported, stored, expected, SyncPlan.least(expected, requestsPerSecond), null);
    }

    static SyncStates.@Nullable Progress progress(Warehouse warehouse, Xuid player) {
        return warehouse.coverage().progress().stream()
                .filter(progress -> progress.xuid().equals(player))
                .findFirst()
                .orElse(null);
    }
}
