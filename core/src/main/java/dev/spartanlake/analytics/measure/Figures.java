package dev.spartanlake.analytics.measure;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/// Selects what is counted and measured about each group of matches: the columns of a [Tally] and every [Measure].
public final class Figures {

    /// What measures need beside the columns of `match_facts`, for the list of what is selected below them.
    public static final String GROUND = Term.PLAYED_SECONDS;

    private Figures() {}

    /// All of it, for the list of what a grouped statement selects.
    public static String ofGroup() {
        return Tally.columns() + ",\n" + measures(List.of(Measure.values()));
    }

    /// Some measures of each group, in their order, for the same list.
    public static String measures(Collection<Measure> measures) {
        return measures.stream()
                .map(measure -> measure.ofGroup() + " AS " + measure.column())
                .collect(Collectors.joining(",\n"));
    }

    /// Every measure of each match.
    public static String ofMatch() {
        return Arrays.stream(Measure.values())
                .map(measure -> measure.ofMatch() + " AS " + measure.column())
                .collect(Collectors.joining(",\n"));
    }
}
