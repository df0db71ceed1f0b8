package dev.spartanlake.imports;

import dev.spartanlake.duck.Engine;
import dev.spartanlake.duck.EngineSettings;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.match.MatchId;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// The matches in the Parquet files of a LevelUp warehouse.
final class LevelUpFacts {

    private static final long MEMORY = 256L << 20;
    private static final int THREADS = 2;

    private LevelUpFacts() {}

    /// The matches of which there are figures.
    ///
    /// @param files files of the table `match_facts`
    /// @param delivery whose stop signal is looked at before each file
    static Set<MatchId> matches(List<Path> files, Delivery delivery) {
        Set<MatchId> matches = new TreeSet<>();
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        try (Engine engine = Engine.open(new EngineSettings(MEMORY, THREADS, temporary))) {
            for (Path file : files) {
                delivery.goOn();
                String sql = "SELECT DISTINCT CAST(match_id AS VARCHAR) FROM " + Engine.parquet(List.of(file));
                engine.query(sql, row -> String.valueOf(row.getString(1))).stream()
                        .filter(MatchId::isGuid)
                        .map(MatchId::new)
                        .forEach(matches::add);
            }
        } catch (WarehouseException failed) {
            if (Engine.isAboutFiles(failed)) {
                throw LevelUpImport.unreadable(
                        files.getFirst(),
                        "it, or another file of match_facts, is no Parquet file with a column match_id",
                        failed);
            }
            throw failed;
        }
        return matches;
    }
}
