package dev.spartanlake;

import dev.spartanlake.backup.Terms;
import dev.spartanlake.career.CareerRules;
import dev.spartanlake.commit.PendingCommit;
import dev.spartanlake.commit.WarehouseWriter;
import dev.spartanlake.commit.Workbench;
import dev.spartanlake.duck.EngineSettings;
import dev.spartanlake.reference.BuiltInReference;
import dev.spartanlake.storage.FileStore;
import dev.spartanlake.storage.WarehouseDirectory;
import java.time.Duration;
import java.util.function.Function;

/// Opens writers as the settings of a warehouse say. Whoever opens one closes it.
///
/// **Lifecycle**: what they keep between them is let go when this is closed.
record Writers(WarehouseDirectory directory, WarehouseConfig config, FileStore files, Workbench workbench)
        implements AutoCloseable {

    Writers(WarehouseDirectory directory, WarehouseConfig config, FileStore files) {
        this(directory, config, files, new Workbench());
    }

    /// A writer of the warehouse. A new one starts with the names that come with the library.
    WarehouseWriter open() {
        return filled(open(directory, claim(), workbench));
    }

    /// A writer of the warehouse, which may be damaged.
    ///
    /// @param rescue is given the chance to mend the metadata database before it is opened
    WarehouseWriter openForRepair(Runnable rescue) {
        return filled(WarehouseWriter.openForRepair(directory, files, engineSettings(directory), claim(), rescue));
    }

    /// A writer of a directory in which another warehouse may take its place: nothing is put into it.
    WarehouseWriter openPlain(WarehouseDirectory place) {
        return open(place, claim(), Workbench.keepingNothing());
    }

    /// A writer of a warehouse of an older format, which opening upgrades.
    ///
    /// @param patience how long to wait at least for another writer, which may be upgrading it
    WarehouseWriter openOlder(Duration patience) {
        Duration longer = patience.compareTo(config.lockPatience()) > 0 ? patience : config.lockPatience();
        return open(directory, claim(longer), workbench);
    }

    /// Begins to collect a change, by the rules of the warehouse, so that those of whoever happens to write next do not
    /// change it.
    PendingCommit begin(WarehouseWriter writer) {
        CareerRules rules = writer.catalog().careerRules().orElse(config.careerRules());
        return begin(writer, rules);
    }

    /// Begins to collect a change, by other rules than those of the warehouse.
    PendingCommit begin(WarehouseWriter writer, CareerRules rules) {
        return writer.begin(rules, config.stop());
    }

    /// The terms under which a warehouse is brought to another directory.
    ///
    /// @param writers takes the writer lock of a directory
    Terms terms(Function<WarehouseDirectory, WarehouseWriter> writers) {
        return new Terms(files, claim(), writers, config.stop());
    }

    private WarehouseWriter filled(WarehouseWriter writer) {
        try {
            fillWhereNew(writer);
            return writer;
        } catch (RuntimeException failed) {
            writer.close();
            throw failed;
        }
    }

    private void fillWhereNew(WarehouseWriter writer) {
        if (writer.catalog().commits().generation() == 0) {
            writer.change(
                    "built-in reference data",
                    config.clock().instant(),
                    catalog -> catalog.reference()
                            .mergeBelow(BuiltInReference.load(), BuiltInReference.gameVariantCategories()));
        }
    }

    private WarehouseWriter open(WarehouseDirectory place, WarehouseWriter.Claim claim, Workbench kept) {
        return WarehouseWriter.open(place, files, engineSettings(place), claim, kept);
    }

    private EngineSettings engineSettings(WarehouseDirectory place) {
        return new EngineSettings(
                config.engineMemoryBytes(), config.threads(), place.staging().resolve("spill"));
    }

    private WarehouseWriter.Claim claim() {
        return claim(config.lockPatience());
    }

    private WarehouseWriter.Claim claim(Duration patience) {
        return new WarehouseWriter.Claim(config.command(), patience, config.clock(), config.stop());
    }

    @Override
    public void close() {
        workbench.close();
    }
}
