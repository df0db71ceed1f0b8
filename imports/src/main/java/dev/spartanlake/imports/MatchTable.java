package dev.spartanlake.imports;

import dev.spartanlake.Holding;
import dev.spartanlake.Holding.Presence;
import dev.spartanlake.imports.json.JsonPeek;
import dev.spartanlake.imports.sqlite.ForeignDatabase;
import dev.spartanlake.imports.sqlite.SourceRow;
import dev.spartanlake.imports.sqlite.SourceTable;
import dev.spartanlake.intake.ObtainedMatch;
import dev.spartanlake.match.MatchId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Brings the match documents of a database of responses in, each with its skill document. Those
/// that are stored are recognised by their identifiers and not read any further. Of several
/// documents of one match the first good one stands.
final class MatchTable {

    static final String TABLE = "MatchStats";
    static final String BODY = "ResponseBody";

    private static final Holding NOTHING = new Holding(Presence.UNKNOWN, Presence.UNKNOWN, Presence.UNKNOWN);

    private final ForeignDatabase database;
    private final SourceTable table;
    private final String name;
    private final SkillRows skill;
    private final Delivery delivery;
    private final Tally tally;

    /// Rows of matches of which another document waits, which might be refused.
    private final Map<Long, MatchId> again = new LinkedHashMap<>();

    /// @param name what the database is called in reports
    MatchTable(
            ForeignDatabase database, SourceTable table, String name, SkillRows skill, Delivery delivery, Tally tally) {
        this.database = database;
        this.table = table;
        this.name = name;
        this.skill = skill;
        this.delivery = delivery;
        this.tally = tally;
    }

    /// Brings all in, and commits but for the end.
    void run(ImportProgress progress) {
        long last = database.lastRow(table);
        List<SourceRow> page = database.page(table, Long.MIN_VALUE, BODY);
        while (!page.isEmpty()) {
            delivery.goOn();
            take(page);
            progress.advanced(tally.documents(), page.getLast().rowId(), Math.max(last, 1));
            if (delivery.commitIfFull()) {
                takeAgain();
            }
            page = database.page(table, page.getLast().rowId(), BODY);
        }
        delivery.commit();
        takeAgain();
        takeSkill();
        delivery.commit();
    }

    private void take(List<SourceRow> page) {
        Map<SourceRow, MatchId> matches = new LinkedHashMap<>();
        for (SourceRow row : page) {
            tally.document();
            byte[] body = row.body();
            if (body == null && row.bodyBytes() > 0) {
                delivery.tooLong(origin(row), row.bodyBytes());
            } else if (body == null || body.length == 0) {
                delivery.missing(origin(row));
            } else {
                Optional<MatchId> match = JsonPeek.matchId(body);
                match.ifPresentOrElse(
                        found -> matches.put(row, found), () -> delivery.refuseDocument(body, origin(row)));
            }
        }
        Map<MatchId, Holding> holdings = delivery.holdings(matches.values());
        matches.forEach((row, match) -> take(row, match, holdings.getOrDefault(match, NOTHING)));
    }

    private void take(SourceRow row, MatchId match, Holding holding) {
        if (delivery.isAccepted(match)) {
            tally.repeated();
        } else if (delivery.isWaiting(match)) {
            again.put(row.rowId(), match);
        } else {
            bring(row, match, holding);
        }
    }

    private void bring(SourceRow row, MatchId match, Holding holding) {
        boolean isStored = holding.document() == Presence.STORED;
        byte[] rating = holding.skill() == Presence.STORED ? null : skill.of(match);
        if (isStored && rating == null) {
            delivery.note(match);
            tally.present();
            return;
        }
        ObtainedMatch obtained = ObtainedMatch.of(match, origin(row));
        byte[] document = isStored ? null : row.body();
        if (document != null) {
            obtained = obtained.withDocument(document);
        }
        if (rating != null) {
            obtained = obtained.withSkill(rating);
        }
        delivery.add(obtained, document, rating == null ? Parts.NONE : Parts.SKILL);
    }

    /// Looks at those again of which another document waited: where that was refused, this may be a
    /// good one.
    private void takeAgain() {
        Map<Long, MatchId> rows = new LinkedHashMap<>(again);
        again.clear();
        rows.forEach((rowId, match) -> {
            if (delivery.isAccepted(match)) {
                tally.repeated();
            } else {
                database.row(table, rowId, BODY).ifPresent(row -> {
                    Map<MatchId, Holding> holdings = delivery.holdings(List.of(match));
                    take(row, match, holdings.getOrDefault(match, NOTHING));
                });
                delivery.commit();
            }
        });
    }

    /// Skill documents of matches that are in no row, and may be stored.
    private void takeSkill() {
        List<MatchId> matches = skill.matches().stream()
                .filter(match -> !delivery.isAccepted(match))
                .toList();
        Map<MatchId, Holding> holdings = delivery.holdings(matches);
        for (MatchId match : matches) {
            delivery.goOn();
            Holding holding = holdings.getOrDefault(match, NOTHING);
            byte[] rating = holding.skill() == Presence.STORED ? null : skill.of(match);
            if (holding.document() != Presence.STORED) {
                tally.withoutMatch(Parts.SKILL);
            } else if (rating != null) {
                delivery.add(
                        ObtainedMatch.of(match, name + "!" + SkillRows.TABLE).withSkill(rating), null, Parts.SKILL);
                delivery.commitIfFull();
            }
        }
    }

    private String origin(SourceRow row) {
        return name + "!" + table.name() + ":" + row.rowId();
    }
}
