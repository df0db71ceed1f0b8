package dev.spartanlake.cli.render.answer;

import dev.spartanlake.cli.render.Grid;
import dev.spartanlake.cli.render.Screen;

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

    /// As rows for CSV and Markdown: the list that the answer is, or the longest it has.
    Grid grid();
}
