package dev.spartanlake.commit;

import dev.spartanlake.duck.Engine;
import dev.spartanlake.duck.EngineSettings;
import dev.spartanlake.duck.RowFeed;
import dev.spartanlake.error.WarehouseException;
import java.util.ArrayList;
import java.util.List;

/// An engine with what every commit needs of it: incoming rows, derived columns, and a connection for each thread that
/// writes partitions.
///
/// **Threads**: one at a time, but for the connections. **Lifecycle**: whoever opens it closes it.
final class CommitEngine implements AutoCloseable {

    private final Engine engine;
    private final EngineSettings settings;
    private final Incoming incoming;
    private final RowFeed<DerivedRow> derived;
    private final List<Engine> connections = new ArrayList<>();

    private CommitEngine(Engine engine, EngineSettings settings) {
        this.engine = engine;
        this.settings = settings;
        incoming = new Incoming(engine);
        derived = RowFeed.register(engine, CareerUpdate.DERIVED, DerivedRow.COLUMNS);
        // Statements run side by side, one on each connection. The engine's own threads would only
        // compete with them for processors, and each time one of those calls into Java it has to be
        // made known to the virtual machine.
        engine.useThreads(1);
        // It makes the rows of a sort smaller, and planning it takes longer than sorting a month.
        engine.leaveOut("compressed_materialization");
    }

    /// Starts an engine.
    static CommitEngine open(EngineSettings settings) {
        Engine engine = Engine.open(settings);
        CommitEngine opened;
        try {
            opened = new CommitEngine(engine, settings);
        } catch (RuntimeException failed) {
            engine.close();
            throw failed;
        }
        return opened.connected();
    }

    private CommitEngine connected() {
        try {
            for (int i = 0; i < engine.threads(); i++) {
                connections.add(engine.another());
            }
            return this;
        } catch (RuntimeException failed) {
            close();
            throw failed;
        }
    }

    /// The settings it was started with.
    EngineSettings settings() {
        return settings;
    }

    /// The connection of the thread that commits.
    Engine engine() {
        return engine;
    }

    /// The rows of a change.
    Incoming incoming() {
        return incoming;
    }

    /// Hands over derived columns.
    RowFeed<DerivedRow> derived() {
        return derived;
    }

    /// The connections of the threads that write.
    List<Engine> connections() {
        return connections;
    }

    /// Leaves nothing of a commit, whether it happened or not.
    void clear() {
        incoming.clear();
        for (String table : List.of(CareerUpdate.DERIVED, ReplacedMatches.TABLE)) {
            engine.execute("DROP TABLE IF EXISTS " + table);
        }
    }

    /// Closes everything, whatever one of them throws.
    @Override
    public void close() {
        List<Engine> all = new ArrayList<>(connections);
        all.add(engine);
        List<WarehouseException> failures = new ArrayList<>();
        for (Engine each : all) {
            try {
                each.close();
            } catch (WarehouseException failed) {
                failures.add(failed);
            }
        }
        if (!failures.isEmpty()) {
            WarehouseException first = failures.getFirst();
            failures.stream().skip(1).forEach(first::addSuppressed);
            throw first;
        }
    }
}
