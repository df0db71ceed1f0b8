package dev.spartanlake.cli.render;

import dev.spartanlake.query.QueryResult;
import dev.spartanlake.query.result.ResultColumn;
import java.util.List;
import java.util.stream.Collectors;

/// The answer to a question as text.
public final class AnswerText {

    private static final List<String> PLAN = List.of("explain_key", "explain_value");

    private AnswerText() {}

    /// The rows in a form; for people, the plan that `EXPLAIN` answers with is the drawing it is, which no table may
    /// hold.
    ///
    /// @param screen what a table has to fit
    public static String of(QueryResult answer, RowFormat format, Screen screen) {
        return format == RowFormat.TABLE && isPlan(answer) ? plan(answer) : format.render(Grid.of(answer), screen);
    }

    private static boolean isPlan(QueryResult answer) {
        return answer.columns().stream().map(ResultColumn::name).toList().equals(PLAN);
    }

    private static String plan(QueryResult answer) {
        return answer.rows().stream()
                .map(row -> String.valueOf(row.get(1))
                        .lines()
                        .map(Printable::of)
                        .collect(Collectors.joining("\n", "", "\n")))
                .collect(Collectors.joining("\n"));
    }
}
