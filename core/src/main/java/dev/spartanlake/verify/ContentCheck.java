package dev.spartanlake.verify;

import dev.spartanlake.catalog.DataFile;
import dev.spartanlake.duck.Engine;
import dev.spartanlake.inspection.Discrepancy;
import dev.spartanlake.inspection.FileInspection;
import dev.spartanlake.inspection.InspectedFile;
import dev.spartanlake.inspection.PartitionFile;
import dev.spartanlake.schema.Partition;
import dev.spartanlake.schema.Table;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Looks inside files that hold what was committed: whether that is what the format promises and the catalog says.
final class ContentCheck {

    private final FileInspection inspection;
    private final Findings findings;
    private final SoundFiles sound;

    ContentCheck(Engine engine, Findings findings, SoundFiles sound) {
        inspection = new FileInspection(engine);
        this.findings = findings;
        this.sound = sound;
    }

    /// Looks at files of one table.
    ///
    /// @param listed the entries of the catalog, those of the files among them
    /// @param files where they are
    void run(Table<?> table, Map<Partition, DataFile> listed, List<PartitionFile> files) {
        for (InspectedFile file : inspection.of(table, files)) {
            Partition partition = file.file().partition();
            Path path = file.file().file();
            for (Discrepancy discrepancy : file.discrepancies()) {
                findings.add(kind(discrepancy.aspect()), partition, path, discrepancy.expected(), discrepancy.found());
            }
            if (file.isReadable()) {
                compare(entry(listed, partition), file);
            } else {
                sound.unreadable(partition);
            }
        }
    }

    private static DataFile entry(Map<Partition, DataFile> listed, Partition partition) {
        DataFile file = listed.get(partition);
        if (file == null) {
            throw new IllegalArgumentException(partition + " is not listed");
        }
        return file;
    }

    private void compare(DataFile listed, InspectedFile file) {
        Partition partition = listed.partition();
        Path path = file.file().file();
        if (listed.rowCount() != file.rowCount()) {
            findings.add(
                    Kind.ROW_COUNT_WRONG,
                    partition,
                    path,
                    Long.toString(listed.rowCount()),
                    Long.toString(file.rowCount()));
        }
        String expected = listed.minStartTime() + " – " + listed.maxStartTime();
        String found = file.minStartTime() + " – " + file.maxStartTime();
        if (!expected.equals(found)) {
            findings.add(Kind.START_TIMES_WRONG, partition, path, expected, found);
        }
    }

    private static Kind kind(Discrepancy.Aspect aspect) {
        return switch (aspect) {
            case READABLE -> Kind.NOT_PARQUET;
            case COLUMNS -> Kind.COLUMNS_WRONG;
            case FORMAT -> Kind.FORMAT_WRONG;
            case KEYS -> Kind.KEYS_REPEATED;
            case ORDER -> Kind.ROWS_UNSORTED;
            case VALUES -> Kind.VALUES_MISSING;
            case PARTITION -> Kind.ROWS_MISPLACED;
        };
    }
}
