package dev.spartanlake.cli.render.answer;

import dev.spartanlake.cli.render.AlignedTable.Column;
import dev.spartanlake.cli.render.Grid;
import dev.spartanlake.cli.render.Screen;
import java.util.List;

/// An answer in each of its forms.
public interface Answer {

    /// Whether there is nothing to show.
    boolean isEmpty();

    /// What it is about, in whole lines, where that is to be told although there is nothing to show.
    default String preface() {
        return "";
    }

    /// For people.
    String text(Screen screen);

    /// For programs: everything, with names as in the library, numbers at full length and moments in UTC.
    String json();

    /// The table of the text, or its lines where they make none.
    List<Column> table(Screen screen);

    /// As rows for CSV: everything about the list that the answer is, or about the longest it has.
    Grid grid();
}
