package dev.spartanlake.e2e;

import dev.spartanlake.Warehouse;
import dev.spartanlake.WarehouseConfig;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.query.Limits;
import dev.spartanlake.query.QueryResult;
import dev.spartanlake.reference.Language;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// A process with several readers, each of which looks at the warehouse again and again and checks what it sees.
///
/// Prints a line for every look that saw what no commit left behind, or failed; at the end a line
/// `looks LOOKS commits COMMITS`.
final class ReaderProgram {

    /// However busy the machine is, and however little time there was.
    private static final int FEWEST_LOOKS = 3;

    private final Path directory;
    private final Duration time;

    private ReaderProgram(Path directory, Duration time) {
        this.directory = directory;
        this.time = time;
    }

    /// Reads.
    ///
    /// @param arguments the warehouse, how many readers, for how many seconds at least
    public static void main(String[] arguments) throws InterruptedException, ExecutionException {
        ReaderProgram program =
                new ReaderProgram(Path.of(arguments[0]), Duration.ofSeconds(Long.parseLong(arguments[2])));
        int readers = Integer.parseInt(arguments[1]);
        long looks = 0;
        long commits = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(readers)) {
            List<Future<Sight>> sights = new ArrayList<>();
            for (int i = 0; i < readers; i++) {
                sights.add(threads.submit(program::read));
            }
            for (Future<Sight> sight : sights) {
                looks += sight.get().looks();
                commits += sight.get().commits();
            }
        }
        System.out.println("looks " + looks + " commits " + commits);
    }

    private Sight read() {
        long start = System.nanoTime();
        long looks = 0;
        long commits = 0;
        long seen = 0;
        try (Warehouse warehouse = Warehouse.at(directory, WarehouseConfig.standard())) {
            while (System.nanoTime() - start < time.toNanos() || looks < FEWEST_LOOKS) {
                try {
                    QueryResult answer = warehouse.query(Counts.QUESTION, List.of(), Language.EN, Limits.standard());
                    Counts counts = Counts.of(answer.rows().getFirst());
                    if (!counts.isOneCommit() || counts.documents() < seen) {
                        System.out.println("wrong after " + seen + " documents: " + counts);
                    }
                    looks++;
                    commits += counts.documents() > seen ? 1 : 0;
                    seen = counts.documents();
                } catch (WarehouseException failed) {
                    System.out.println("failed: " + failed.getMessage());
                    looks++;
                }
            }
        }
        return new Sight(looks, commits);
    }

    /// What one reader saw.
    ///
    /// @param looks how often it looked
    /// @param commits how often it saw more than the time before
    private record Sight(long looks, long commits) {}
}
