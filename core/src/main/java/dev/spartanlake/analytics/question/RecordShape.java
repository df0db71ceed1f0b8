package dev.spartanlake.analytics.question;

import dev.spartanlake.analytics.measure.Measure;
import dev.spartanlake.analytics.measure.MeasureValues;
import dev.spartanlake.query.QueryResult;
import dev.spartanlake.query.result.ResultColumn;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How a record and a row become each other. A component `kdRatio` is the column `kd_ratio`; a component that is
/// itself a record stands for the columns of its own components, and [MeasureValues] for one column of each [Measure].
///
/// @param <R> the record
public final class RecordShape<R extends Record> {

    private final Class<R> type;
    private final List<Part> parts;

    private RecordShape(Class<R> type, List<Part> parts) {
        this.type = type;
        this.parts = parts;
    }

    /// The shape of a record.
    public static <R extends Record> RecordShape<R> of(Class<R> type) {
        return new RecordShape<>(
                type,
                Arrays.stream(type.getRecordComponents()).map(RecordShape::part).toList());
    }

    /// The names of the columns, in order.
    public List<String> columns() {
        return parts.stream().flatMap(part -> part.columns().stream()).toList();
    }

    /// The values of a record, one for each column; null where there is none.
    public List<@Nullable Object> values(R row) {
        List<@Nullable Object> values = new ArrayList<>();
        parts.forEach(part -> part.write(part.value(row), values));
        return values;
    }

    /// The records of a result's rows.
    ///
    /// @throws IllegalArgumentException when the result lacks a column
    public List<R> read(QueryResult result) {
        Map<String, Integer> places = new HashMap<>();
        List<String> names = result.columns().stream().map(ResultColumn::name).toList();
        for (int i = 0; i < names.size(); i++) {
            places.put(names.get(i), i);
        }
        return result.rows().stream().map(row -> read(new Row(places, row))).toList();
    }

    private R read(Row row) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        Object[] arguments = parts.stream().map(part -> part.read(row)).toArray();
        try {
            Constructor<R> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException refused) {
            throw new IllegalArgumentException(type.getSimpleName() + " refuses " + row, refused.getCause());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(type + " has no constructor of its components", impossible);
        }
    }

    private static Part part(RecordComponent component) {
        Class<?> type = component.getType();
        if (type == MeasureValues.class) {
            return new Measures(component);
        }
        return type.isRecord()
                ? new Nested<>(component, of(type.asSubclass(Record.class)))
                : new Single(component, snakeCase(component.getName()));
    }

    private static String snakeCase(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    private record Row(Map<String, Integer> places, List<@Nullable Object> values) {

        @Nullable
        Object value(String column) {
            Integer place = places.get(column);
            if (place == null) {
                throw new IllegalArgumentException("The result has no column " + column + ": " + places.keySet());
            }
            return values.get(place);
        }

        boolean has(String column) {
            return places.containsKey(column);
        }
    }

    /// A component of the record.
    private sealed interface Part {

        RecordComponent component();

        List<String> columns();

        @Nullable
        Object read(Row row);

        /// @param value the component's value
        /// @param values takes one for each column
        void write(@Nullable Object value, List<@Nullable Object> values);

        @Nullable
        default Object value(Object row) {
            try {
                component().getAccessor().setAccessible(true);
                return component().getAccessor().invoke(row);
            } catch (ReflectiveOperationException impossible) {
                throw new IllegalStateException("cannot read " + component(), impossible);
            }
        }
    }

    private record Single(RecordComponent component, String column) implements Part {

        @Override
        public List<String> columns() {
            return List.of(column);
        }

        /// Numbers fit the component: what DuckDB counts in smaller types than Java does becomes the wider.
        @Override
        public @Nullable Object read(Row row) {
            @Nullable Object value = row.value(column);
            if (value instanceof Number number) {
                Class<?> type = component.getType();
                if (type == long.class || type == Long.class) {
                    return number.longValue();
                }
                if (type == int.class || type == Integer.class) {
                    return Math.toIntExact(number.longValue());
                }
                if (type == double.class || type == Double.class) {
                    return number.doubleValue();
                }
            }
            return value;
        }

        @Override
        public void write(@Nullable Object value, List<@Nullable Object> values) {
            values.add(value);
        }
    }

    private record Measures(RecordComponent component) implements Part {

        @Override
        public List<String> columns() {
            return Arrays.stream(Measure.values()).map(Measure::column).toList();
        }

        @Override
        public Object read(Row row) {
            Map<Measure, Double> values = new EnumMap<>(Measure.class);
            for (Measure measure : Measure.values()) {
                if (row.has(measure.column()) && row.value(measure.column()) instanceof Number number) {
                    values.put(measure, number.doubleValue());
                }
            }
            return new MeasureValues(values);
        }

        @Override
        public void write(@Nullable Object value, List<@Nullable Object> values) {
            for (Measure measure : Measure.values()) {
                values.add(
                        value instanceof MeasureValues measures
                                ? measures.known().get(measure)
                                : null);
            }
        }
    }

    private record Nested<N extends Record>(RecordComponent component, RecordShape<N> shape) implements Part {

        @Override
        public List<String> columns() {
            return shape.columns();
        }

        @Override
        public Object read(Row row) {
            return shape.read(row);
        }

        @Override
        public void write(@Nullable Object value, List<@Nullable Object> values) {
            if (value == null) {
                shape.columns().forEach(_ -> values.add(null));
            } else {
                values.addAll(shape.values(shape.type.cast(value)));
            }
        }
    }
}
