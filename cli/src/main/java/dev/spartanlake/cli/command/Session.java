package dev.spartanlake.cli.command;

import dev.spartanlake.Warehouse;
import dev.spartanlake.WarehouseConfig;
import dev.spartanlake.cli.command.Surroundings.Display;
import dev.spartanlake.cli.render.Messages;
import dev.spartanlake.cli.render.Printable;
import dev.spartanlake.cli.render.Screen;
import dev.spartanlake.cli.render.Screen.Colors;
import dev.spartanlake.cli.render.Screen.Symbols;
import dev.spartanlake.cli.render.SuggestedCommands;
import dev.spartanlake.cli.settings.Configuration;
import dev.spartanlake.cli.settings.Machine;
import dev.spartanlake.cli.settings.Setting;
import dev.spartanlake.commit.StopSignal;
import dev.spartanlake.query.Limits;
import dev.spartanlake.reference.Language;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What a running command works with: the warehouse the user means, the user's language, and the streams.
public final class Session {

    private static final int USUAL_COLUMNS = 80;

    private final Surroundings surroundings;
    private final Spartanlake options;
    private final @Nullable Path place;
    private @Nullable Configuration configuration;
    private @Nullable Messages messages;

    /// A session of one command.
    ///
    /// @param options the options that every command has
    public Session(Surroundings surroundings, Spartanlake options) {
        this(surroundings, options, options.warehouse());
    }

    private Session(Surroundings surroundings, Spartanlake options, @Nullable Path place) {
        this.surroundings = surroundings;
        this.options = options;
        this.place = place;
    }

    /// The same with a warehouse the command chose.
    Session in(Path directory) {
        return new Session(surroundings, options, directory);
    }

    /// The machine that the process runs on.
    Machine machine() {
        return Machine.ofThisProcess(surroundings.environment());
    }

    /// What is configured for the warehouse. It is read when it is first asked for, so that what is wrong in it
    /// keeps nobody from reading the help.
    ///
    /// @throws dev.spartanlake.cli.settings.ConfigurationException when something makes no sense
    Configuration configuration() {
        Configuration read = configuration;
        if (read == null) {
            read = Configuration.of(machine(), directory());
            configuration = read;
        }
        return read;
    }

    /// The language of names, answers and remarks.
    public Language language() {
        Language chosen = chosenLanguage();
        return chosen == null ? configuration().value(Setting.LANGUAGE) : chosen;
    }

    /// The language the user named as an option; null when the user named none.
    @Nullable
    Language chosenLanguage() {
        return options.language();
    }

    /// The zone in which times are shown.
    public ZoneId timeZone() {
        return configuration().value(Setting.TIME_ZONE);
    }

    /// What a question may cost. Half of the memory is for tables that stay between questions.
    public Limits limits() {
        long memory = configuration().value(Setting.QUERY_MEMORY);
        return new Limits(
                configuration().value(Setting.MAX_ROWS), configuration().value(Setting.TIMEOUT), memory, memory / 2);
    }

    /// The words of the user's language.
    public Messages messages() {
        Messages words = messages;
        if (words == null) {
            words = Messages.in(language());
            messages = words;
        }
        return words;
    }

    /// The process around the command.
    Surroundings surroundings() {
        return surroundings;
    }

    /// Standard input.
    public InputStream in() {
        return surroundings.in();
    }

    /// The warehouse for a command that reads, or that gives up at once when another one writes.
    ///
    /// @param command what the work is done for
    public Warehouse warehouse(String command) {
        return warehouse(command, Duration.ZERO);
    }

    /// The warehouse for a command that writes.
    ///
    /// @param patience how long to wait for another writer; null for as long as is configured
    Warehouse warehouse(String command, @Nullable Duration patience) {
        return warehouse(command, patience, surroundings.stop());
    }

    /// The warehouse for a command that writes, and that may want to finish what it has begun.
    ///
    /// @param patience how long to wait for another writer; null for as long as is configured
    /// @param stop ends what the warehouse is doing
    Warehouse warehouse(String command, @Nullable Duration patience, StopSignal stop) {
        return Warehouse.at(
                directory(),
                config(command)
                        .withLockPatience(patience == null ? configuration().value(Setting.LOCK_WAIT) : patience)
                        .withStop(stop));
    }

    /// The warehouse for a command that reads and stays, and whose questions something else cancels than the end of
    /// the process.
    Warehouse warehouse(String command, StopSignal cancel) {
        return Warehouse.at(directory(), config(command).withStop(cancel));
    }

    private WarehouseConfig config(String command) {
        Configuration configured = configuration();
        return WarehouseConfig.standard()
                .withCareerRules(configured.careerRules())
                .withEngineMemoryBytes(configured.value(Setting.ENGINE_MEMORY))
                .withThreads(configured.value(Setting.INGEST_THREADS))
                .withCommitBytes(configured.value(Setting.COMMIT_SIZE))
                .withCommand(command);
    }

    /// The directory the user named; null when the user named none.
    @Nullable
    Path chosenWarehouse() {
        return options.warehouse();
    }

    private Path directory() {
        return place == null ? machine().warehouse() : place;
    }

    /// Data, to standard output, as it is.
    public void answer(String text) {
        surroundings.out().print(text);
        surroundings.out().flush();
    }

    /// Data of a file, to standard output, as they are.
    ///
    /// @throws IOException when the file cannot be read
    void answer(Path file) throws IOException {
        Files.copy(file, surroundings.out());
        surroundings.out().flush();
    }

    /// A report, to standard output, in the form the user asked for.
    ///
    /// @param text the report in words; commands that it suggests are made to be about this warehouse
    /// @param json the report for programs
    void report(ReportFormat format, Supplier<String> text, Supplier<String> json) {
        answer(format == ReportFormat.JSON ? json.get() : suggestions().in(text.get()));
    }

    private SuggestedCommands suggestions() {
        return new SuggestedCommands(place);
    }

    /// A line of talk, to standard error.
    public void remark(String line) {
        surroundings.err().println(Printable.of(suggestions().in(line)));
    }

    /// What the answer has to fit: a terminal's width, anything in a file.
    public Screen screen() {
        return surroundings.display() == Display.PIPE ? Screen.unlimited() : new Screen(columns(), symbols(), colors());
    }

    /// Whether a person watches.
    public Display display() {
        return surroundings.display();
    }

    private int columns() {
        String columns = surroundings.variable("COLUMNS");
        return columns.matches("[0-9]{1,5}") ? Integer.parseInt(columns) : USUAL_COLUMNS;
    }

    private Colors colors() {
        boolean wanted = surroundings.variable("NO_COLOR").isEmpty()
                && !surroundings.variable("TERM").equals("dumb");
        return wanted ? Colors.ANSI : Colors.NONE;
    }

    private Symbols symbols() {
        boolean canShow = surroundings.out().charset().newEncoder().canEncode("─…█░▁▇");
        return canShow ? Symbols.UNICODE : Symbols.ASCII;
    }
}
