package dev.spartanlake.cli.command;

import dev.spartanlake.Warehouse;
import dev.spartanlake.cli.render.Grid;
import dev.spartanlake.cli.render.RowFormat;
import dev.spartanlake.cli.settings.Configuration;
import dev.spartanlake.cli.settings.Setting;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `spartanlake config`: every setting with its value.
@Command(
        name = "config",
        description = {
            "Show every setting, its value in force, and where the value comes from.",
            "An option counts before an environment variable, that before the configuration",
            "file, that before the default. The file is what $SPARTANLAKE_CONFIG names, else",
            "spartanlake.toml in the warehouse, else in your directory for settings."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  spartanlake config", "  spartanlake config --format json"})
final class ConfigCommand implements Action {

    private static final List<String> COLUMNS = List.of("key", "value", "source");

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "The form of the answer: table, json, csv or markdown (default: table)")
    private RowFormat format = RowFormat.TABLE;

    @Override
    public Outcome run(Session session) {
        Configuration configuration = session.configuration();
        List<List<@Nullable Object>> rows = Setting.ALL.stream()
                .map(setting -> row(session, configuration, setting))
                .toList();
        session.answer(format.render(new Grid(COLUMNS, rows), session.screen()));
        Path file = configuration.file();
        session.remark(session.messages().text(configuration.isFilePresent() ? "config.file" : "config.no-file", file));
        try (Warehouse warehouse = session.warehouse("config")) {
            OtherRules.remark(session, warehouse);
        }
        return Outcome.DONE;
    }

    private static List<@Nullable Object> row(Session session, Configuration configuration, Setting<?> setting) {
        boolean isOption = setting.equals(Setting.LANGUAGE) && session.chosenLanguage() != null;
        return Arrays.asList(
                setting.key(),
                isOption ? session.language().tag() : configuration.text(setting),
                isOption ? "--lang" : configuration.source(setting));
    }
}
