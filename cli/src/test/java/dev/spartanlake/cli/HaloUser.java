package dev.spartanlake.cli;

import dev.spartanlake.generator.Career;
import dev.spartanlake.generator.CareerPlan;
import dev.spartanlake.testsupport.api.HaloServer;
import dev.spartanlake.testsupport.api.World;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// A user whose game's services are a server of the test, with directories for settings and answers of their own.
///
/// @param server the services
/// @param directory where everything of the user is
record HaloUser(HaloServer server, Path directory) implements AutoCloseable {

    /// A user of an invented career, who is its first tracked player.
    static HaloUser of(int matches, Path directory) {
        return new HaloUser(HaloServer.start(World.of(Career.of(CareerPlan.mixed(5, matches)))), directory);
    }

    /// The variables without tokens.
    Map<String, String> variables() {
        Map<String, String> variables = new HashMap<>();
        variables.put("SPARTANLAKE_HOME", warehouse().toString());
        variables.put("SPARTANLAKE_HALO_BASE_URL", server.addressTemplate());
        variables.put("SPARTANLAKE_HALO_REQUESTS_PER_SECOND", "1000");
        variables.put("XDG_CONFIG_HOME", directory.resolve("settings").toString());
        variables.put("XDG_CACHE_HOME", directory.resolve("cache").toString());
        variables.put("APPDATA", directory.resolve("settings").toString());
        variables.put("LOCALAPPDATA", directory.resolve("cache").toString());
        return variables;
    }

    /// The variables with tokens that are good.
    Map<String, String> signedIn() {
        return with(server.signIn().issueSpartanToken(), server.signIn().clearance());
    }

    /// The variables with such tokens.
    Map<String, String> with(String spartan, String clearance) {
        Map<String, String> variables = variables();
        variables.put("SPARTANLAKE_SPARTAN_TOKEN", spartan);
        variables.put("SPARTANLAKE_CLEARANCE", clearance);
        return variables;
    }

    Path warehouse() {
        return directory.resolve("warehouse");
    }

    String xuid() {
        return Long.toString(server.world().owner().xuid());
    }

    String gamertag() {
        return server.world().owner().gamertag();
    }

    /// How many matches the user has played.
    int played() {
        return server.world().history(server.world().owner().xuid()).size();
    }

    @Override
    public void close() {
        server.close();
    }
}
