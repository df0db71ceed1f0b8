package dev.spartanlake.bench.career;

import dev.spartanlake.fact.Tables;
import dev.spartanlake.generator.Career;
import dev.spartanlake.generator.CareerPlan;
import dev.spartanlake.generator.GeneratedDocument;
import dev.spartanlake.generator.TrackedPlayer;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.schema.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// The careers of some players over some months in one warehouse, with as many matches together as one career has
/// elsewhere: what small files cost. No two players are tracked in the same match. The matches are spread evenly, so
/// that a player with fewer matches than months has none, and no file, in some of them.
///
/// **Threads**: one.
public final class SpreadCareers {

    /// How many players and months there are.
    ///
    /// @param players at least 1
    /// @param months from January 2022 on; the last one must not be a February
    public record Shape(int players, int months) {

        @Override
        public String toString() {
            return players + " × " + months;
        }
    }

    private static final LocalDate FIRST_DAY = LocalDate.parse("2022-01-01");

    /// Invented, as all the generator's are: between the friends and the strangers of its documents.
    private static final long FIRST_XUID = 2_533_270_000_001_001L;

    private static final long FIRST_SEED = 8_300;
    private static final long LATER_SEED = 84;

    /// So many matches make sure that an evening has some.
    private static final int MATCHES_OF_AN_EVENING = 5;

    /// The days of a month: first those of the careers, then, in the last month, those of what comes later.
    private static final int LAST_DAY = 21;

    private static final int FIRST_LATER_DAY = 23;
    private static final int LAST_LATER_DAY = 30;

    private final Kept kept;
    private final Slices slices;
    private final int matches;
    private final Shape shape;
    private final String name;
    private final List<TrackedPlayer> players;

    SpreadCareers(Kept kept, Slices slices, int matches, Shape shape) {
        this.kept = kept;
        this.slices = slices;
        this.matches = matches;
        this.shape = shape;
        name = shape.players() + "x" + shape.months();
        players = IntStream.range(0, shape.players())
                .mapToObj(i -> new TrackedPlayer(FIRST_XUID + i, "Bench" + i))
                .toList();
    }

    private Iterator<GeneratedDocument> documents(int player) {
        return IntStream.range(0, shape.months())
                .boxed()
                .flatMap(month -> documents(player, month))
                .iterator();
    }

    private Stream<GeneratedDocument> documents(int player, int month) {
        int number = matches(player, month);
        int planned = Math.max(number, MATCHES_OF_AN_EVENING);
        LocalDate first = FIRST_DAY.plusMonths(month);
        CareerPlan plan = CareerPlan.benchmark(planned)
                .withSeed(FIRST_SEED + (long) player * shape.months() + month)
                .withPlayers(List.of(players.get(player)))
                .withDays(start(first), start(first.plusDays(evenings(planned) - 1L)));
        return StreamSupport.stream(Career.of(plan.withEarlyMatches(0)).spliterator(), false)
                .limit(number);
    }

    private static int evenings(int matches) {
        return Math.min(matches / MATCHES_OF_AN_EVENING, LAST_DAY);
    }

    /// Players with fewer matches than months pause in different months.
    private int matches(int player, int month) {
        return part(part(matches, player, shape.players()), (month + player) % shape.months(), shape.months());
    }

    /// One of some parts that are as even as they can be, the first of them being a largest one.
    private static int part(int whole, int index, int parts) {
        return Math.toIntExact(
                Math.ceilDiv((long) whole * (index + 1), parts) - Math.ceilDiv((long) whole * index, parts));
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /// The first of the players.
    public Xuid player() {
        return new Xuid(players.getFirst().xuid());
    }

    /// How many matches the first player has.
    public int matchesOfPlayer() {
        return part(matches, 0, shape.players());
    }

    /// The warehouse, with the names of everything in it. It is for reading only.
    public Path warehouse() throws IOException {
        return kept.made("warehouse-" + name, target -> slices.warehouse(new Merged(careers()), players, target));
    }

    private List<Iterator<GeneratedDocument>> careers() {
        return IntStream.range(0, shape.players()).mapToObj(this::documents).toList();
    }

    /// A copy of the warehouse to change.
    public Path warehouseToChange() throws IOException {
        Path copy = kept.work("growing-" + name);
        Scratch.copy(warehouse(), copy);
        return copy;
    }

    /// The warehouse as a DuckDB database: views of its Parquet files, and copies of its metadata.
    public Path duckDb() throws IOException {
        Path warehouse = warehouse();
        return kept.made("warehouse-" + name + ".duckdb", file -> BenchCareer.export(warehouse, file));
    }

    /// The Parquet files with the facts of the first player.
    public List<Path> factsOfPlayer() throws IOException {
        return parquet(table(Tables.MATCH_FACTS).resolve("player=" + player().text()));
    }

    /// How many Parquet files the tables have.
    public long parquetFiles() throws IOException {
        long files = 0;
        for (Table<?> table : Tables.ALL) {
            files += parquet(table(table)).size();
        }
        return files;
    }

    private Path table(Table<?> table) throws IOException {
        return warehouse().resolve(table.name());
    }

    /// A table without rows has no directory.
    private static List<Path> parquet(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.walk(directory)) {
            return paths.filter(path -> path.toString().endsWith(".parquet"))
                    .sorted()
                    .toList();
        }
    }

    /// Files of further matches of the first player, played in the last month after all others.
    ///
    /// @param files how many files
    /// @param number how many matches in each of them; all together at most 640
    public List<Path> later(int files, int number) throws IOException {
        LocalDate month = FIRST_DAY.plusMonths(shape.months() - 1L);
        CareerPlan plan = CareerPlan.benchmark(files * number)
                .withEarlyMatches(0)
                .withSeed(LATER_SEED)
                .withPlayers(players.subList(0, 1))
                .withDays(start(month.withDayOfMonth(FIRST_LATER_DAY)), start(month.withDayOfMonth(LAST_LATER_DAY)));
        List<Path> deltas = new ArrayList<>();
        for (int i = 0; i < files; i++) {
            deltas.add(kept.work("delta-" + name + "-" + i + ".ndjson"));
        }
        Documents.write(Career.of(plan).iterator(), number, deltas);
        return deltas;
    }
}
