package dev.spartanlake.analytics.oracle;

import dev.spartanlake.analytics.measure.MeasureValues;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Whether two answers are the same: counts, texts, moments and order exactly, fractions but for the last digits.
public final class Sameness {

    private static final double RELATIVE = 1e-9;

    private Sameness() {}

    /// Fails with the places where an answer is not as expected.
    public static void assertSame(@Nullable Object expected, @Nullable Object actual) {
        List<String> differences = new ArrayList<>();
        compare("", expected, actual, differences);
        if (!differences.isEmpty()) {
            throw new AssertionError(differences.size() + " differences:\n"
                    + String.join("\n", differences.subList(0, Math.min(12, differences.size()))));
        }
    }

    /// Fails unless two values are the same to the ninth digit of the greater of them and of their error.
    public static void assertClose(String what, @Nullable Double expected, @Nullable Double actual, double error) {
        if (expected == null || actual == null) {
            assertSame(expected, actual);
        } else if (!(Math.abs(expected - actual) <= RELATIVE * (Math.abs(expected) + error))) {
            throw new AssertionError(what + ": expected " + expected + ", found " + actual);
        }
    }

    private static void compare(
            String path, @Nullable Object expected, @Nullable Object actual, List<String> differences) {
        switch (expected) {
            case List<?> list when actual instanceof List<?> others -> compareLists(path, list, others, differences);
            case MeasureValues values
            when actual instanceof MeasureValues others ->
                compareMaps(path, values.known(), others.known(), differences);
            case Record row
            when actual != null && row.getClass() == actual.getClass() ->
                compareRecords(path, row, (Record) actual, differences);
            case Optional<?> optional
            when actual instanceof Optional<?> other ->
                compare(path, optional.orElse(null), other.orElse(null), differences);
            case Double number
            when actual instanceof Double other -> {
                if (!(Math.abs(number - other) <= RELATIVE * Math.abs(number) + 1e-12)) {
                    differences.add(path + ": expected " + number + ", found " + other);
                }
            }
            case null, default -> {
                if (!Objects.equals(expected, actual)) {
                    differences.add(path + ": expected " + expected + ", found " + actual);
                }
            }
        }
    }

    private static void compareLists(String path, List<?> expected, List<?> actual, List<String> differences) {
        if (expected.size() != actual.size()) {
            differences.add(path + ": expected " + expected.size() + " rows, found " + actual.size());
        }
        for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
            compare(path + "[" + i + "]", expected.get(i), actual.get(i), differences);
        }
    }

    private static void compareMaps(String path, Map<?, ?> expected, Map<?, ?> actual, List<String> differences) {
        if (!expected.keySet().equals(actual.keySet())) {
            differences.add(path + ": expected values of " + expected.keySet() + ", found " + actual.keySet());
        }
        new TreeMap<Object, Object>(expected)
                .forEach((key, value) -> compare(path + "." + key, value, actual.get(key), differences));
    }

    private static void compareRecords(String path, Record expected, Record actual, List<String> differences) {
        for (RecordComponent component : expected.getClass().getRecordComponents()) {
            compare(
                    path + "." + component.getName(),
                    value(component, expected),
                    value(component, actual),
                    differences);
        }
    }

    private static @Nullable Object value(RecordComponent component, Record row) {
        try {
            return component.getAccessor().invoke(row);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
