package dev.spartanlake.halo;

import dev.spartanlake.halo.server.ScriptedServer;
import dev.spartanlake.testsupport.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;

/// Recorded answers of the service.
final class Recorded {

    private Recorded() {}

    /// One of them, as it was served; skips the test when there are no recordings.
    static byte[] bytes(String name) throws IOException {
        return Files.readAllBytes(SharedData.require("api/" + name + ".json"));
    }

    /// One of them, packed as the service does.
    static ScriptedServer.Script packed(String name) throws IOException {
        return ScriptedServer.bytes(200, ScriptedServer.gzip(bytes(name)), Map.of("Content-Encoding", "gzip"));
    }
}
