package dev.spartanlake.analytics.question;

import dev.spartanlake.analytics.measure.Measure;
import dev.spartanlake.analytics.measure.MeasureValues;
import dev.spartanlake.query.QueryResult;
import dev.spartanlake.query.result.ResultColumn;
import dev.spartanlake.query.statement.QueryErrors;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// How a record and a row become each other. A component `kdRatio` is the column `kd_ratio`; a component that is
/// itself a record stands for the columns of its own components, and [MeasureValues] for one column of each [Measure].
///
/// Rows may be many, so that constructor and accessors are looked up once for a shape, and places of
/// columns once for a result.
///
/// @param <R> the record
public final class RecordShape<R extends Record> {

    private final Class<R> type;
    private final Constructor<R> constructor;
    private final List<Part> parts;

    private RecordShape(Class<R> type, Constructor<R> constructor, List<Part> parts) {
        this.type = type;
        this.constructor = constructor;
        this.parts = parts;
    }

    /// The shape of a record.
    public static <R extends Record> RecordShape<R> of(Class<R> type) {
        RecordComponent[] components = type.getRecordComponents();
        return new RecordShape<>(
                type,
                constructor(type, components),
                Arrays.stream(components).map(RecordShape::part).toList());
    }

    private static <R extends Record> Constructor<R> constructor(Class<R> type, RecordComponent... components) {
        try {
            Constructor<R> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(type + " has no constructor of its components", impossible);
        }
    }

    /// The names of the columns, in order.
    public List<String> columns() {
        return parts.stream().flatMap(part -> part.columns().stream()).toList();
    }

    /// The values of a record, one for each column; null where there is none.
    public List<@Nullable Object> values(R row) {
        List<@Nullable Object> values = new ArrayList<>();
        parts.forEach(part -> part.write(part.accessor().of(row), values));
        return values;
    }

    /// The records of a result's rows.
    ///
    /// @throws IllegalArgumentException when the result lacks a column
    /// @throws dev.spartanlake.error.WarehouseException `QUERY_LIMIT` when there were more rows than the
    ///     result was allowed to have: a part never passes for the whole
    public List<R> read(QueryResult result) {
        if (result.truncated()) {
            throw QueryErrors.limit("The answer has more than the "
                    + result.rows().size() + " rows of " + type.getSimpleName()
                    + " that its limit allows; ask for less, or raise the limit on rows");
        }
        List<Cell> cells = cells(Places.of(result));
        return result.rows().stream().map(row -> create(row, cells)).toList();
    }

    private List<Cell> cells(Places places) {
        return parts.stream().map(part -> part.cell(places)).toList();
    }

    private R create(List<@Nullable Object> row, List<Cell> cells) {
        @Nullable Object[] arguments = new Object[cells.size()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = cells.get(i).of(row);
        }
        try {
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException refused) {
            throw new IllegalArgumentException(type.getSimpleName() + " refuses " + row, refused.getCause());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("cannot make a " + type, impossible);
        }
    }

    private static Part part(RecordComponent component) {
        Class<?> type = component.getType();
        Accessor accessor = Accessor.of(component);
        if (type == MeasureValues.class) {
            return new Measures(accessor);
        }
        return type.isRecord()
                ? new Nested<>(accessor, of(type.asSubclass(Record.class)))
                : new Single(accessor, snakeCase(component.getName()), conversion(type));
    }

    private static String snakeCase(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    /// Where the columns of a result are.
    private record Places(Map<String, Integer> byName) {

        static Places of(QueryResult result) {
            Map<String, Integer> places = new HashMap<>();
            List<ResultColumn> columns = result.columns();
            for (int i = 0; i < columns.size(); i++) {
                places.put(columns.get(i).name(), i);
            }
            return new Places(places);
        }

        int place(String column) {
            Integer place = byName.get(column);
            if (place == null) {
                throw new IllegalArgumentException("The result has no column " + column + ": " + byName.keySet());
            }
            return place;
        }
    }

    /// What a component of the record is made of: something about a row.
    @FunctionalInterface
    private interface Cell {

        @Nullable
        Object of(List<@Nullable Object> row);
    }

    private record Accessor(Method method) {

        static Accessor of(RecordComponent component) {
            component.getAccessor().setAccessible(true);
            return new Accessor(component.getAccessor());
        }

        @Nullable
        Object of(Record row) {
            try {
                return method.invoke(row);
            } catch (ReflectiveOperationException impossible) {
                throw new IllegalStateException("cannot call " + method, impossible);
            }
        }
    }

    /// Numbers fit the component: what DuckDB counts in smaller types than Java does becomes the wider.
    private static UnaryOperator<Object> conversion(Class<?> type) {
        if (type == long.class || type == Long.class) {
            return value -> value instanceof Number number ? Long.valueOf(number.longValue()) : value;
        }
        if (type == int.class || type == Integer.class) {
            return value ->
                    value instanceof Number number ? Integer.valueOf(Math.toIntExact(number.longValue())) : value;
        }
        if (type == double.class || type == Double.class) {
            return value -> value instanceof Number number ? Double.valueOf(number.doubleValue()) : value;
        }
        return UnaryOperator.identity();
    }

    /// A component of the record.
    private sealed interface Part {

        Accessor accessor();

        List<String> columns();

        /// @throws IllegalArgumentException when the result lacks a column
        Cell cell(Places places);

        /// @param value the component's value
        /// @param values takes one for each column
        void write(@Nullable Object value, List<@Nullable Object> values);
    }

    private record Single(Accessor accessor, String column, UnaryOperator<Object> conversion) implements Part {

        @Override
        public List<String> columns() {
            return List.of(column);
        }

        @Override
        public Cell cell(Places places) {
            int place = places.place(column);
            return row -> {
                Object value = row.get(place);
                return value == null ? null : conversion.apply(value);
            };
        }

        @Override
        public void write(@Nullable Object value, List<@Nullable Object> values) {
            values.add(value);
        }
    }

    private record Measures(Accessor accessor) implements Part {

        @Override
        public List<String> columns() {
            return Arrays.stream(Measure.values()).map(Measure::column).toList();
        }

        /// Of the measures some, those that were asked for.
        @Override
        public Cell cell(Places places) {
            Map<Measure, Integer> asked = new EnumMap<>(Measure.class);
            for (Measure measure : Measure.values()) {
                Integer place = places.byName().get(measure.column());
                if (place != null) {
                    asked.put(measure, place);
                }
            }
            return row -> {
                Map<Measure, Double> values = new EnumMap<>(Measure.class);
                asked.forEach((measure, place) -> {
                    if (row.get(place) instanceof Number number) {
                        values.put(measure, number.doubleValue());
                    }
                });
                return new MeasureValues(values);
            };
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

    private record Nested<N extends Record>(Accessor accessor, RecordShape<N> shape) implements Part {

        @Override
        public List<String> columns() {
            return shape.columns();
        }

        @Override
        public Cell cell(Places places) {
            List<Cell> cells = shape.cells(places);
            return (List<@Nullable Object> row) -> shape.create(row, cells);
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
