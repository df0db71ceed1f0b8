package dev.spartanlake.halo;

import dev.spartanlake.halo.auth.Credentials;
import dev.spartanlake.halo.secret.Secret;
import dev.spartanlake.halo.server.FakeTiming;
import dev.spartanlake.halo.server.ScriptedServer;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// For each test a server that answers what the test says, and a client that asks it with pasted tokens.
final class ScriptedApi implements BeforeEachCallback, AfterEachCallback {

    private @Nullable ScriptedServer server;
    private @Nullable HaloClient client;

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        ScriptedServer started = new ScriptedServer();
        server = started;
        client = HaloClient.open(
                HaloSettings.standard().withOrigins(started.origins()).withTiming(new FakeTiming()),
                new Credentials.Pasted(Secret.of("a"), Secret.of("b")));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        client().close();
        server().close();
    }

    ScriptedServer server() {
        return Objects.requireNonNull(server);
    }

    HaloClient client() {
        return Objects.requireNonNull(client);
    }
}
