package dev.spartanlake.repair;

import dev.spartanlake.catalog.Ledger;
import dev.spartanlake.commit.PartsQuery;
import dev.spartanlake.document.SkillDocument;
import dev.spartanlake.duck.Engine;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.fact.MatchParts;
import dev.spartanlake.fact.Tables;
import dev.spartanlake.film.Highlights;
import dev.spartanlake.repair.RepairReport.LostPart;
import dev.spartanlake.schema.Partition;
import dev.spartanlake.schema.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What can still be read of damaged and of unknown files of skill documents and highlight events,
/// compared with the ledger once all of them were read.
///
/// A skill document stands beside its hash, so that of a damaged file each is read that is whole.
/// Nothing tells whether an event is what it was: of a file that is not what was committed none is.
final class PartSalvage {

    private final Engine engine;
    private final DocumentSalvage reader;
    private final Map<String, Ledger.Entry> ledger;
    private final Set<Partition> damaged = new TreeSet<>();
    private final Set<Partition> readWhole = new HashSet<>();
    private final Map<String, SkillDocument> skills = new HashMap<>();
    private final Map<String, Highlights> films = new HashMap<>();

    PartSalvage(Engine engine, DocumentSalvage reader, Map<String, Ledger.Entry> ledger) {
        this.engine = engine;
        this.reader = reader;
        this.ledger = ledger;
    }

    /// Says that the rows of a partition come from what was read, whatever its file holds.
    void replaces(Partition partition) {
        damaged.add(partition);
    }

    /// Reads the skill documents of a file that can be read.
    void readSkill(Path file) {
        reader.skillDocuments(file)
                .forEach(found -> skills.merge(
                        found.matchId(),
                        found.skill(),
                        (one, other) -> isListed(found.matchId(), other) ? other : one));
    }

    /// Reads the events of a file that is what was committed and disagrees with the ledger.
    void readFilms(Path file, Partition partition) {
        if (readFilms(file)) {
            readWhole.add(partition);
        }
    }

    /// Reads the events of a file that nobody knows.
    ///
    /// @return whether it could be read
    boolean readFilms(Path file) {
        // The engine would wait for a pipe.
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try {
            new PartsQuery(engine, Optional.empty(), Optional.of(Engine.parquet(List.of(file))))
                    .films()
                    .forEach((match, film) ->
                            films.merge(match, film, (one, other) -> isListed(match, other) ? other : one));
            return true;
        } catch (WarehouseException | IllegalArgumentException garbage) {
            return false;
        }
    }

    private boolean isListed(String matchId, @Nullable SkillDocument skill) {
        Ledger.Entry entry = ledger.get(matchId);
        return entry != null && skill != null && skill.content().sha256().equals(entry.skillSha256());
    }

    private boolean isListed(String matchId, @Nullable Highlights film) {
        Ledger.Entry entry = ledger.get(matchId);
        return entry != null && film != null && film.sha256().equals(entry.filmSha256());
    }

    /// The partitions whose rows come from here.
    Set<Partition> partitions() {
        return Set.copyOf(damaged);
    }

    /// What was read of a match.
    MatchParts of(String matchId) {
        return new MatchParts(skills.get(matchId), films.get(matchId));
    }

    /// What was read of a match and is what the ledger says.
    MatchParts listed(String matchId) {
        SkillDocument skill = skills.get(matchId);
        Highlights film = films.get(matchId);
        return new MatchParts(isListed(matchId, skill) ? skill : null, isListed(matchId, film) ? film : null);
    }

    /// The stored matches of which a part was read that the ledger does not know, and has no other.
    Set<String> found() {
        Set<String> found = new TreeSet<>();
        skills.forEach((match, skill) -> {
            Ledger.Entry entry = ledger.get(match);
            if (entry != null
                    && !isListed(match, skill)
                    && (entry.skillSha256() == null || isDamaged(entry, Tables.SKILL_DOCUMENTS))) {
                found.add(match);
            }
        });
        films.forEach((match, film) -> {
            Ledger.Entry entry = ledger.get(match);
            if (entry != null
                    && !isListed(match, film)
                    && (entry.filmSha256() == null || isDamaged(entry, Tables.HIGHLIGHT_EVENTS))) {
                found.add(match);
            }
        });
        return found;
    }

    /// The parts that were stored and can be read nowhere, by match. A listed film without rows in
    /// a file that was read is one in which nothing happened.
    ///
    /// @param withoutDocument matches whose rows cannot be made anew because they have no document
    ///     any more
    List<LostPart> lost(Collection<String> withoutDocument) {
        List<LostPart> lost = new ArrayList<>();
        for (Ledger.Entry entry : ledger.values()) {
            String match = entry.matchId();
            boolean isBare = entry.contentSha256() == null || withoutDocument.contains(match);
            if (entry.skillSha256() != null
                    && isDamaged(entry, Tables.SKILL_DOCUMENTS)
                    && (isBare || !skills.containsKey(match))) {
                lost.add(lost(entry, RepairReport.Part.SKILL, Tables.SKILL_DOCUMENTS));
            }
            if (entry.filmSha256() != null
                    && isDamaged(entry, Tables.HIGHLIGHT_EVENTS)
                    && (isBare || !(films.containsKey(match) || isReadWhole(entry)))) {
                lost.add(lost(entry, RepairReport.Part.FILM, Tables.HIGHLIGHT_EVENTS));
            }
        }
        return lost;
    }

    private static LostPart lost(Ledger.Entry entry, RepairReport.Part part, Table<?> table) {
        return new LostPart(
                entry.matchId(),
                part,
                Partition.of(table, null, entry.startTime()).file());
    }

    private boolean isDamaged(Ledger.Entry entry, Table<?> table) {
        return damaged.contains(Partition.of(table, null, entry.startTime()));
    }

    private boolean isReadWhole(Ledger.Entry entry) {
        return readWhole.contains(Partition.of(Tables.HIGHLIGHT_EVENTS, null, entry.startTime()));
    }
}
