package dev.spartanlake.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.cli.command.Surroundings.Display;
import dev.spartanlake.commit.StopSignal;
import dev.spartanlake.reference.Language;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WarehouseLocationTest {

    @TempDir
    private Path home;

    @Test
    void everyPlatformHasItsPlaceForAUsersData() {
        assertThat(directory(Map.of(), "Linux"))
                .isEqualTo(home.resolve(".local").resolve("share").resolve("spartanlake"));
        assertThat(directory(Map.of(), "Mac OS X"))
                .isEqualTo(
                        home.resolve("Library").resolve("Application Support").resolve("SpartanLake"));
        assertThat(directory(Map.of(), "Windows 11"))
                .isEqualTo(home.resolve("AppData").resolve("Local").resolve("SpartanLake"));
    }

    @Test
    void thePlatformsVariablesCount() {
        Path data = home.resolve("data");

        assertThat(directory(Map.of("XDG_DATA_HOME", data.toString()), "Linux")).isEqualTo(data.resolve("spartanlake"));
        assertThat(directory(Map.of("LOCALAPPDATA", data.toString()), "Windows 11"))
                .isEqualTo(data.resolve("SpartanLake"));
    }

    @Test
    void aRelativeDataDirectoryIsIgnored() {
        assertThat(directory(Map.of("XDG_DATA_HOME", "data"), "Linux"))
                .isEqualTo(home.resolve(".local").resolve("share").resolve("spartanlake"));
    }

    @Test
    void theUsersChoiceComesFirst() {
        assertThat(directory(Map.of("SPARTANLAKE_HOME", "mine", "XDG_DATA_HOME", home.toString()), "Linux"))
                .isEqualTo(Path.of("mine"));
    }

    @ParameterizedTest
    @CsvSource({
        "LANG, fr_FR.UTF-8, en, FR",
        "LANG, fr, en, FR",
        "LANG, fro_FR, fr, EN",
        "LANG, de_DE.UTF-8, fr, EN",
        "LC_ALL, C.UTF-8, fr, EN",
        "OTHER, x, fr, FR",
        "OTHER, x, tr, EN"
    })
    void theLanguageIsTheUsersIfItIsKnown(String variable, String value, String system, Language expected) {
        assertThat(UserLanguage.of(surroundings(Map.of(variable, value)), Locale.of(system)))
                .isEqualTo(expected);
    }

    @Test
    void theStrongestVariableDecidesTheLanguage() {
        Map<String, String> variables = Map.of("LC_ALL", "", "LC_MESSAGES", "fr_CA", "LANG", "en_US");

        assertThat(UserLanguage.of(surroundings(variables), Locale.ENGLISH)).isEqualTo(Language.FR);
    }

    private Path directory(Map<String, String> variables, String system) {
        return new WarehouseLocation(surroundings(variables), system, home).directory();
    }

    private static Surroundings surroundings(Map<String, String> variables) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return new Surroundings(
                InputStream.nullInputStream(), nowhere, nowhere, variables, Display.PIPE, StopSignal.NEVER);
    }
}
