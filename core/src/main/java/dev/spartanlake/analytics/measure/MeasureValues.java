package dev.spartanlake.analytics.measure;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

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
}
