package dev.spartanlake.commit;

import dev.spartanlake.duck.Engine;
import dev.spartanlake.duck.RowBuffer;
import dev.spartanlake.duck.RowFeed;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.schema.Partition;
import dev.spartanlake.schema.Partitioning;
import dev.spartanlake.schema.Table;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The incoming rows of one table, by partition: in Java, or in a table of the engine once there are too many.
///
/// **Threads**: one adds; afterwards several may read, each another partition.
///
/// @param <R> the row
final class IncomingRows<R> {

    private final Engine engine;
    private final Table<R> table;
    private final String name;
    private final RowFeed<R> feed;
    private final Map<Partition, RowBuffer<R>> waiting = new HashMap<>();
    private long waitingBytes;
    private boolean inEngine;

    IncomingRows(Engine engine, Table<R> table) {
        this.engine = engine;
        this.table = table;
        name = Incoming.name(table);
        feed = RowFeed.register(engine, table);
    }

    /// Adds rows of one partition.
    ///
    /// @param xuid the player; ignored by tables that are not cut by player
    void add(@Nullable Xuid xuid, YearMonth month, Collection<R> rows) {
        if (!rows.isEmpty()) {
            RowBuffer<R> buffer = waiting.computeIfAbsent(
                    Partition.of(table, xuid, month), first -> new RowBuffer<>(table.columns()));
            long before = buffer.sizeBytes();
            buffer.addAll(rows);
            waitingBytes += buffer.sizeBytes() - before;
        }
    }

    /// About how much memory the rows in Java take.
    long waitingBytes() {
        return waitingBytes;
    }

    /// Whether rows are in the engine, of which some may still be in Java.
    boolean isInEngine() {
        return inEngine;
    }

    /// Hands all rows to the engine, whose table exists afterwards.
    void flush() {
        if (!inEngine) {
            feed.createTable(name);
            inEngine = true;
        }
        if (!waiting.isEmpty()) {
            feed.append(name, waiting.values());
            waiting.clear();
            waitingBytes = 0;
        }
    }

    void clear() {
        waiting.clear();
        waitingBytes = 0;
        if (inEngine) {
            engine.execute("DROP TABLE " + name);
            inEngine = false;
        }
    }

    Set<Partition> partitions() {
        Set<Partition> partitions = new HashSet<>(waiting.keySet());
        if (inEngine) {
            String player = table.partitioning() == Partitioning.PLAYER_MONTH ? "xuid" : "NULL";
            partitions.addAll(engine.query(
                    "SELECT DISTINCT " + player + ", year, month FROM " + name,
                    row -> Partition.of(
                            table,
                            row.getString(1) == null ? null : Xuid.parse(row.getString(1)),
                            YearMonth.of(row.getInt(2), row.getInt(3)))));
        }
        return partitions;
    }

    /// The rows of a partition, sorted if they are in Java.
    Relation of(Partition partition) {
        if (inEngine) {
            Xuid xuid = partition.xuid();
            String month = "year = " + partition.month().getYear() + " AND month = "
                    + partition.month().getMonthValue();
            return inEngine(xuid == null ? month : month + " AND " + isOf(xuid));
        }
        RowBuffer<R> rows = waiting.get(partition);
        if (rows == null) {
            return Relation.sorted(feed.lend(List.of()), Instant.MAX);
        }
        rows.sort(table.order());
        return Relation.sorted(feed.lend(List.of(rows)), rows.earliest("start_time"));
    }

    /// The rows of a player, in any order.
    Relation of(Xuid player) {
        return inEngine ? inEngine(isOf(player)) : Relation.of(feed.lend(buffers(player)));
    }

    /// The rows of a player that are in Java.
    List<RowBuffer<R>> buffers(Xuid player) {
        return waiting.entrySet().stream()
                .filter(entry -> Objects.equals(entry.getKey().xuid(), player))
                .map(Map.Entry::getValue)
                .toList();
    }

    private Relation inEngine(String condition) {
        return Relation.ofTable("SELECT * FROM " + name + " WHERE " + condition);
    }

    private static String isOf(Xuid player) {
        return "xuid = " + Engine.literal(player.text());
    }
}
