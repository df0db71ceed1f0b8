package dev.spartanlake.imports;

import dev.spartanlake.catalog.Assets.Kind;
import dev.spartanlake.imports.json.JsonPeek;
import dev.spartanlake.imports.sqlite.ForeignDatabase;
import dev.spartanlake.imports.sqlite.SourceRow;
import dev.spartanlake.imports.sqlite.SourceTable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Takes names out of a database of responses: those of the versions of assets that were played
/// last, and those of players.
final class NameTables {

    private static final Map<Kind, String> ASSETS = Map.of(
            Kind.MAP, "Maps",
            Kind.PLAYLIST, "Playlists",
            Kind.MAP_MODE_PAIR, "PlaylistMapModePairs",
            Kind.GAME_VARIANT, "GameVariants");

    static final String ALIASES = "XuidAliases";

    private final ForeignDatabase database;
    private final Function<String, Optional<SourceTable>> tables;

    /// @param tables finds a table by its name, if rows with a column `ResponseBody` or `Xuid` can
    ///     be read of it
    NameTables(ForeignDatabase database, Function<String, Optional<SourceTable>> tables) {
        this.database = database;
        this.tables = tables;
    }

    /// Takes the names that are wanted.
    void run(Known known) {
        if (!known.wantsNames()) {
            return;
        }
        for (Kind kind : Kind.values()) {
            tables.apply(Objects.requireNonNull(ASSETS.get(kind)))
                    .ifPresent(table -> forEach(table, row -> asset(kind, row, known), MatchTable.BODY));
        }
        tables.apply(ALIASES)
                .filter(table -> table.has("Xuid", "Gamertag"))
                .ifPresent(table -> forEach(table, row -> alias(row, known), null, "Xuid", "Gamertag"));
    }

    private static void asset(Kind kind, SourceRow row, Known known) {
        byte[] body = row.body();
        JsonNode answer = body == null ? null : JsonPeek.tree(body);
        if (answer != null) {
            Answers.asset(kind, answer).ifPresent(known::name);
        }
    }

    private static void alias(SourceRow row, Known known) {
        Answers.xuid(row.text(0)).ifPresent(player -> known.name(player, row.text(1)));
    }

    private void forEach(SourceTable table, Consumer<SourceRow> row, @Nullable String body, String... texts) {
        List<SourceRow> page = database.page(table, Long.MIN_VALUE, body, texts);
        while (!page.isEmpty()) {
            page.forEach(row);
            page = database.page(table, page.getLast().rowId(), body, texts);
        }
    }
}
