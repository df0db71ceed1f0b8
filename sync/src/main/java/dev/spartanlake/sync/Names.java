package dev.spartanlake.sync;

import dev.spartanlake.Warehouse;
import dev.spartanlake.catalog.Absences.Absence;
import dev.spartanlake.catalog.Absences.What;
import dev.spartanlake.catalog.Assets.Kind;
import dev.spartanlake.catalog.Assets.NamedAsset;
import dev.spartanlake.catalog.Assets.Unnamed;
import dev.spartanlake.halo.HaloClient;
import dev.spartanlake.halo.asset.Asset;
import dev.spartanlake.halo.asset.AssetKind;
import dev.spartanlake.halo.asset.AssetVersion;
import dev.spartanlake.halo.asset.PlaylistConfig;
import dev.spartanlake.halo.player.Player;
import dev.spartanlake.halo.player.Players;
import dev.spartanlake.halo.reply.Reply;
import dev.spartanlake.halo.reply.Served;
import dev.spartanlake.intake.Obtained;
import dev.spartanlake.match.Xuid;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Asks for the names that are missing: of players, maps, modes, playlists and pairings. What has no name is
/// remembered.
final class Names {

    private static final String LANGUAGE = "en-US";

    /// So many answers become a commit.
    private static final int COMMIT_ANSWERS = 50;

    private final Warehouse warehouse;
    private final Delivery delivery;
    private final HaloClient client;
    private final SyncReport.Failures failures;
    private long players;
    private long assets;

    Names(Warehouse warehouse, Delivery delivery, HaloClient client, SyncReport.Failures failures) {
        this.warehouse = warehouse;
        this.delivery = delivery;
        this.client = client;
        this.failures = failures;
    }

    /// Names what it can, and gives up a kind of thing when its service fails. What has a name by then keeps it.
    void run() throws InterruptedException {
        dev.spartanlake.Unnamed unnamed = warehouse.coverage().unnamed();
        namePlayers(unnamed.players());
        nameAssets(unnamed.assets());
        ratePlaylists(unnamed.playlists());
    }

    long players() {
        return players;
    }

    long assets() {
        return assets;
    }

    private void namePlayers(List<Xuid> unnamed) throws InterruptedException {
        Deque<List<Xuid>> batches = new ArrayDeque<>();
        for (int from = 0; from < unnamed.size(); from += Players.MOST_AT_ONCE) {
            batches.add(unnamed.subList(from, Math.min(from + Players.MOST_AT_ONCE, unnamed.size())));
        }
        while (!batches.isEmpty()) {
            List<Xuid> batch = batches.remove();
            switch (client.players().byXuids(ApiXuids.of(batch))) {
                case Reply.Found<List<Player>>(List<Player> found) -> delivery.take(named(batch, found));
                case Reply.Missed<List<Player>> missed
                when concernsOne(missed) && batch.size() > 1 -> {
                    batches.push(batch.subList(batch.size() / 2, batch.size()));
                    batches.push(batch.subList(0, batch.size() / 2));
                }
                case Reply.Refused<List<Player>> refused -> delivery.take(nameless(batch, refused.reason()));
                case Reply.Absent<List<Player>> absent -> delivery.take(nameless(batch, absent.reason()));
                case Reply.Malformed<List<Player>> malformed -> failures.add(malformed.explanation());
                case Reply.Missed<List<Player>> missed -> {
                    failures.add(missed.explanation());
                    return;
                }
            }
        }
    }

    /// Whether one of the players asked for is at fault, and not the others.
    private static boolean concernsOne(Reply.Missed<List<Player>> missed) {
        return switch (missed) {
            case Reply.Refused<List<Player>> _, Reply.Absent<List<Player>> _, Reply.Malformed<List<Player>> _ -> true;
            case Reply.Unauthorized<List<Player>> _,
                    Reply.Forbidden<List<Player>> _,
                    Reply.Throttled<List<Player>> _,
                    Reply.Unavailable<List<Player>> _ -> false;
        };
    }

    private Obtained named(List<Xuid> asked, List<Player> found) {
        Set<Xuid> others = new LinkedHashSet<>(asked);
        Obtained obtained = new Obtained();
        for (Player player : found) {
            Xuid xuid = new Xuid(player.xuid().value());
            obtained.name(xuid, player.gamertag());
            others.remove(xuid);
            players++;
        }
        others.forEach(player ->
                obtained.add(new Absence(What.PLAYER, player.text(), "the profile service does not know the player")));
        return obtained;
    }

    private static Obtained nameless(List<Xuid> players, String reason) {
        Obtained obtained = new Obtained();
        players.forEach(player -> obtained.add(new Absence(What.PLAYER, player.text(), reason)));
        return obtained;
    }

    private void nameAssets(List<Unnamed> unnamed) throws InterruptedException {
        Batch batch = new Batch();
        try {
            for (Unnamed asset : unnamed) {
                Obtained obtained = batch.next();
                switch (answer(asset)) {
                    case Reply.Found<Served<Asset>>(Served<Asset> found)
                    when !found.content().name().isBlank() -> {
                        obtained.add(named(asset, found.content()));
                        assets++;
                    }
                    case Reply.Found<Served<Asset>> _ -> obtained.add(absent(asset, "it has no name"));
                    case Reply.Absent<Served<Asset>> gone -> obtained.add(absent(asset, gone.reason()));
                    case Reply.Malformed<Served<Asset>> malformed -> failures.add(malformed.explanation());
                    case Reply.Missed<Served<Asset>> missed -> {
                        failures.add(missed.explanation());
                        return;
                    }
                }
            }
        } finally {
            batch.commit();
        }
    }

    /// Names differ between versions now and then, and another one's is better than none.
    private Reply<Served<Asset>> answer(Unnamed asset) throws InterruptedException {
        AssetKind kind = kind(asset.kind());
        UUID id = UUID.fromString(asset.assetId());
        Reply<Served<Asset>> reply =
                client.assets().version(kind, new AssetVersion(id, UUID.fromString(asset.versionId())), LANGUAGE);
        return reply instanceof Reply.Absent<Served<Asset>> ? client.assets().newest(kind, id, LANGUAGE) : reply;
    }

    private static NamedAsset named(Unnamed asset, Asset found) {
        return new NamedAsset(
                asset.kind(),
                asset.assetId(),
                found.name(),
                null,
                null,
                found.description().isBlank() ? null : found.description());
    }

    private static Absence absent(Unnamed asset, String reason) {
        return new Absence(What.of(asset.kind()), asset.assetId() + "/" + asset.versionId(), reason);
    }

    private void ratePlaylists(List<String> playlists) throws InterruptedException {
        Batch batch = new Batch();
        try {
            for (String playlist : playlists) {
                Obtained obtained = batch.next();
                switch (client.assets().playlistConfig(UUID.fromString(playlist))) {
                    case Reply.Found<Served<PlaylistConfig>>(Served<PlaylistConfig> found) ->
                        obtained.rank(playlist, found.content().hasCsr());
                    case Reply.Absent<Served<PlaylistConfig>> gone ->
                        obtained.add(new Absence(What.PLAYLIST_CONFIG, playlist, gone.reason()));
                    case Reply.Malformed<Served<PlaylistConfig>> malformed -> failures.add(malformed.explanation());
                    case Reply.Missed<Served<PlaylistConfig>> missed -> {
                        failures.add(missed.explanation());
                        return;
                    }
                }
            }
        } finally {
            batch.commit();
        }
    }

    /// Answers that wait for a commit.
    private final class Batch {

        private Obtained obtained = new Obtained();
        private int answers;

        /// Where the next answer goes.
        Obtained next() {
            if (answers >= COMMIT_ANSWERS) {
                commit();
            }
            answers++;
            return obtained;
        }

        void commit() {
            if (obtained.isEmpty()) {
                return;
            }
            Obtained due = obtained;
            // What could not be committed is not tried a second time when the work ends for it.
            obtained = new Obtained();
            answers = 0;
            delivery.take(due);
        }
    }

    private static AssetKind kind(Kind kind) {
        return switch (kind) {
            case MAP -> AssetKind.MAP;
            case PLAYLIST -> AssetKind.PLAYLIST;
            case MAP_MODE_PAIR -> AssetKind.MAP_MODE_PAIR;
            case GAME_VARIANT -> AssetKind.UGC_GAME_VARIANT;
        };
    }
}
