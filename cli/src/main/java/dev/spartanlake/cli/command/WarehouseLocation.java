package dev.spartanlake.cli.command;

import java.nio.file.Path;
import java.util.Locale;

/// Where the warehouse is when nobody says so.
///
/// @param surroundings where the variables are looked up
/// @param operatingSystem its name as Java gives it
/// @param home the user's directory
record WarehouseLocation(Surroundings surroundings, String operatingSystem, Path home) {

    static WarehouseLocation ofThisMachine(Surroundings surroundings) {
        return new WarehouseLocation(
                surroundings, System.getProperty("os.name"), Path.of(System.getProperty("user.home")));
    }

    /// `SPARTANLAKE_HOME`, else the directory where this operating system wants the data of a user's programs.
    Path directory() {
        String chosen = surroundings.variable("SPARTANLAKE_HOME");
        return chosen.isEmpty() ? platformDirectory() : Path.of(chosen);
    }

    private Path platformDirectory() {
        String system = operatingSystem.toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            return variableOr("LOCALAPPDATA", home.resolve("AppData").resolve("Local"))
                    .resolve("SpartanLake");
        }
        if (system.startsWith("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve("SpartanLake");
        }
        return variableOr("XDG_DATA_HOME", home.resolve(".local").resolve("share"))
                .resolve("spartanlake");
    }

    /// The XDG specification wants a relative path to be ignored.
    private Path variableOr(String name, Path otherwise) {
        Path directory = Path.of(surroundings.variable(name));
        return directory.isAbsolute() ? directory : otherwise;
    }
}
