package dev.spartanlake.cli.render;

import java.util.Locale;

/// The forms in which rows can be had.
public enum RowFormat {
    /// Aligned columns for people.
    TABLE {
        @Override
        public String render(Grid grid, Screen screen) {
            return TableText.of(grid, screen);
        }
    },
    /// One array of objects.
    JSON {
        @Override
        public String render(Grid grid, Screen screen) {
            return JsonRows.of(grid);
        }
    },
    /// Comma-separated values of RFC 4180 with a header.
    CSV {
        @Override
        public String render(Grid grid, Screen screen) {
            return CsvRows.of(grid);
        }
    },
    /// A table for a Markdown document.
    MARKDOWN {
        @Override
        public String render(Grid grid, Screen screen) {
            return MarkdownTable.of(grid);
        }
    };

    /// The rows as text that ends with a line break.
    ///
    /// @param screen what a table has to fit; of no matter to the other forms
    public abstract String render(Grid grid, Screen screen);

    /// The name as users write it.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
