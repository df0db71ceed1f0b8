package dev.spartanlake.backup;

import dev.spartanlake.catalog.CatalogDifferences.PartDifference;
import dev.spartanlake.catalog.DataFile;
import dev.spartanlake.catalog.Ledger;
import dev.spartanlake.commit.PartsQuery;
import dev.spartanlake.document.SkillDocument;
import dev.spartanlake.duck.Engine;
import dev.spartanlake.fact.MatchParts;
import dev.spartanlake.fact.Tables;
import dev.spartanlake.film.FilmIdentity;
import dev.spartanlake.schema.Partition;
import dev.spartanlake.schema.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// What another warehouse has of matches beside their documents.
final class OtherParts {

    private final Engine engine;
    private final Map<Partition, Path> files = new HashMap<>();
    private final Map<String, PartDifference> differences = new TreeMap<>();
    private final BiFunction<String, String, RuntimeException> damage;

    /// @param copies copies of the other's files
    /// @param differences what it has that differs
    /// @param damage says of a match that something else was found than was committed
    OtherParts(
            Engine engine,
            Map<DataFile, Path> copies,
            Collection<PartDifference> differences,
            BiFunction<String, String, RuntimeException> damage) {
        this.engine = engine;
        this.damage = damage;
        copies.forEach((file, copy) -> files.put(file.partition(), copy));
        differences.forEach(difference -> this.differences.put(difference.matchId(), difference));
    }

    /// The partitions of the other that hold them.
    static Set<Partition> partitions(Collection<PartDifference> differences) {
        Set<Partition> partitions = new TreeSet<>();
        for (PartDifference difference : differences) {
            if (difference.skillSha256() != null) {
                partitions.add(partition(Tables.SKILL_DOCUMENTS, difference));
            }
            if (difference.film() != null) {
                partitions.add(partition(Tables.HIGHLIGHT_EVENTS, difference));
            }
        }
        return partitions;
    }

    private static Partition partition(Table<?> table, PartDifference difference) {
        return Partition.of(table, null, difference.startTime());
    }

    /// The parts of some matches that take their place here.
    Map<String, MatchParts> taken(Collection<String> matchIds) {
        List<PartDifference> wanted = of(matchIds);
        Map<String, MatchParts> read = read(wanted);
        Map<String, MatchParts> taken = new HashMap<>();
        for (PartDifference difference : wanted) {
            if (difference.isTaken()) {
                MatchParts parts = read.getOrDefault(difference.matchId(), MatchParts.NONE);
                taken.put(
                        difference.matchId(),
                        new MatchParts(difference.isSkillTaken() ? parts.skill() : null, parts.highlights()));
            }
        }
        return taken;
    }

    /// The skill documents of some matches whose place another one has here.
    List<Ledger.Content> keptAside(Collection<String> matchIds) {
        List<Ledger.Content> contents = new ArrayList<>();
        read(of(matchIds)).forEach((match, parts) -> {
            SkillDocument skill = parts.skill();
            if (skill != null && !Objects.requireNonNull(differences.get(match)).isSkillTaken()) {
                contents.add(new Ledger.Content(
                        match, skill.content().sha256(), skill.content().toString()));
            }
        });
        return contents;
    }

    private List<PartDifference> of(Collection<String> matchIds) {
        return matchIds.stream()
                .map(differences::get)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    private Map<String, MatchParts> read(List<PartDifference> wanted) {
        Map<String, @Nullable FilmIdentity> films = new TreeMap<>();
        wanted.forEach(difference -> films.put(difference.matchId(), difference.film()));
        Map<String, MatchParts> read = wanted.isEmpty()
                ? Map.of()
                : new PartsQuery(
                                engine,
                                relation(Tables.SKILL_DOCUMENTS, wanted),
                                relation(Tables.HIGHLIGHT_EVENTS, wanted))
                        .of(films);
        for (PartDifference difference : wanted) {
            SkillDocument skill =
                    read.getOrDefault(difference.matchId(), MatchParts.NONE).skill();
            String found = skill == null ? "no skill document" : skill.content().sha256();
            if (difference.skillSha256() != null && !difference.skillSha256().equals(found)) {
                throw damage.apply(difference.matchId(), found);
            }
        }
        return read;
    }

    private Optional<String> relation(Table<?> table, List<PartDifference> wanted) {
        List<Path> paths = wanted.stream()
                .map(difference -> partition(table, difference))
                .distinct()
                .sorted()
                .map(files::get)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        return paths.isEmpty() ? Optional.empty() : Optional.of(Engine.parquet(paths));
    }
}
