package dev.spartanlake.cli.command;

import java.nio.file.Path;
import java.util.Locale;

/// Where the shell keeps what the user asked: beside the warehouse's default directory, never in it.
///
/// @param surroundings where the variables are looked up
/// @param operatingSystem its name as Java gives it
/// @param home the user's directory
record HistoryLocation(Surroundings surroundings, String operatingSystem, Path home) {

    private static final String FILE = "shell-history";

    static HistoryLocation ofThisMachine(Surroundings surroundings) {
        return new HistoryLocation(
                surroundings, System.getProperty("os.name"), Path.of(System.getProperty("user.home")));
    }

    /// The file, where this operating system wants what a user's programs remember.
    Path file() {
        String system = operatingSystem.toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            return variableOr("LOCALAPPDATA", home.resolve("AppData").resolve("Local"))
                    .resolve("SpartanLake Shell")
                    .resolve(FILE);
        }
        if (system.startsWith("mac")) {
            return home.resolve("Library")
                    .resolve("Application Support")
                    .resolve("SpartanLake Shell")
                    .resolve(FILE);
        }
        return variableOr("XDG_STATE_HOME", home.resolve(".local").resolve("state"))
                .resolve("spartanlake")
                .resolve(FILE);
    }

    /// The XDG specification wants a relative path to be ignored.
    private Path variableOr(String name, Path otherwise) {
        Path directory = Path.of(surroundings.variable(name));
        return directory.isAbsolute() ? directory : otherwise;
    }
}
