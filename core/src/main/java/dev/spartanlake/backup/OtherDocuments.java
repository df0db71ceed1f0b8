package dev.spartanlake.backup;

import dev.spartanlake.catalog.CatalogDifferences.Difference;
import dev.spartanlake.catalog.DataFile;
import dev.spartanlake.catalog.Ledger;
import dev.spartanlake.commit.ContentQuery;
import dev.spartanlake.duck.Engine;
import dev.spartanlake.fact.Tables;
import dev.spartanlake.schema.Partition;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/// The documents of another warehouse.
final class OtherDocuments {

    private final Engine engine;
    private final Map<Partition, Path> files = new HashMap<>();
    private final BiFunction<String, String, RuntimeException> damage;

    /// @param copies copies of the other's files
    /// @param damage says of a match that something else was found than was committed
    OtherDocuments(Engine engine, Map<DataFile, Path> copies, BiFunction<String, String, RuntimeException> damage) {
        this.engine = engine;
        this.damage = damage;
        copies.forEach((file, copy) -> files.put(file.partition(), copy));
    }

    /// The partition of the other that holds a document.
    static Partition partition(Difference difference) {
        return Partition.of(Tables.MATCH_DOCUMENTS, null, difference.startTime());
    }

    /// Reads documents, month by month.
    List<Ledger.Content> read(List<Difference> wanted) {
        Map<Partition, List<Difference>> months =
                new TreeMap<>(wanted.stream().collect(Collectors.groupingBy(OtherDocuments::partition)));
        return months.entrySet().stream()
                .flatMap(month -> read(month.getKey(), month.getValue()).stream())
                .toList();
    }

    private List<Ledger.Content> read(Partition month, List<Difference> wanted) {
        Path file = files.get(month);
        List<String> ids = wanted.stream().map(Difference::matchId).toList();
        List<Ledger.Content> found =
                file == null ? List.of() : new ContentQuery(engine, Engine.parquet(List.of(file))).of(ids);
        Map<String, String> contents =
                found.stream().collect(Collectors.toMap(Ledger.Content::matchId, Ledger.Content::contentSha256));
        for (Difference difference : wanted) {
            String content = contents.get(difference.matchId());
            if (!difference.contentSha256().equals(content)) {
                throw damage.apply(difference.matchId(), content == null ? "none" : "the content " + content);
            }
        }
        return found;
    }
}
