package dev.spartanlake.verify;

import dev.spartanlake.catalog.Catalog;
import dev.spartanlake.catalog.DataFile;
import dev.spartanlake.catalog.DataFiles;
import dev.spartanlake.catalog.Ledger;
import dev.spartanlake.commit.Incoming;
import dev.spartanlake.duck.Engine;
import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.fact.Tables;
import dev.spartanlake.inspection.PartitionFile;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.schema.Partition;
import dev.spartanlake.schema.Table;
import dev.spartanlake.storage.FileStore;
import dev.spartanlake.storage.WarehouseDirectory;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Looks at one state of a warehouse once.
final class Pass {

    /// Enough files to ask the engine about at once, few enough for the answers to be short.
    private static final int BATCH = 64;

    private final WarehouseDirectory directory;
    private final FileStore files;
    private final Engine engine;
    private final @Nullable Incoming derived;
    private final Scope scope;
    private final ReadFiles read;
    private final Findings findings = new Findings();
    private final SoundFiles sound = new SoundFiles();

    /// @param derived takes the rows that are derived again; null because none are
    Pass(
            WarehouseDirectory directory,
            FileStore files,
            Engine engine,
            @Nullable Incoming derived,
            Scope scope,
            ReadFiles read) {
        this.directory = directory;
        this.files = files;
        this.engine = engine;
        this.derived = derived;
        this.scope = scope;
        this.read = read;
    }

    /// What was seen.
    ///
    /// @param findings what was found
    /// @param matches the matches in the ledger
    /// @param isSettled whether a writer has changed nothing meanwhile
    record Seen(List<Finding> findings, long matches, boolean isSettled) {}

    Seen run() {
        MetadataCheck metadata = new MetadataCheck(directory, files, findings, read);
        Optional<Catalog> opened = metadata.open();
        if (opened.isEmpty()) {
            return new Seen(findings.all(), 0, false);
        }
        try (Catalog catalog = opened.get()) {
            Listing listing = list(catalog);
            Set<Path> staged = listing.pending().stillStaged(directory);
            look(listing);
            if (derived != null) {
                lookDeeper(catalog, listing, derived);
            }
            boolean isSettled = catalog.commits().state().equals(listing.state())
                    && listing.pending().stillStaged(directory).equals(staged);
            return new Seen(findings.all(), listing.ledger().size(), isSettled);
        } catch (WarehouseException failed) {
            if (failed.code() != ErrorCode.CATALOG && failed.code() != ErrorCode.DAMAGED) {
                throw failed;
            }
            return unreadable(metadata, failed);
        } catch (RuntimeException garbage) {
            // Values of a damaged database can be anything, and so can what is thrown about them.
            if (!findings.areAboutDamagedMetadata()) {
                throw garbage;
            }
            return unreadable(metadata, garbage);
        }
    }

    private Seen unreadable(MetadataCheck metadata, RuntimeException failed) {
        metadata.unreadable(Findings.reason(failed));
        return new Seen(findings.all(), 0, false);
    }

    /// What does not make sense in the metadata is damage, even if nothing else tells so.
    private Listing list(Catalog catalog) {
        try {
            return Listing.of(catalog);
        } catch (IllegalArgumentException | DateTimeException | NullPointerException garbage) {
            findings.add(
                    Kind.CATALOG_ENTRY_WRONG,
                    Location.of(directory.resolve(Catalog.FILE_NAME)),
                    Findings.NONE,
                    Findings.reason(garbage));
            throw garbage;
        }
    }

    private void look(Listing listing) {
        listing.wrongEntries()
                .forEach(path -> findings.add(
                        Kind.CATALOG_ENTRY_WRONG,
                        new Location(DataFiles.TABLE, null, directory.resolve(Catalog.FILE_NAME)),
                        Findings.NONE,
                        path));
        List<DataFile> candidates = listing.files().stream()
                .filter(file -> scope.needs(file.partition()))
                .toList();
        new FileCheck(directory, files, engine.threads(), findings, read, sound).run(listing, candidates);
        new TreeCheck(directory, findings).run(listing);
        LedgerCheck ledger = new LedgerCheck(directory, engine, findings, sound, listing.ledger());
        for (Table<?> table : Tables.ALL) {
            lookInside(table, candidates, ledger);
        }
        ledger.reportMissing(scope);
        candidates.forEach(file -> lookForTracking(file.partition(), listing));
    }

    private void lookInside(Table<?> table, List<DataFile> candidates, LedgerCheck ledger) {
        ContentCheck content = new ContentCheck(engine, findings, sound);
        Map<Partition, DataFile> listed = new TreeMap<>();
        candidates.stream()
                .filter(file -> file.partition().table().equals(table.name()))
                .forEach(file -> listed.put(file.partition(), file));
        List<Partition> partitions = new ArrayList<>(listed.keySet());
        for (int from = 0; from < partitions.size(); from += BATCH) {
            List<Partition> batch = partitions.subList(from, Math.min(from + BATCH, partitions.size()));
            content.run(table, listed, soundOf(batch));
            // Those that turned out not to be readable are left out now.
            ledger.run(table, soundOf(batch));
        }
    }

    private List<PartitionFile> soundOf(List<Partition> partitions) {
        List<PartitionFile> files = new ArrayList<>();
        for (Partition partition : partitions) {
            sound.inPlace(partition).ifPresent(path -> files.add(new PartitionFile(partition, path)));
        }
        return files;
    }

    private void lookForTracking(Partition partition, Listing listing) {
        Xuid player = partition.xuid();
        if (player != null && !listing.tracked().contains(player)) {
            Path file = directory.resolve(partition.file());
            findings.add(Kind.PLAYER_UNTRACKED, partition, file, Findings.NONE, player.text());
        }
    }

    private void lookDeeper(Catalog catalog, Listing listing, Incoming rows) {
        new DerivationCheck(directory, engine, rows, findings, sound, listing)
                .run(sound.months().stream().filter(scope::holds).toList());
        if (scope.careers()) {
            new CareerCheck(directory, catalog, engine, findings, sound).run(listing);
        }
        for (Ledger.Content damaged : catalog.ledger().damagedSuperseded()) {
            findings.add(
                    Kind.SUPERSEDED_CHANGED,
                    new Location("superseded_documents", null, directory.resolve(Catalog.FILE_NAME)),
                    damaged.matchId() + " " + damaged.contentSha256(),
                    damaged.document().isEmpty()
                            ? Findings.NONE
                            : damaged.document().length() + " characters");
        }
    }
}
