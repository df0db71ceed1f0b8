package dev.spartanlake.erasure;

import dev.spartanlake.catalog.Catalog;
import dev.spartanlake.catalog.DataFile;
import dev.spartanlake.catalog.Ledger;
import dev.spartanlake.commit.PendingCommit;
import dev.spartanlake.commit.WarehouseWriter;
import dev.spartanlake.document.Redaction;
import dev.spartanlake.document.SkillDocument;
import dev.spartanlake.document.SkillDocumentParser;
import dev.spartanlake.document.SkillReading;
import dev.spartanlake.duck.Engine;
import dev.spartanlake.fact.MatchReader;
import dev.spartanlake.fact.MatchReading;
import dev.spartanlake.fact.MatchRows;
import dev.spartanlake.fact.Tables;
import dev.spartanlake.ingest.Quarantine;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.schema.Partition;
import dev.spartanlake.schema.Table;
import dev.spartanlake.storage.FileStore;
import dev.spartanlake.storage.WarehouseDirectory;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Takes a player out of a warehouse: career, name, friendships, and the entries in the matches of others.
///
/// A match that is in the warehouse for this player alone goes altogether. From the documents of other matches
/// the player's entry is cut, and their rows are derived anew; one that names the player and has lost its document
/// goes, too. All of that is one commit. Afterwards the database is written anew, so that nothing is left in its free
/// pages, and everything is searched once more.
public final class Erasure {

    private static final Pattern PACKED = Pattern.compile(".*\\.(gz|zst|zip)");

    private final WarehouseDirectory directory;
    private final FileStore files;
    private final Xuid player;
    private final PlayerTraces traces;
    private final MatchReader reader = new MatchReader();
    private long rewritten;
    private boolean wasKnown;
    private final List<Ledger.Entry> removed = new ArrayList<>();

    /// Prepares to take out a player.
    public Erasure(WarehouseDirectory directory, FileStore files, Xuid player) {
        this.directory = directory;
        this.files = files;
        this.player = player;
        traces = new PlayerTraces(directory, files, player);
    }

    /// Does it.
    ///
    /// @param writer the writer of the warehouse
    /// @param commit a commit of it, to which nothing was added yet
    /// @param quarantine the refused documents that are kept
    /// @param command what it is done for, as it stands in the history; must not name the player
    public ErasureReport run(
            WarehouseWriter writer,
            PendingCommit commit,
            List<Quarantine.Kept> quarantine,
            String command,
            Instant now) {
        Catalog catalog = writer.catalog();
        Set<Xuid> others = new HashSet<>(catalog.players().tracked());
        boolean isTracked = others.remove(player);
        wasKnown = isTracked;
        if (isTracked) {
            commit.drop(player);
        }
        for (YearMonth month : catalog.dataFiles().months(Tables.MATCH_DOCUMENTS.name())) {
            List<MatchRows> concerned = commit.storedDocuments().ofMonth(month).stream()
                    .filter(this::names)
                    .toList();
            wasKnown |= !concerned.isEmpty();
            commit.stageExactly(concerned.stream()
                    .filter(match -> !isTracked || isOfAnyOf(others, match))
                    .flatMap(match -> redacted(match).stream())
                    .toList());
            concerned.stream()
                    .filter(match -> isTracked && !isOfAnyOf(others, match))
                    .map(Erasure::entry)
                    .forEach(removed::add);
        }
        List<Ledger.Entry> bare = naming(catalog, writer.engine());
        wasKnown |= !bare.isEmpty();
        removed.addAll(bare);
        commit.remove(removed);
        commit.also(changed -> {
            wasKnown |= changed.players().forget(player);
            wasKnown |= changed.ledger().forgetSuperseded(traces::areIn);
        });
        commit.commit(command, now);
        return finish(writer, quarantine);
    }

    /// The matches without a document whose rows name the player. Nothing tells how these rows would be without the
    /// player, so they go altogether.
    private List<Ledger.Entry> naming(Catalog catalog, Engine engine) {
        Map<String, Ledger.Entry> bare = new HashMap<>();
        catalog.ledger().lost().forEach(match -> bare.put(match.matchId(), match));
        Set<YearMonth> months = bare.values().stream()
                .map(match -> Partition.monthOf(match.startTime()))
                .collect(Collectors.toSet());
        Set<String> naming = new TreeSet<>();
        for (Table<?> table : Tables.ALL) {
            catalog.dataFiles().of(table.name()).stream()
                    .map(DataFile::partition)
                    .filter(partition -> months.contains(partition.month()))
                    .map(partition -> traces.matchesIn(table, directory.resolve(partition.file()), engine))
                    .forEach(naming::addAll);
        }
        return naming.stream()
                .map(bare::get)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    private static boolean isOfAnyOf(Set<Xuid> players, MatchRows match) {
        return !match.facts(players).isEmpty();
    }

    private boolean names(MatchRows match) {
        SkillDocument skill = match.skill();
        return traces.areIn(match.document().content().toString())
                || (skill != null && traces.areIn(skill.content().toString()))
                || match.events().stream().anyMatch(row -> row.event().xuid().equals(player));
    }

    /// The match without the player; empty, and noted as removed, when that is no match any more.
    private List<MatchRows> redacted(MatchRows match) {
        byte[] text = Redaction.without(match.document().content(), identifier());
        if (reader.read(text) instanceof MatchReading.Accepted accepted) {
            rewritten++;
            // The film stays known as what it was read from, without the events of whoever is no participant any more.
            return List.of(accepted.rows().with(redacted(match.skill())).with(match.highlights()));
        }
        removed.add(entry(match));
        return List.of();
    }

    private @Nullable SkillDocument redacted(@Nullable SkillDocument skill) {
        if (skill != null
                && SkillDocumentParser.parse(Redaction.without(skill, identifier()))
                        instanceof SkillReading.Read(SkillDocument rest)) {
            return rest;
        }
        return null;
    }

    private String identifier() {
        return player.wrapped();
    }

    private static Ledger.Entry entry(MatchRows match) {
        return new Ledger.Entry(
                match.matchId(),
                match.document().document().matchInfo().startTime(),
                match.document().content().sha256(),
                null,
                null);
    }

    /// What is no row: refused documents, what was put aside, and what the database still holds of deleted
    /// rows.
    private ErasureReport finish(WarehouseWriter writer, List<Quarantine.Kept> quarantine) {
        // A document without its reason, or the other way round, would be of no use.
        List<Quarantine.Kept> naming = quarantine.stream()
                .filter(kept -> kept.files().stream().anyMatch(traces::areIn))
                .toList();
        naming.stream().flatMap(kept -> kept.files().stream()).forEach(files::delete);
        wasKnown |= !naming.isEmpty();
        List<String> deleted = deleteWhatWasKept(new KeptTraces(traces, writer.engine()));
        boolean isWritten = writer.rewriteDatabase();
        List<String> left = new ArrayList<>(traces.left(writer.catalog(), writer.engine()));
        // What is packed would have to be unpacked to be searched, and is broken more often than not.
        quarantine.stream()
                .map(Quarantine.Kept::document)
                .filter(file -> PACKED.matcher(file.getFileName().toString()).matches())
                .filter(files::exists)
                .map(file ->
                        directory.relative(file) + ", which is packed and was not searched; look into it, or delete it")
                .forEach(left::add);
        if (!isWritten) {
            left.add("metadata.db-wal, until the programs that are reading the warehouse end");
        }
        return new ErasureReport(
                player, wasKnown || !deleted.isEmpty(), removed.size(), rewritten, naming.size(), deleted, left);
    }

    /// What was kept as it was cannot be redacted, so it goes altogether. Damage may hide a player in it who was known
    /// here; one who never was is searched for.
    private List<String> deleteWhatWasKept(KeptTraces kept) {
        List<String> deleted = new ArrayList<>();
        for (Path place : List.of(directory.backups(), directory.damaged())) {
            if (files.exists(place) && (wasKnown || kept.mayBeIn(place))) {
                files.deleteTree(place);
                deleted.add(directory.relative(place));
            }
        }
        return deleted;
    }
}
