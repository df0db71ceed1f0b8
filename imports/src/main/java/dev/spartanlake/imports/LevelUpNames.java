package dev.spartanlake.imports;

import dev.spartanlake.catalog.Assets.Kind;
import dev.spartanlake.catalog.Assets.NamedAsset;
import dev.spartanlake.imports.sqlite.ForeignDatabase;
import dev.spartanlake.imports.sqlite.SourceRow;
import dev.spartanlake.match.MatchId;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/// The names in the metadata database of a LevelUp warehouse. There are two schemas of it; the one
/// that translations alone were put into has none of these.
final class LevelUpNames {

    private final TableScan scan;

    LevelUpNames(TableScan scan) {
        this.scan = scan;
    }

    /// Whether a database is one.
    static boolean isOne(ForeignDatabase database) {
        return database.table("medal_definitions").isPresent()
                && database.table("playlists").isPresent();
    }

    /// Takes the names that are wanted.
    void run(Known known) {
        forEach(
                "players",
                row -> Answers.xuid(row.text(0)).ifPresent(player -> known.name(player, row.text(1))),
                "xuid",
                "gamertag");
        for (Kind kind : List.of(Kind.MAP, Kind.PLAYLIST, Kind.GAME_VARIANT)) {
            forEach(
                    kind.table(),
                    row -> {
                        if (MatchId.isGuid(row.text(0)) && !row.text(2).isBlank()) {
                            String id = row.text(0).toLowerCase(Locale.ROOT);
                            known.name(new Answers.AssetVersion(
                                    row.text(1).toLowerCase(Locale.ROOT),
                                    new NamedAsset(kind, id, row.text(2), null, null, null)));
                        }
                    },
                    "asset_id",
                    "version_id",
                    "public_name");
        }
    }

    private void forEach(String name, Consumer<SourceRow> row, String... columns) {
        scan.database()
                .table(name)
                .filter(table -> table.has(columns))
                .ifPresent(table -> scan.forEach(table, row, null, columns));
    }
}
