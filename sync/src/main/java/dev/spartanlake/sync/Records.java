package dev.spartanlake.sync;

import dev.spartanlake.Warehouse;
import dev.spartanlake.catalog.Snapshots.CareerRank;
import dev.spartanlake.halo.HaloClient;
import dev.spartanlake.halo.player.CareerProgress;
import dev.spartanlake.halo.player.RecordKind;
import dev.spartanlake.halo.reply.Bytes;
import dev.spartanlake.halo.reply.Reply;
import dev.spartanlake.halo.reply.Served;
import dev.spartanlake.intake.Obtained;
import dev.spartanlake.intake.SnapshotReading;
import dev.spartanlake.match.Xuid;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Asks for what the API says of a player now, and has no history of: ranks and the service record.
final class Records {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Warehouse warehouse;
    private final Delivery delivery;
    private final HaloClient client;
    private final SyncReport.Failures failures;

    Records(Warehouse warehouse, Delivery delivery, HaloClient client, SyncReport.Failures failures) {
        this.warehouse = warehouse;
        this.delivery = delivery;
        this.client = client;
        this.failures = failures;
    }

    /// Asks for all of it, as long as there is sense in asking.
    ///
    /// @param now the moment the answers are of
    /// @return why something could not be had, the last time; null because all was
    @Nullable
    Interruption run(Xuid player, Instant now) throws InterruptedException {
        Obtained obtained = new Obtained();
        @Nullable Interruption lacking = null;
        dev.spartanlake.halo.player.Xuid xuid = ApiXuids.of(player);
        switch (client.players().serviceRecord(xuid, RecordKind.MATCHMADE)) {
            case Reply.Found<Bytes>(Bytes body) ->
                SnapshotReading.serviceRecord(player, now, JSON.readTree(body.open()))
                        .ifPresent(obtained::add);
            case Reply.Missed<Bytes> missed -> lacking = noted(missed, lacking);
        }
        if (mayGoOn(lacking)) {
            switch (client.players().careerProgress(xuid)) {
                case Reply.Found<Served<CareerProgress>>(Served<CareerProgress> found) ->
                    obtained.add(new CareerRank(
                            player,
                            now,
                            found.content().rank(),
                            found.content().partialProgress(),
                            text(found.body())));
                case Reply.Missed<Served<CareerProgress>> missed -> lacking = noted(missed, lacking);
            }
        }
        Queue<String> playlists = new ArrayDeque<>(warehouse.coverage().rankedPlaylists());
        while (!playlists.isEmpty() && mayGoOn(lacking)) {
            String playlist = playlists.remove();
            switch (client.players().playlistCsr(UUID.fromString(playlist), List.of(xuid))) {
                case Reply.Found<Bytes>(Bytes body) ->
                    SnapshotReading.csrs(playlist, now, JSON.readTree(body.open()))
                            .forEach(obtained::add);
                case Reply.Missed<Bytes> missed -> {
                    lacking = noted(missed, lacking);
                    if (missed instanceof Reply.Unavailable) {
                        playlists.clear();
                    }
                }
            }
        }
        delivery.take(obtained);
        return lacking;
    }

    private static boolean mayGoOn(@Nullable Interruption lacking) {
        return lacking == null || !lacking.concernsAllServices();
    }

    /// What does not exist for a player is no failure.
    private @Nullable Interruption noted(Reply.Missed<?> missed, @Nullable Interruption before) {
        if (missed instanceof Reply.Absent) {
            return before;
        }
        failures.add(missed.explanation());
        return Interruption.of(missed);
    }

    private static String text(Bytes body) {
        return new String(body.toArray(), StandardCharsets.UTF_8);
    }
}
