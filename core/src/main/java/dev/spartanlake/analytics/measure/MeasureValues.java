package dev.spartanlake.analytics.measure;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/// The values of measures over some matches. What was not asked for and what is not known is absent.
///
/// @param known the values there are
public record MeasureValues(Map<Measure, Double> known) {

    /// Copies the map.
    public MeasureValues {
        EnumMap<Measure, Double> copy = new EnumMap<>(Measure.class);
        copy.putAll(known);
        known = Collections.unmodifiableMap(copy);
    }

    /// The value of one measure; empty because nothing about it is known.
    public OptionalDouble of(Measure measure) {
        Double value = known.get(measure);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /// The measures that have a value.
    public Set<Measure> measures() {
        return known.keySet();
    }
}
