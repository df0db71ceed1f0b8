package dev.spartanlake.verify;

import dev.spartanlake.catalog.DataFile;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.schema.Partition;
import dev.spartanlake.schema.Table;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The files that hold what was committed, and those that do not: what further checks can build on.
final class SoundFiles {

    private final Map<Partition, Path> sound = new TreeMap<>();
    private final Map<Partition, Path> soundCopies = new HashMap<>();
    private final Set<Partition> unsound = new HashSet<>();

    void sound(DataFile file, Path path) {
        sound.put(file.partition(), path);
    }

    void soundCopy(Partition partition, Path path) {
        soundCopies.put(partition, path);
    }

    /// A file is missing or damaged.
    void unsound(Partition partition) {
        unsound.add(partition);
    }

    /// What was committed cannot be read, and so cannot its second copy.
    void unreadable(Partition partition) {
        sound.remove(partition);
        soundCopies.remove(partition);
        unsound.add(partition);
    }

    boolean isUnsound(Partition partition) {
        return unsound.contains(partition);
    }

    /// The file of a partition itself; empty when there is none.
    Optional<Path> inPlace(Partition partition) {
        return Optional.ofNullable(sound.get(partition));
    }

    /// A file that has the rows of a partition, its second copy if need be; empty when there is none.
    Optional<Path> find(Partition partition) {
        return Optional.ofNullable(sound.get(partition)).or(() -> Optional.ofNullable(soundCopies.get(partition)));
    }

    /// The files of a table for one month, of all players, in a fixed order.
    List<Path> of(Table<?> table, YearMonth month) {
        List<Path> files = new ArrayList<>();
        sound.forEach((partition, path) -> {
            if (partition.table().equals(table.name()) && partition.month().equals(month)) {
                files.add(path);
            }
        });
        return files;
    }

    /// The files of a table for one player.
    List<Path> of(Table<?> table, Xuid player) {
        List<Path> files = new ArrayList<>();
        sound.forEach((partition, path) -> {
            if (partition.table().equals(table.name()) && player.equals(partition.xuid())) {
                files.add(path);
            }
        });
        return files;
    }

    /// Whether a player's partitions of a table can all be read.
    boolean areAllOf(Table<?> table, Xuid player) {
        return unsound.stream()
                .noneMatch(partition -> partition.table().equals(table.name()) && player.equals(partition.xuid()));
    }

    /// The months with files, in order.
    Set<YearMonth> months() {
        Set<YearMonth> months = new TreeSet<>();
        sound.keySet().forEach(partition -> months.add(partition.month()));
        soundCopies.keySet().forEach(partition -> months.add(partition.month()));
        return months;
    }
}
