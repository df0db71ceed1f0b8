package dev.spartanlake.analytics.trend;

import dev.spartanlake.analytics.measure.Measure;
import dev.spartanlake.analytics.measure.Preference;
import java.util.Arrays;
import java.util.List;

/// The measures of which it can be said that they get better or worse.
final class Measures {

    private static final List<Measure> WITH_PREFERENCE = Arrays.stream(Measure.values())
            .filter(measure -> measure.preference() != Preference.NONE)
            .toList();

    private Measures() {}

    static List<Measure> withPreference() {
        return WITH_PREFERENCE;
    }
}
