package dev.spartanlake.bench.floor;

import dev.spartanlake.match.Xuid;
import java.nio.file.Path;
import java.sql.SQLException;

/// [FactsExtraction] as a program.
public final class FactsProgram {

    private FactsProgram() {}

    /// Extracts the facts of a player.
    ///
    /// @param arguments the file of documents, the player's identifier in digits, the Parquet file
    public static void main(String[] arguments) throws SQLException {
        try (DuckDb duckDb = DuckDb.inMemory()) {
            FactsExtraction.run(
                    duckDb, Path.of(arguments[0]), new Xuid(Long.parseLong(arguments[1])), Path.of(arguments[2]));
        }
    }
}
