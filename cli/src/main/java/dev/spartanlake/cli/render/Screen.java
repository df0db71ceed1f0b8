package dev.spartanlake.cli.render;

/// What text for people has to fit.
///
/// @param columns how many characters a line may have
/// @param symbols whether more than ASCII can be shown
public record Screen(int columns, Symbols symbols) {

    private static final int LEAST_COLUMNS = 20;

    /// Takes a screen of less than 20 columns for one of 20.
    public Screen {
        columns = Math.max(columns, LEAST_COLUMNS);
    }

    /// A file or a pipe: lines of any length.
    public static Screen unlimited() {
        return new Screen(Integer.MAX_VALUE, Symbols.UNICODE);
    }

    /// The characters that texts are decorated with.
    public enum Symbols {
        /// Lines and an ellipsis of Unicode.
        UNICODE("─", "…"),
        /// What every encoding has.
        ASCII("-", "~");

        private final String line;
        private final String ellipsis;

        Symbols(String line, String ellipsis) {
            this.line = line;
            this.ellipsis = ellipsis;
        }

        /// One piece of a horizontal line.
        String line() {
            return line;
        }

        /// The mark of something left out, one column wide.
        String ellipsis() {
            return ellipsis;
        }
    }
}
