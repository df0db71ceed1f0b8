package dev.spartanlake.cli.command;

import dev.spartanlake.Warehouse;
import dev.spartanlake.WarehouseConfig;
import dev.spartanlake.cli.command.Surroundings.Display;
import dev.spartanlake.cli.render.Messages;
import dev.spartanlake.cli.render.Printable;
import dev.spartanlake.cli.render.Screen;
import dev.spartanlake.cli.render.Screen.Symbols;
import dev.spartanlake.commit.StopSignal;
import dev.spartanlake.reference.Language;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a running command works with: the warehouse the user means, the user's language, and the streams.
public final class Session {

    private static final int USUAL_COLUMNS = 80;

    private final Surroundings surroundings;
    private final Spartanlake options;
    private final Messages messages;

    /// A session of one command.
    ///
    /// @param options the options that every command has
    public Session(Surroundings surroundings, Spartanlake options) {
        this.surroundings = surroundings;
        this.options = options;
        this.messages = Messages.in(language());
    }

    /// The language of names and remarks.
    Language language() {
        Language chosen = options.language();
        return chosen == null ? UserLanguage.of(surroundings, Locale.getDefault(Locale.Category.DISPLAY)) : chosen;
    }

    /// The words of that language.
    Messages messages() {
        return messages;
    }

    /// The process around the command.
    Surroundings surroundings() {
        return surroundings;
    }

    /// Standard input.
    InputStream in() {
        return surroundings.in();
    }

    /// The warehouse for a command that reads, or that gives up at once when another one writes.
    ///
    /// @param command what the work is done for
    Warehouse warehouse(String command) {
        return warehouse(command, Duration.ZERO);
    }

    /// The warehouse for a command that writes.
    ///
    /// @param patience how long to wait for another writer
    Warehouse warehouse(String command, Duration patience) {
        return warehouseIn(directory(), command, patience);
    }

    private Path directory() {
        @Nullable Path chosen = chosenWarehouse();
        return chosen == null ? WarehouseLocation.ofThisMachine(surroundings).directory() : chosen;
    }

    /// The warehouse for a command that reads and stays, and whose questions something else cancels than the end of
    /// the process.
    Warehouse warehouse(String command, StopSignal cancel) {
        return Warehouse.at(
                directory(), WarehouseConfig.standard().withCommand(command).withStop(cancel));
    }

    /// The directory the user named; null when the user named none.
    @Nullable
    Path chosenWarehouse() {
        return options.warehouse();
    }

    /// The warehouse in a directory the command chose.
    Warehouse warehouseIn(Path directory, String command, Duration patience) {
        return Warehouse.at(
                directory,
                WarehouseConfig.standard()
                        .withCommand(command)
                        .withLockPatience(patience)
                        .withStop(surroundings.stop()));
    }

    /// Data, to standard output, as it is.
    void answer(String text) {
        surroundings.out().print(text);
        surroundings.out().flush();
    }

    /// A line of talk, to standard error.
    void remark(String line) {
        surroundings.err().println(Printable.of(line));
    }

    /// What the answer has to fit: a terminal's width, anything in a file.
    Screen screen() {
        return surroundings.display() == Display.PIPE ? Screen.unlimited() : new Screen(columns(), symbols());
    }

    /// Whether a person watches.
    Display display() {
        return surroundings.display();
    }

    private int columns() {
        String columns = surroundings.variable("COLUMNS");
        return columns.matches("[0-9]{1,5}") ? Integer.parseInt(columns) : USUAL_COLUMNS;
    }

    private Symbols symbols() {
        boolean canShow = surroundings.out().charset().newEncoder().canEncode("─…");
        return canShow ? Symbols.UNICODE : Symbols.ASCII;
    }
}
