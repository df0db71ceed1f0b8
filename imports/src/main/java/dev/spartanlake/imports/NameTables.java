package dev.spartanlake.imports;

import dev.spartanlake.catalog.Assets.Kind;
import dev.spartanlake.imports.json.JsonPeek;
import dev.spartanlake.imports.sqlite.SourceRow;
import dev.spartanlake.imports.sqlite.SourceTable;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
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

    private final TableScan scan;
    private final Function<String, Optional<SourceTable>> tables;

    /// @param tables finds a table by its name, if rows with a column `ResponseBody` or `Xuid` can
    ///     be read of it
    NameTables(TableScan scan, Function<String, Optional<SourceTable>> tables) {
        this.scan = scan;
        this.tables = tables;
    }

    /// Takes the names that are wanted.
    void run(Known known) {
        if (!known.wantsNames()) {
            return;
        }
        for (Kind kind : Kind.values()) {
            tables.apply(Objects.requireNonNull(ASSETS.get(kind)))
                    .ifPresent(table -> scan.forEach(table, row -> asset(kind, row, known), MatchTable.BODY));
        }
        tables.apply(ALIASES)
                .filter(table -> table.has("Xuid", "Gamertag"))
                .ifPresent(table -> scan.forEach(table, row -> alias(row, known), null, "Xuid", "Gamertag"));
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
}
