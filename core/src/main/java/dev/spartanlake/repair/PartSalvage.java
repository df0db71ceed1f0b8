package dev.spartanlake.repair;

import dev.spartanlake.catalog.Ledger;
import dev.spartanlake.commit.PartsQuery;
import dev.spartanlake.document.SkillDocument;
import dev.spartanlake.duck.Engine;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.fact.MatchPart;
import dev.spartanlake.fact.MatchParts;
import dev.spartanlake.film.Highlights;
import dev.spartanlake.repair.RepairReport.LostPart;
import dev.spartanlake.schema.Partition;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What can still be read of damaged and of unknown files of skill documents and highlight events,
/// compared with the ledger once all of them were read.
///
/// A skill document stands beside its hash, so that of a damaged file each is read that is whole.
/// Nothing tells whether an event is what it was: of a file that is not what was committed none is.
final class PartSalvage {

    private final Engine engine;
    private final DocumentSalvage reader;
    private final SalvagedPart<SkillDocument> skills;
    private final SalvagedPart<Highlights> films;

    PartSalvage(Engine engine, DocumentSalvage reader, Map<String, Ledger.Entry> ledger) {
        this.engine = engine;
        this.reader = reader;
        skills = new SalvagedPart<>(MatchPart.SKILL, skill -> skill.content().sha256(), ledger);
        films = new SalvagedPart<>(
                MatchPart.FILM, highlights -> highlights.film().text(), ledger);
    }

    /// Says that the rows of a partition come from what was read, whatever its file holds.
    void replaces(Partition partition) {
        (partition.table().equals(MatchPart.SKILL.table().name()) ? skills : films).replaces(partition);
    }

    /// Reads the skill documents of a file that can be read.
    void readSkill(Path file) {
        reader.skillDocuments(file).forEach(found -> skills.add(found.matchId(), found.skill()));
    }

    /// Reads the events of a file that is what was committed and disagrees with the ledger.
    void readFilms(Path file, Partition partition) {
        if (readFilms(file)) {
            films.isReadWhole(partition);
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
                    .forEach(films::add);
            return true;
        } catch (WarehouseException | IllegalArgumentException garbage) {
            return false;
        }
    }

    /// The partitions whose rows come from here.
    Set<Partition> partitions() {
        return Stream.of(skills, films)
                .flatMap(part -> part.partitions().stream())
                .collect(Collectors.toSet());
    }

    /// What was read of a match and has a place there, each part by itself: what is stored and
    /// whole stays.
    MatchParts fitting(String matchId) {
        return new MatchParts(skills.fitting(matchId), films.fitting(matchId));
    }

    /// What was read of a match and is what the ledger says.
    MatchParts listed(String matchId) {
        return new MatchParts(skills.listed(matchId), films.listed(matchId));
    }

    /// The stored matches of which a part was read that has a place there and the ledger does not
    /// know.
    Set<String> found() {
        return Stream.of(skills, films).flatMap(part -> part.found().stream()).collect(Collectors.toSet());
    }

    /// The parts that were stored and can be read nowhere.
    ///
    /// @param withoutDocument matches whose rows cannot be made anew because they have no document
    ///     any more
    List<LostPart> lost(Collection<String> withoutDocument) {
        return Stream.of(skills, films)
                .flatMap(part -> part.lost(withoutDocument).stream())
                .toList();
    }
}
