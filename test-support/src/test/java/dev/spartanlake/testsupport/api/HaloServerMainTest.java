package dev.spartanlake.testsupport.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class HaloServerMainTest {

    @Test
    void servesAsAProcessOfItsOwn() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        HaloServerMain.class.getName(),
                        "--matches",
                        "20",
                        "--played",
                        "16",
                        "--seed",
                        "4")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
                HttpClient http = HttpClient.newHttpClient()) {
            String[] line = out.readLine().split(" ", -1);
            String uri = line[0].replace("{origin}", "halostats") + "/hi/players/DemoLarkspur/matches/count";

            int status = http.send(
                            HttpRequest.newBuilder(URI.create(uri))
                                    .header("x-343-authorization-spartan", line[2])
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();

            assertThat(line).hasSize(4);
            assertThat(status).isEqualTo(200);
            process.getOutputStream().write('\n');
            process.getOutputStream().flush();
            assertThat(out.readLine()).isEqualTo("MATCH_COUNT=1");
            process.getOutputStream().close();
            assertThat(process.waitFor()).isZero();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void refusesOptionsItDoesNotKnow() {
        assertThatThrownBy(() -> HaloServerMain.start(new String[] {"--match", "3"}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected some of [--port, --matches, --played, --seed], each with a number, found "
                        + "[--match, 3]");
    }
}
