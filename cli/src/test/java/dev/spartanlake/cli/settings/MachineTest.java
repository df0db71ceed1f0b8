package dev.spartanlake.cli.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.reference.Language;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MachineTest {

    @TempDir
    private Path home;

    @Test
    void everyPlatformHasItsPlaceForAUsersData() {
        assertThat(warehouse(Map.of(), "Linux"))
                .isEqualTo(home.resolve(".local").resolve("share").resolve("spartanlake"));
        assertThat(warehouse(Map.of(), "Mac OS X"))
                .isEqualTo(
                        home.resolve("Library").resolve("Application Support").resolve("SpartanLake"));
        assertThat(warehouse(Map.of(), "Windows 11"))
                .isEqualTo(home.resolve("AppData").resolve("Local").resolve("SpartanLake"));
    }

    @Test
    void everyPlatformHasItsPlaceForAUsersSettings() {
        assertThat(settings(Map.of(), "Linux"))
                .isEqualTo(home.resolve(".config").resolve("spartanlake"));
        assertThat(settings(Map.of(), "Mac OS X"))
                .isEqualTo(home.resolve(Path.of("Library", "Application Support", "SpartanLake Settings")));
        assertThat(settings(Map.of(), "Windows 11"))
                .isEqualTo(home.resolve("AppData").resolve("Roaming").resolve("SpartanLake"));
    }

    @Test
    void everyPlatformHasItsPlaceForWhatTheShellRemembers() {
        assertThat(history(Map.of(), "Linux"))
                .isEqualTo(home.resolve(Path.of(".local", "state", "spartanlake", "shell-history")));
        assertThat(history(Map.of(), "Mac OS X"))
                .isEqualTo(
                        home.resolve(Path.of("Library", "Application Support", "SpartanLake Shell", "shell-history")));
        assertThat(history(Map.of(), "Windows 11"))
                .isEqualTo(home.resolve(Path.of("AppData", "Local", "SpartanLake Shell", "shell-history")));
        assertThat(history(Map.of("XDG_STATE_HOME", home.resolve("named").toString()), "Linux"))
                .isEqualTo(home.resolve(Path.of("named", "spartanlake", "shell-history")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Linux", "Mac OS X", "Windows 11"})
    void whatTheShellRemembersIsInNoWarehouse(String system) {
        assertThat(history(Map.of(), system).startsWith(warehouse(Map.of(), system)))
                .isFalse();
    }

    @Test
    void thePlatformsVariablesCount() {
        String named = home.resolve("named").toString();

        assertThat(warehouse(Map.of("XDG_DATA_HOME", named), "Linux"))
                .isEqualTo(home.resolve("named").resolve("spartanlake"));
        assertThat(warehouse(Map.of("LOCALAPPDATA", named), "Windows 11"))
                .isEqualTo(home.resolve("named").resolve("SpartanLake"));
        assertThat(settings(Map.of("XDG_CONFIG_HOME", named), "Linux"))
                .isEqualTo(home.resolve("named").resolve("spartanlake"));
        assertThat(settings(Map.of("APPDATA", named), "Windows 11"))
                .isEqualTo(home.resolve("named").resolve("SpartanLake"));
    }

    /// What is beside a warehouse would be taken for a part of it, and be copied with it.
    @ParameterizedTest
    @ValueSource(strings = {"Linux", "Mac OS X", "Windows 11"})
    void neitherSettingsNorTokensNorAnswersAreInTheUsualWarehouse(String system) {
        Machine machine = machine(Map.of(), system, Locale.ENGLISH);

        assertThat(machine.tokens()).hasFileName("tokens.json");
        assertThat(machine.tokens().startsWith(machine.warehouse())).isFalse();
        assertThat(machine.configurationDirectory().startsWith(machine.warehouse()))
                .isFalse();
        assertThat(machine.answers().startsWith(machine.warehouse())).isFalse();
        assertThat(machine.answers()).isNotEqualTo(machine.tokens().getParent());
    }

    @Test
    void thePlatformsVariablesCountForTokensAndAnswers() {
        String named = home.resolve("named").toString();

        assertThat(machine(Map.of("XDG_CONFIG_HOME", named), "Linux", Locale.ENGLISH)
                        .tokens())
                .isEqualTo(home.resolve("named").resolve("spartanlake").resolve("tokens.json"));
        assertThat(machine(Map.of("XDG_CACHE_HOME", named), "Linux", Locale.ENGLISH)
                        .answers())
                .isEqualTo(home.resolve("named").resolve("spartanlake").resolve("answers"));
    }

    @Test
    void aRelativeDirectoryIsIgnored() {
        assertThat(warehouse(Map.of("XDG_DATA_HOME", "data"), "Linux"))
                .isEqualTo(home.resolve(".local").resolve("share").resolve("spartanlake"));
        assertThat(settings(Map.of("XDG_CONFIG_HOME", "config"), "Linux"))
                .isEqualTo(home.resolve(".config").resolve("spartanlake"));
    }

    @Test
    void theUsersChoiceComesFirst() {
        assertThat(warehouse(Map.of("SPARTANLAKE_HOME", "mine", "XDG_DATA_HOME", home.toString()), "Linux"))
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
        assertThat(UserLanguage.of(machine(Map.of(variable, value), "Linux", Locale.of(system))))
                .isEqualTo(expected);
    }

    @Test
    void theStrongestVariableDecidesTheLanguage() {
        Map<String, String> variables = Map.of("LC_ALL", "", "LC_MESSAGES", "fr_CA", "LANG", "en_US");

        assertThat(UserLanguage.of(machine(variables, "Linux", Locale.ENGLISH))).isEqualTo(Language.FR);
    }

    private Path warehouse(Map<String, String> variables, String system) {
        return machine(variables, system, Locale.ENGLISH).warehouse();
    }

    private Path settings(Map<String, String> variables, String system) {
        return machine(variables, system, Locale.ENGLISH).configurationDirectory();
    }

    private Path history(Map<String, String> variables, String system) {
        return machine(variables, system, Locale.ENGLISH).shellHistory();
    }

    private Machine machine(Map<String, String> variables, String system, Locale locale) {
        return new Machine(variables, system, home, locale, ZoneOffset.UTC, 4);
    }
}
