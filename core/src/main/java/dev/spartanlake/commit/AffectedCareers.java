package dev.spartanlake.commit;

import dev.spartanlake.career.CareerRules;
import dev.spartanlake.catalog.Catalog;
import dev.spartanlake.catalog.DataFile;
import dev.spartanlake.fact.Tables;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.schema.Partition;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Finds out what a commit makes of the careers it concerns, and remembers how they end.
final class AffectedCareers {

    private final Catalog catalog;
    private final CareerRules rules;
    private final CareerUpdate update;
    private final RememberedCareers remembered;
    private final Predicate<Partition> isDiscarded;
    private final Map<Xuid, List<DataFile>> committed = new HashMap<>();

    /// @param isDiscarded the partitions whose stored rows are not even read
    AffectedCareers(
            Catalog catalog,
            CareerRules rules,
            CareerUpdate update,
            RememberedCareers remembered,
            Predicate<Partition> isDiscarded) {
        this.catalog = catalog;
        this.rules = rules;
        this.update = update;
        this.remembered = remembered;
        this.isDiscarded = isDiscarded;
    }

    /// Whether the warehouse's sessions and scores are made by other rules than this commit's.
    boolean followOtherRules() {
        return !catalog.settings().careerRules().equals(Optional.of(rules));
    }

    /// What becomes of careers, by player.
    ///
    /// @param onlyGrows whose careers nothing happens to but that matches are added
    List<CareerChange> of(Set<Xuid> players, Predicate<Xuid> onlyGrows) {
        update.clear();
        committed.clear();
        return players.stream()
                .sorted()
                .map(player -> continued(player, onlyGrows).orElseGet(() -> CareerChange.of(careerOf(player), rules)))
                .toList();
    }

    /// Careers with what is stored of them, by player.
    List<Career> all(Collection<Xuid> players) {
        update.clear();
        return players.stream().sorted().map(this::careerOf).toList();
    }

    /// What becomes of a career to which matches are added at its end; empty when it is not known, or they come
    /// elsewhere.
    private Optional<CareerChange> continued(Xuid player, Predicate<Xuid> onlyGrows) {
        return onlyGrows.test(player) && !followOtherRules()
                ? remembered.end(player, factsOf(player), rules).flatMap(update::extend)
                : Optional.empty();
    }

    private Career careerOf(Xuid player) {
        return update.update(
                player,
                factsOf(player).stream()
                        .filter(file -> !isDiscarded.test(file.partition()))
                        .toList());
    }

    private List<DataFile> factsOf(Xuid player) {
        return catalog.dataFiles().of(Tables.MATCH_FACTS.name(), player);
    }

    /// Looks which files hold the facts of these careers, in the transaction that lists them.
    void look(Collection<CareerChange> careers) {
        careers.forEach(career -> committed.put(career.xuid(), factsOf(career.xuid())));
    }

    /// Remembers how these careers end, now that they are committed.
    void remember(Collection<CareerChange> careers) {
        careers.forEach(career ->
                remembered.put(career.xuid(), committed.getOrDefault(career.xuid(), List.of()), rules, career.end()));
    }
}
