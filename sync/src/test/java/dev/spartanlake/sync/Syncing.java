package dev.spartanlake.sync;

import dev.spartanlake.Warehouse;
import dev.spartanlake.WarehouseConfig;
import dev.spartanlake.halo.HaloClient;
import dev.spartanlake.halo.HaloSettings;
import dev.spartanlake.halo.auth.Credentials;
import dev.spartanlake.halo.secret.Secret;
import dev.spartanlake.halo.wire.Origins;
import dev.spartanlake.halo.wire.Pace;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.query.Limits;
import dev.spartanlake.query.QueryResult;
import dev.spartanlake.reference.Language;
import dev.spartanlake.testsupport.api.HaloServer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A warehouse that is synced with a server, and what is in it.
final class Syncing implements AutoCloseable {

    /// Long after the last generated match.
    static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");

    private static final Pace QUICK = new Pace(
            1000, 4, Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofMinutes(5), 1000, Duration.ofMinutes(1));

    static final Duration FRESHNESS = Duration.ofMinutes(15);

    private static final long COMMIT_BYTES = 1 << 20;

    private final HaloServer server;
    private final Warehouse warehouse;
    private final HaloClient client;

    Syncing(Path directory, HaloServer server) {
        this(directory, server, server.signIn().issueSpartanToken());
    }

    /// @param spartanToken a token of the server's
    Syncing(Path directory, HaloServer server, String spartanToken) {
        this(
                directory,
                server,
                new Credentials.Pasted(
                        Secret.of(spartanToken), Secret.of(server.signIn().clearance())));
    }

    Syncing(Path directory, HaloServer server, Credentials credentials) {
        this.server = server;
        warehouse = Warehouse.at(
                directory, WarehouseConfig.standard().withCommand("test").withClock(() -> NOW));
        client = HaloClient.open(settings(server), credentials);
    }

    static HaloSettings settings(HaloServer server) {
        return HaloSettings.standard()
                .withOrigins(Origins.of(server.addressTemplate()))
                .withPace(QUICK)
                .withTiming(new QuickTiming());
    }

    Warehouse warehouse() {
        return warehouse;
    }

    Xuid player() {
        return new Xuid(server.world().owner().xuid());
    }

    SyncRequest request() {
        return SyncRequest.of(List.of(player()));
    }

    SyncReport run(SyncRequest request) throws InterruptedException {
        return run(request, Integer.MAX_VALUE, NOW);
    }

    /// @param matches after how many matches it is stopped
    SyncReport run(SyncRequest request, int matches, Instant now) throws InterruptedException {
        boolean[] stopped = new boolean[1];
        SyncSettings settings = new SyncSettings(
                4, 10, COMMIT_BYTES, FRESHNESS, Duration.ZERO, InstantSource.fixed(now), () -> stopped[0]);
        return new Sync(warehouse, client, settings).run(request, (_, done, _) -> stopped[0] = done >= matches);
    }

    SyncPlan plan(SyncRequest request) throws InterruptedException {
        return new Sync(warehouse, client, SyncSettings.standard(() -> false))
                .plan(request, 5)
                .getFirst();
    }

    List<List<@Nullable Object>> rows(String sql) {
        QueryResult result = warehouse.query(sql, List.of(), Language.EN, Limits.standard());
        return result.rows();
    }

    /// The texts of the first column.
    List<String> texts(String sql) {
        return rows(sql).stream().map(row -> String.valueOf(row.getFirst())).toList();
    }

    @Override
    public void close() {
        client.close();
        warehouse.close();
    }
}
