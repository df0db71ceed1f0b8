package dev.spartanlake.cli.export;

import dev.spartanlake.cli.render.Grid;
import dev.spartanlake.query.relation.RowCursor;
import dev.spartanlake.query.result.ResultColumn;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A walk over the rows of an answer, whose columns have the types that their values show.
final class GridCursor implements RowCursor {

    private static final Set<String> WHOLE = Set.of("INTEGER", "BIGINT");

    private final Grid grid;
    private int row = -1;

    GridCursor(Grid grid) {
        this.grid = grid;
    }

    /// The columns. A column of whole numbers and fractions is one of fractions, one of other kinds is text, as is
    /// one without a value.
    List<ResultColumn> columns() {
        List<ResultColumn> columns = new ArrayList<>();
        for (int i = 0; i < grid.columns().size(); i++) {
            columns.add(new ResultColumn(grid.columns().get(i), type(i)));
        }
        return columns;
    }

    private String type(int column) {
        Set<String> types = grid.rows().stream()
                .map(values -> values.get(column))
                .filter(Objects::nonNull)
                .map(GridCursor::typeOf)
                .collect(Collectors.toSet());
        if (types.size() == 1) {
            return types.iterator().next();
        }
        if (types.isEmpty() || types.contains("VARCHAR")) {
            return "VARCHAR";
        }
        if (WHOLE.containsAll(types)) {
            return "BIGINT";
        }
        Set<String> numbers = Set.of("INTEGER", "BIGINT", "FLOAT", "DOUBLE");
        return numbers.containsAll(types) ? "DOUBLE" : "VARCHAR";
    }

    private static String typeOf(Object value) {
        return switch (value) {
            case Byte _, Short _, Integer _ -> "INTEGER";
            case Long _ -> "BIGINT";
            case Float _ -> "FLOAT";
            case Double _, BigDecimal _ -> "DOUBLE";
            case BigInteger _ -> "HUGEINT";
            case Boolean _ -> "BOOLEAN";
            case Instant _ -> "TIMESTAMP WITH TIME ZONE";
            case LocalDateTime _ -> "TIMESTAMP";
            case LocalDate _ -> "DATE";
            default -> "VARCHAR";
        };
    }

    @Override
    public boolean next() {
        return ++row < grid.rows().size();
    }

    @Override
    public @Nullable Object value(int column) {
        return grid.rows().get(row).get(column);
    }

    @Override
    public void close() {
        // The rows stay where they are.
    }
}
