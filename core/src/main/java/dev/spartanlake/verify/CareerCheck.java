package dev.spartanlake.verify;

import dev.spartanlake.career.CareerRules;
import dev.spartanlake.catalog.Catalog;
import dev.spartanlake.catalog.SessionTable;
import dev.spartanlake.catalog.SqlTime;
import dev.spartanlake.commit.Career;
import dev.spartanlake.commit.CareerDerivation;
import dev.spartanlake.commit.Incoming;
import dev.spartanlake.duck.Engine;
import dev.spartanlake.error.Location;
import dev.spartanlake.fact.Tables;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.schema.Partition;
import dev.spartanlake.storage.WarehouseDirectory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Computes every career again and compares sessions, scores and what is recorded of the player's progress.
final class CareerCheck {

    /// A row that only has what the API reports says nothing of a career.
    private static final String PLAYERS = """
            WITH progress AS (SELECT * FROM sync_meta WHERE last_match_id IS NOT NULL OR total_matches <> 0)
            SELECT xuid, last_seen_at, last_match_id, total_matches FROM players LEFT JOIN progress USING (xuid)
            UNION ALL
            SELECT xuid, NULL, last_match_id, total_matches FROM progress WHERE xuid NOT IN (SELECT xuid FROM players)
            """;

    private final Path database;
    private final Catalog catalog;
    private final CareerDerivation derivation;
    private final Findings findings;
    private final SoundFiles sound;

    CareerCheck(WarehouseDirectory directory, Catalog catalog, Engine engine, Findings findings, SoundFiles sound) {
        this.catalog = catalog;
        this.findings = findings;
        this.sound = sound;
        database = directory.resolve(Catalog.FILE_NAME);
        derivation =
                new CareerDerivation(engine, catalog.settings().careerRules().orElse(CareerRules.STANDARD));
    }

    void run(Listing listing) {
        Map<Xuid, String> progress = progress();
        for (Xuid player : new TreeSet<>(listing.tracked())) {
            String stored = progress.getOrDefault(player, Findings.NONE);
            progress.remove(player);
            // Without all of its matches, nothing can be said about a career.
            if (sound.areAllOf(Tables.MATCH_FACTS, player)) {
                findings.guard(
                        new Location(Tables.MATCH_FACTS.name(), "player=" + player.text(), null),
                        () -> compare(derivation.of(player, facts(player)), stored));
            }
        }
        progress.forEach((player, stored) -> compareProgress(player, Findings.NONE, stored));
        catalog.sessions().players().stream()
                .filter(player -> !listing.tracked().contains(player))
                .forEach(player ->
                        findings.add(Kind.SESSION_DIFFERS, at("sessions", player), Findings.NONE, player.text()));
    }

    private String facts(Xuid player) {
        List<Path> files = sound.of(Tables.MATCH_FACTS, player);
        return files.isEmpty() ? Incoming.noRows(Tables.MATCH_FACTS) : "SELECT * FROM " + Engine.parquet(files);
    }

    private void compare(Career career, String storedProgress) {
        Map<Partition, Tally> stale = new TreeMap<>();
        for (Career.Fact fact : career.facts()) {
            if (fact.isStale()) {
                stale.computeIfAbsent(career.partition(fact), key -> new Tally())
                        .add(
                                fact.match().matchId() + " "
                                        + values(
                                                fact.derived().sessionId(),
                                                fact.derived().performanceScore()),
                                values(fact.storedSessionId(), fact.storedScore()));
            }
        }
        stale.forEach((partition, tally) -> findings.add(
                Kind.CAREER_DIFFERS, partition, sound.find(partition).orElse(database), tally));
        for (SessionTable.Difference difference :
                catalog.sessions().differences(career.xuid(), career.sessions(), career.scores())) {
            findings.add(
                    Kind.SESSION_DIFFERS,
                    at("sessions", career.xuid()),
                    difference.sessionId() + " " + difference.column() + "=" + difference.expected(),
                    difference.column() + "=" + difference.found());
        }
        compareProgress(career.xuid(), progress(career), storedProgress);
    }

    private void compareProgress(Xuid player, String expected, String stored) {
        if (!expected.equals(stored)) {
            findings.add(Kind.PROGRESS_DIFFERS, at("sync_meta", player), expected, stored);
        }
    }

    private static String progress(Career career) {
        return career.matches().isEmpty()
                ? Findings.NONE
                : progress(
                        SqlTime.format(career.matches().getLast().startTime()),
                        career.matches().getLast().matchId(),
                        Integer.toString(career.matches().size()));
    }

    /// What is recorded of each player's progress; players of whom nothing is recorded are not in the map.
    private Map<Xuid, String> progress() {
        Map<Xuid, String> progress = new TreeMap<>();
        catalog
                .database()
                .query(
                        PLAYERS,
                        row -> Map.entry(
                                Xuid.parse(row.getString(1)),
                                progress(
                                        String.valueOf(row.getString(2)),
                                        String.valueOf(row.getString(3)),
                                        String.valueOf(row.getString(4)))))
                .stream()
                .filter(entry -> !entry.getValue().equals(progress("null", "null", "null")))
                .forEach(entry -> progress.put(entry.getKey(), entry.getValue()));
        return progress;
    }

    private static String progress(String lastSeenAt, String lastMatchId, String totalMatches) {
        return "last_seen_at=" + lastSeenAt + " last_match_id=" + lastMatchId + " total_matches=" + totalMatches;
    }

    private static String values(@Nullable Object sessionId, @Nullable Object score) {
        return "session_id=" + sessionId + " performance_score=" + score;
    }

    private Location at(String table, Xuid player) {
        return new Location(table, "player=" + player.text(), database);
    }
}
