package dev.spartanlake.bench.career;

import dev.spartanlake.Warehouse;
import dev.spartanlake.WarehouseConfig;
import dev.spartanlake.export.Existing;
import dev.spartanlake.generator.Career;
import dev.spartanlake.generator.CareerPlan;
import dev.spartanlake.generator.GeneratedDocument;
import dev.spartanlake.ingest.IngestProgress;
import dev.spartanlake.ingest.IngestReport;
import dev.spartanlake.ingest.IngestRequest;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.reference.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A generated career of one size, and what benchmarks need of it. Each file is made when it is first asked for and
/// kept in the directory, where a later run finds it.
///
/// **Threads**: one.
public final class BenchCareer {

    /// The most matches there can be: they are played until 2095, and no document may be of 2100 or later.
    public static final int MOST_MATCHES = 2_000_000;

    private static final int LATER_MATCHES_PER_DAY = 25;
    private static final long LATER_SEED = 84;
    private static final String SEASON = "\"SeasonId\":\"";

    private final Kept kept;
    private final CareerPlan plan;
    private final Slices slices;

    /// @param directory where the files of this career, and of no other, are kept
    /// @param matches how many matches it has, at most [#MOST_MATCHES]
    public BenchCareer(Path directory, int matches) {
        this(directory, matches, Slices.USUAL);
    }

    BenchCareer(Path directory, int matches, Slices slices) {
        kept = new Kept(directory);
        plan = CareerPlan.benchmark(matches);
        this.slices = slices;
    }

    /// How many matches it has.
    public int matches() {
        return plan.matches();
    }

    /// The player whose career it is.
    public Xuid player() {
        return new Xuid(plan.players().getFirst().xuid());
    }

    /// A place for files of a benchmark's own.
    public Path work(String name) throws IOException {
        return kept.work(name);
    }

    /// All documents, one on each line: 17 KB for each match.
    public Path documents() throws IOException {
        return kept.made(
                "matches.ndjson", file -> Documents.write(Career.of(plan).iterator(), plan.matches(), file));
    }

    /// The warehouse of these documents, with the names of everything they refer to. It is for reading only.
    public Path warehouse() throws IOException {
        return kept.made("warehouse", target -> slices.warehouse(Career.of(plan).iterator(), plan.players(), target));
    }

    /// A copy of the warehouse for one benchmark to change.
    ///
    /// @param name its name in [#work]
    public Path warehouseToChange(String name) throws IOException {
        Path copy = work(name);
        Scratch.copy(warehouse(), copy);
        return copy;
    }

    /// The warehouse as a DuckDB database: views of its Parquet files, and copies of its metadata.
    public Path duckDb() throws IOException {
        Path warehouse = warehouse();
        return kept.made("warehouse.duckdb", file -> export(warehouse, file));
    }

    /// As many matches, spread over players and months, in a warehouse of their own.
    public SpreadCareers spread(SpreadCareers.Shape shape) {
        return new SpreadCareers(kept, slices, plan.matches(), shape);
    }

    /// Makes a DuckDB database of a warehouse.
    public static void export(Path warehouse, Path file) {
        try (Warehouse opened = Warehouse.at(warehouse, WarehouseConfig.standard())) {
            opened.exportDuckDb(file, Existing.REPLACE, Language.EN);
        }
    }

    /// Files of further matches, played in the days after the last one of the career.
    ///
    /// @param files how many files
    /// @param matches how many matches in each of them
    public List<Path> later(int files, int matches) throws IOException {
        List<Path> deltas = new ArrayList<>();
        for (int i = 0; i < files; i++) {
            deltas.add(work("delta-" + i + ".ndjson"));
        }
        Documents.write(Career.of(laterPlan(files * matches)).iterator(), matches, deltas);
        return deltas;
    }

    private CareerPlan laterPlan(int matches) {
        Instant start = plan.lastDay().plus(Duration.ofDays(2));
        int days = Math.ceilDiv(matches, LATER_MATCHES_PER_DAY);
        return CareerPlan.benchmark(matches)
                .withSeed(LATER_SEED)
                .withEarlyMatches(0)
                .withDays(start, start.plus(Duration.ofDays(days)));
    }

    /// Files of one document each: contents of one match of the first month that differ in the name of the season.
    public List<Path> versionsOfAnOldMatch(int files) throws IOException {
        String document = oldMatch();
        List<Path> versions = new ArrayList<>();
        for (int i = 0; i < files; i++) {
            Path version = work("version-" + i + ".json");
            Files.writeString(version, document.replace(SEASON, SEASON + "Version" + i + "/"));
            versions.add(version);
        }
        return versions;
    }

    private String oldMatch() {
        for (GeneratedDocument document : Career.of(plan)) {
            String text = new String(document.json(), StandardCharsets.UTF_8);
            if (text.contains(SEASON)) {
                return text;
            }
        }
        throw new IllegalStateException("no match of the career has a season");
    }

    /// Ingests a file for the player.
    public IngestReport ingest(Warehouse warehouse, Path file) {
        return ingest(player(), warehouse, file);
    }

    /// Ingests a file for a player.
    public static IngestReport ingest(Xuid player, Warehouse warehouse, Path file) {
        return warehouse.ingest(IngestRequest.of(List.of(file.toString()), Set.of(player)), IngestProgress.NONE);
    }

    /// Deletes what benchmarks left in [#work].
    public void clean() throws IOException {
        kept.clean();
    }
}
