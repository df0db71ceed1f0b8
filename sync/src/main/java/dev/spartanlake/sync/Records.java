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
import java.util.List;
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

    /// Asks for all of it.
    ///
    /// @param now the moment the answers are of
    /// @return what could not be had, the last of it in one line; null because all was
    @Nullable
    String run(Xuid player, Instant now) throws InterruptedException {
        Obtained obtained = new Obtained();
        @Nullable String lacking = null;
        dev.spartanlake.halo.player.Xuid xuid = ApiXuids.of(player);
        switch (client.players().serviceRecord(xuid, RecordKind.MATCHMADE)) {
            case Reply.Found<Bytes>(Bytes body) ->
                SnapshotReading.serviceRecord(player, now, JSON.readTree(body.open()))
                        .ifPresent(obtained::add);
            case Reply.Missed<Bytes> missed -> lacking = noted(missed, lacking);
        }
        switch (client.players().careerProgress(xuid)) {
            case Reply.Found<Served<CareerProgress>>(Served<CareerProgress> found) ->
                obtained.add(new CareerRank(
                        player, now, found.content().rank(), found.content().partialProgress(), text(found.body())));
            case Reply.Missed<Served<CareerProgress>> missed -> lacking = noted(missed, lacking);
        }
        for (String playlist : warehouse.coverage().rankedPlaylists()) {
            switch (client.players().playlistCsr(UUID.fromString(playlist), List.of(xuid))) {
                case Reply.Found<Bytes>(Bytes body) ->
                    SnapshotReading.csrs(playlist, now, JSON.readTree(body.open()))
                            .forEach(obtained::add);
                case Reply.Missed<Bytes> missed -> lacking = noted(missed, lacking);
            }
        }
        delivery.take(obtained);
        return lacking;
    }

    /// What does not exist for a player is no failure.
    private @Nullable String noted(Reply.Missed<?> missed, @Nullable String before) {
        if (missed instanceof Reply.Absent) {
            return before;
        }
        failures.add(missed.explanation());
        return missed.explanation();
    }

    private static String text(Bytes body) {
        return new String(body.toArray(), StandardCharsets.UTF_8);
    }
}
