package dev.spartanlake.cli.settings;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;

/// What a user who says nothing gets depends on: the environment of the process and the machine it runs on.
///
/// @param environment the variables
/// @param operatingSystem its name as Java gives it
/// @param home the user's directory
/// @param locale the language of the operating system
/// @param zone the time zone of the operating system
/// @param processors how many there are
public record Machine(
        Map<String, String> environment,
        String operatingSystem,
        Path home,
        Locale locale,
        ZoneId zone,
        int processors) {

    /// Copies the variables.
    public Machine {
        environment = Map.copyOf(environment);
    }

    /// This machine, with these variables.
    public static Machine ofThisProcess(Map<String, String> environment) {
        return new Machine(
                environment,
                System.getProperty("os.name"),
                Path.of(System.getProperty("user.home")),
                Locale.getDefault(Locale.Category.DISPLAY),
                ZoneId.systemDefault(),
                Runtime.getRuntime().availableProcessors());
    }

    /// The value of a variable; empty when it is not set or blank, which means the same to users.
    public String variable(String name) {
        return environment.getOrDefault(name, "").strip();
    }

    /// The warehouse of a user who names none: `SPARTANLAKE_HOME`, else the directory where this operating system
    /// wants the data of a user's programs.
    public Path warehouse() {
        String chosen = variable("SPARTANLAKE_HOME");
        return chosen.isEmpty() ? dataDirectory() : Path.of(chosen);
    }

    private Path dataDirectory() {
        return switch (family()) {
            case WINDOWS -> directory("LOCALAPPDATA", "AppData", "Local").resolve("SpartanLake");
            case MAC -> applicationSupport();
            case UNIX -> directory("XDG_DATA_HOME", ".local", "share").resolve("spartanlake");
        };
    }

    /// The directory where this operating system wants the settings of a user's programs, never that of a warehouse: a
    /// warehouse from elsewhere that is put in the usual place must not bring the user's own settings with it.
    Path configurationDirectory() {
        return switch (family()) {
            case WINDOWS -> directory("APPDATA", "AppData", "Roaming").resolve("SpartanLake");
            case MAC -> applicationSupport().resolveSibling("SpartanLake Settings");
            case UNIX -> directory("XDG_CONFIG_HOME", ".config").resolve("spartanlake");
        };
    }

    /// The file where the tokens of whoever signed in are, never in the directory of a warehouse.
    public Path tokens() {
        Path directory = switch (family()) {
            case WINDOWS, UNIX -> configurationDirectory();
            case MAC -> applicationSupport().resolveSibling("SpartanLake Account");
        };
        return directory.resolve("tokens.json");
    }

    /// The directory for answers of the game's services that need not be asked for twice, whatever warehouse they are
    /// for. It can be deleted at any time.
    public Path answers() {
        Path directory = switch (family()) {
            case WINDOWS -> directory("LOCALAPPDATA", "AppData", "Local").resolve("SpartanLake Cache");
            case MAC -> home.resolve("Library").resolve("Caches").resolve("SpartanLake");
            case UNIX -> directory("XDG_CACHE_HOME", ".cache").resolve("spartanlake");
        };
        return directory.resolve("answers");
    }

    /// The file where the shell keeps what the user asked, never in the directory of a warehouse.
    public Path shellHistory() {
        Path directory = switch (family()) {
            case WINDOWS -> directory("LOCALAPPDATA", "AppData", "Local").resolve("SpartanLake Shell");
            case MAC -> applicationSupport().resolveSibling("SpartanLake Shell");
            case UNIX -> directory("XDG_STATE_HOME", ".local", "state").resolve("spartanlake");
        };
        return directory.resolve("shell-history");
    }

    private Path applicationSupport() {
        return home.resolve("Library").resolve("Application Support").resolve("SpartanLake");
    }

    /// What a variable names, else a directory below the user's. The XDG specification wants a relative path to be
    /// ignored.
    private Path directory(String variable, String first, String... more) {
        Path named = Path.of(variable(variable));
        return named.isAbsolute() ? named : home.resolve(Path.of(first, more));
    }

    private Family family() {
        String system = operatingSystem.toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            return Family.WINDOWS;
        }
        return system.startsWith("mac") ? Family.MAC : Family.UNIX;
    }

    private enum Family {
        WINDOWS,
        MAC,
        UNIX
    }
}
