package dev.spartanlake.cli.render;

/// What text for people has to fit.
///
/// @param columns how many characters a line may have
/// @param symbols whether more than ASCII can be shown
/// @param colors whether text can have colours
public record Screen(int columns, Symbols symbols, Colors colors) {

    private static final int LEAST_COLUMNS = 20;

    /// Takes a screen of less than 20 columns for one of 20.
    public Screen {
        columns = Math.max(columns, LEAST_COLUMNS);
    }

    /// A screen without colours.
    public Screen(int columns, Symbols symbols) {
        this(columns, symbols, Colors.NONE);
    }

    /// A file or a pipe: lines of any length.
    public static Screen unlimited() {
        return new Screen(Integer.MAX_VALUE, Symbols.UNICODE);
    }

    /// Whether text can have colours.
    public enum Colors {
        /// By the escape sequences of ECMA-48.
        ANSI,
        /// Not at all.
        NONE
    }

    /// The characters that texts are decorated with.
    public enum Symbols {
        /// Lines and an ellipsis of Unicode.
        UNICODE("─", "…", "█", "░", "▁▂▃▄▅▆▇█"),
        /// What every encoding has.
        ASCII("-", "~", "#", ".", "_.-=+*%#");

        private final String line;
        private final String ellipsis;
        private final String full;
        private final String empty;
        private final String heights;

        Symbols(String line, String ellipsis, String full, String empty, String heights) {
            this.line = line;
            this.ellipsis = ellipsis;
            this.full = full;
            this.empty = empty;
            this.heights = heights;
        }

        /// One piece of a horizontal line.
        String line() {
            return line;
        }

        /// The mark of something left out, one column wide.
        String ellipsis() {
            return ellipsis;
        }

        /// The part of a bar that counts.
        public String full() {
            return full;
        }

        /// The part of a bar that is missing from the whole.
        public String empty() {
            return empty;
        }

        /// Eight heights from low to high, one character each.
        public String heights() {
            return heights;
        }
    }
}
