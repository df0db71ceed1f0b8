package dev.spartanlake.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.cli.command.Surroundings.Display;
import dev.spartanlake.commit.StopSignal;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryLocationTest {

    @TempDir
    private Path home;

    @Test
    void everyPlatformHasItsPlaceForWhatProgramsRemember() {
        assertThat(file(Map.of(), "Linux"))
                .isEqualTo(home.resolve(Path.of(".local", "state", "spartanlake", "shell-history")));
        assertThat(file(Map.of(), "Mac OS X"))
                .isEqualTo(
                        home.resolve(Path.of("Library", "Application Support", "SpartanLake Shell", "shell-history")));
        assertThat(file(Map.of(), "Windows 11"))
                .isEqualTo(home.resolve(Path.of("AppData", "Local", "SpartanLake Shell", "shell-history")));
    }

    @Test
    void thePlatformsVariablesCount() {
        Path state = home.resolve("state");

        assertThat(file(Map.of("XDG_STATE_HOME", state.toString()), "Linux"))
                .isEqualTo(state.resolve(Path.of("spartanlake", "shell-history")));
        assertThat(file(Map.of("XDG_STATE_HOME", "relative"), "Linux")).isEqualTo(file(Map.of(), "Linux"));
        assertThat(file(Map.of("LOCALAPPDATA", state.toString()), "Windows 11"))
                .isEqualTo(state.resolve(Path.of("SpartanLake Shell", "shell-history")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Linux", "Mac OS X", "Windows 11"})
    void itIsNotInTheDirectoryOfTheWarehouse(String system) {
        Path warehouse = new WarehouseLocation(surroundings(Map.of()), system, home).directory();

        assertThat(file(Map.of(), system).startsWith(warehouse)).isFalse();
    }

    private Path file(Map<String, String> variables, String system) {
        return new HistoryLocation(surroundings(variables), system, home).file();
    }

    private static Surroundings surroundings(Map<String, String> variables) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return new Surroundings(
                InputStream.nullInputStream(), nowhere, nowhere, variables, Display.PIPE, StopSignal.NEVER);
    }
}
