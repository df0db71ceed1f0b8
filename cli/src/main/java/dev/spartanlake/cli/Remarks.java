package dev.spartanlake.cli;

import dev.spartanlake.cli.render.Printable;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/// Says in one line to standard error what the library has to remark upon while it works, as the commands say
/// everything else.
public final class Remarks extends System.LoggerFinder {

    private static final String LIBRARY = "dev.spartanlake.";

    @Override
    public System.Logger getLogger(String name, Module module) {
        return new Remark(name, name.startsWith(LIBRARY) ? System.Logger.Level.INFO : System.Logger.Level.WARNING);
    }

    /// @param getName who has something to say
    /// @param least the least important level that is worth a line
    private record Remark(String getName, Level least) implements System.Logger {

        @Override
        public boolean isLoggable(Level level) {
            return level != Level.OFF && level.compareTo(least) >= 0;
        }

        @Override
        public void log(
                Level level, @Nullable ResourceBundle bundle, @Nullable String message, @Nullable Throwable thrown) {
            if (isLoggable(level)) {
                System.err.println("spartanlake: " + Printable.line(String.valueOf(message)));
            }
        }

        @Override
        public void log(
                Level level, @Nullable ResourceBundle bundle, @Nullable String format, @Nullable Object... values) {
            if (isLoggable(level) && format != null) {
                String message = values == null || values.length == 0
                        ? format
                        : new MessageFormat(format, Locale.ROOT).format(values);
                System.err.println("spartanlake: " + Printable.line(message));
            }
        }
    }
}
