package dev.spartanlake.imports;

import dev.spartanlake.document.SkillDocumentParser;
import dev.spartanlake.document.SkillReading;
import dev.spartanlake.imports.sqlite.ForeignDatabase;
import dev.spartanlake.imports.sqlite.SourceRow;
import dev.spartanlake.imports.sqlite.SourceTable;
import dev.spartanlake.match.MatchId;
import dev.spartanlake.validation.Violation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The skill documents of a database of responses: of each match the last one that says something.
/// There may be several of one match, and empty ones of matches that have none.
final class SkillRows {

    static final String TABLE = "PlayerMatchStats";
    private static final String BODY = "ResponseBody";

    private final ForeignDatabase database;
    private final @Nullable SourceTable table;
    private final Map<MatchId, Long> rows = new HashMap<>();

    private SkillRows(ForeignDatabase database, @Nullable SourceTable table) {
        this.database = database;
        this.table = table;
    }

    /// Finds them. The documents themselves are read when they are asked for.
    ///
    /// @param table null because there is none
    /// @param delivery is given those that are no skill documents
    static SkillRows find(ForeignDatabase database, @Nullable SourceTable table, String name, Delivery delivery) {
        SkillRows skill = new SkillRows(database, table);
        if (table != null) {
            List<SourceRow> page = database.page(table, Long.MIN_VALUE, BODY, "MatchId");
            while (!page.isEmpty()) {
                delivery.goOn();
                page.forEach(row -> skill.look(row, name + "!" + table.name() + ":" + row.rowId(), delivery));
                delivery.commitIfFull();
                page = database.page(table, page.getLast().rowId(), BODY, "MatchId");
            }
        }
        return skill;
    }

    private void look(SourceRow row, String origin, Delivery delivery) {
        byte[] body = row.body();
        if (body == null || body.length == 0) {
            if (row.bodyBytes() > 0) {
                delivery.tooLong(origin, row.bodyBytes());
            }
            return;
        }
        switch (SkillDocumentParser.parse(body)) {
            case SkillReading.Read _
            when MatchId.isGuid(row.text(0)) -> rows.put(new MatchId(row.text(0)), row.rowId());
            case SkillReading.Read _ ->
                delivery.refuse(
                        body, origin, List.of(new Violation("", "a match in MatchId", '"' + row.text(0) + '"')));
            case SkillReading.Empty _ -> {
                // Such matches have no skill data, which is no fault.
            }
            case SkillReading.Refused(Violation violation) -> delivery.refuse(body, origin, List.of(violation));
        }
    }

    /// Whether there is any.
    boolean isEmpty() {
        return rows.isEmpty();
    }

    /// The matches that have one.
    List<MatchId> matches() {
        return rows.keySet().stream().sorted().toList();
    }

    /// A match's; null because there is none.
    byte @Nullable [] of(MatchId match) {
        Long row = rows.get(match);
        SourceRow found = row == null || table == null
                ? null
                : database.row(table, row, BODY).orElse(null);
        return found == null ? null : found.body();
    }
}
