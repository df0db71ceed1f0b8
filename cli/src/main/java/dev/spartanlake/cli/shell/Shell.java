package dev.spartanlake.cli.shell;

import dev.spartanlake.Warehouse;
import dev.spartanlake.cli.render.AnswerText;
import dev.spartanlake.cli.render.Grid;
import dev.spartanlake.cli.render.Messages;
import dev.spartanlake.cli.render.RowFormat;
import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.query.Limits;
import dev.spartanlake.query.QueryResult;
import dev.spartanlake.reference.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Answers statements and obeys dot commands, wherever they come from. What was loaded for one question is there
/// for the next.
///
/// **Threads**: for one at a time.
public final class Shell {

    /// How a statement or command went.
    enum Verdict {
        DONE,
        FAILED,
        /// The user took the question back.
        CANCELLED,
        /// The user wants to leave.
        LEAVE
    }

    private final Warehouse warehouse;
    private final Limits limits;
    private final ShellOutput output;
    private Language language;
    private Messages messages;
    private RowFormat mode;
    private boolean timing;
    private @Nullable Vocabulary vocabulary;

    /// A shell.
    ///
    /// @param warehouse what is asked
    /// @param limits what one question may cost
    /// @param language the language of names, answers and remarks to begin with
    /// @param mode the form of answers to begin with
    public Shell(Warehouse warehouse, Limits limits, ShellOutput output, Language language, RowFormat mode) {
        this.warehouse = warehouse;
        this.limits = limits;
        this.output = output;
        this.language = language;
        this.messages = Messages.in(language);
        this.mode = mode;
    }

    /// Says after each answer how long it took.
    public void showTiming() {
        timing = true;
    }

    /// Does nothing but find out whether there is a warehouse to ask.
    ///
    /// @throws WarehouseException when there is none
    public void open() {
        query("SHOW TABLES");
    }

    /// The words of the language that is spoken at the moment.
    Messages messages() {
        return messages;
    }

    ShellOutput output() {
        return output;
    }

    /// Answers a statement.
    ///
    /// @param place where it stands, for the message of an error; empty where that is plain to see
    Verdict ask(String sql, String place) {
        try {
            QueryResult answer = query(sql);
            output.answer(AnswerText.of(answer, mode, output.screen().get()));
            if (answer.truncated()) {
                output.remark(messages.counted("sql.truncated", limits.rows()));
            }
            if (timing) {
                output.remark(messages.counted("sql.rows", answer.rows().size(), messages.elapsed(answer.elapsed())));
            }
            return Verdict.DONE;
        } catch (WarehouseException failed) {
            return failure(failed, place);
        }
    }

    /// Obeys a line that begins with a dot.
    ///
    /// @param place where it stands, as above
    Verdict obey(String line, String place) {
        List<String> words = List.of(line.strip().replaceFirst("[\\s;]+$", "").split("\\s+"));
        Optional<DotCommand> command = DotCommand.named(words.getFirst());
        if (command.isEmpty()) {
            return misuse(messages.text("shell.unknown", words.getFirst()), place);
        }
        List<String> arguments = words.subList(1, words.size());
        String usage = command.get().usage(messages.text("shell.table"));
        if (!fits(command.get(), arguments)) {
            return misuse(messages.text("shell.misuse", usage, String.join(" ", words)), place);
        }
        try {
            return obey(command.get(), arguments.isEmpty() ? "" : arguments.getFirst(), place);
        } catch (WarehouseException failed) {
            return failure(failed, place);
        }
    }

    private static boolean fits(DotCommand command, List<String> arguments) {
        if (command == DotCommand.SCHEMA) {
            return arguments.size() <= 1;
        }
        return command.choices().isEmpty()
                ? arguments.isEmpty()
                : arguments.size() == 1
                        && command.choices().contains(arguments.getFirst().toLowerCase(Locale.ROOT));
    }

    private Verdict obey(DotCommand command, String argument, String place) {
        switch (command) {
            case HELP -> help();
            case TABLES ->
                output.answer(AnswerText.of(
                        query("SHOW TABLES"), mode, output.screen().get()));
            case SCHEMA -> {
                return schema(argument, place);
            }
            case MODE -> mode = RowFormat.valueOf(argument.toUpperCase(Locale.ROOT));
            case TIMING -> timing = argument.equalsIgnoreCase("on");
            case LANG -> {
                language = Language.parse(argument.toLowerCase(Locale.ROOT));
                messages = Messages.in(language);
            }
            case QUIT -> {
                return Verdict.LEAVE;
            }
        }
        return Verdict.DONE;
    }

    private void help() {
        String table = messages.text("shell.table");
        int width = 0;
        for (DotCommand command : DotCommand.values()) {
            width = Math.max(width, command.usage(table).length());
        }
        StringBuilder help = new StringBuilder();
        for (DotCommand command : DotCommand.values()) {
            String usage = command.usage(table);
            help.append(usage)
                    .append(" ".repeat(width - usage.length() + 2))
                    .append(messages.text("shell.help" + command))
                    .append('\n');
        }
        output.answer(help.append(messages.text("shell.help")).append('\n').toString());
    }

    private Verdict schema(String name, String place) {
        Map<String, List<Vocabulary.Column>> tables = vocabulary().tables();
        Optional<String> table = vocabulary().table(name);
        if (!name.isEmpty() && table.isEmpty()) {
            return misuse(messages.text("shell.no-table", name), place);
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        tables.forEach((of, columns) -> {
            if (table.isEmpty() || table.get().equals(of)) {
                columns.forEach(column -> rows.add(
                        table.isEmpty()
                                ? List.of(of, column.name(), column.type())
                                : List.of(column.name(), column.type())));
            }
        });
        List<String> headings = table.isEmpty() ? List.of("table", "column", "type") : List.of("column", "type");
        output.answer(mode.render(new Grid(headings, rows), output.screen().get()));
        return Verdict.DONE;
    }

    /// The names that may be asked for. They are the same for as long as the shell runs.
    ///
    /// @throws WarehouseException when the warehouse cannot be read
    Vocabulary vocabulary() {
        Vocabulary known = vocabulary;
        if (known == null) {
            known = Vocabulary.of(this::query);
            vocabulary = known;
        }
        return known;
    }

    private QueryResult query(String sql) {
        return warehouse.query(sql, List.of(), language, limits);
    }

    private Verdict misuse(String message, String place) {
        output.error(place + message);
        return Verdict.FAILED;
    }

    private Verdict failure(WarehouseException failed, String place) {
        output.error(place + failed.getMessage() + " [" + failed.code().code() + "]");
        return failed.code() == ErrorCode.STOPPED ? Verdict.CANCELLED : Verdict.FAILED;
    }
}
