package dev.spartanlake.cli.command;

import dev.spartanlake.Warehouse;
import dev.spartanlake.cli.render.Grid;
import dev.spartanlake.cli.render.RowFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// A command that answers with the rows of a list, and says so where there are none.
abstract class Listing implements Action {

    private final String name;
    private final List<String> columns;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "The form of the answer: table, json, csv or markdown (default: table)")
    private RowFormat format = RowFormat.TABLE;

    /// A list.
    ///
    /// @param name the command, as other processes see it
    /// @param columns the names of the columns
    Listing(String name, List<String> columns) {
        this.name = name;
        this.columns = columns;
    }

    /// The values of each row, in the order of the columns.
    abstract List<List<@Nullable Object>> rows(Warehouse warehouse);

    /// What to say when there are no rows.
    abstract String none(Session session);

    @Override
    public final Outcome run(Session session) {
        List<List<@Nullable Object>> rows;
        try (Warehouse warehouse = session.warehouse(name)) {
            rows = rows(warehouse);
        }
        session.answer(format.render(new Grid(columns, rows), session.screen()));
        if (rows.isEmpty()) {
            session.remark(none(session));
        }
        return Outcome.DONE;
    }
}
