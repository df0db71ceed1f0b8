package dev.spartanlake.verify;

import dev.spartanlake.duck.Engine;
import dev.spartanlake.fact.Tables;
import dev.spartanlake.film.Happening;
import dev.spartanlake.schema.Partition;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import java.util.OptionalLong;

/// Compares what events are called with the raw values they follow from. They were named when they were stored: of
/// more medals it may be known since by which numbers films have them.
final class EventCheck {

    private final Engine engine;
    private final Findings findings;
    private final SoundFiles sound;

    EventCheck(Engine engine, Findings findings, SoundFiles sound) {
        this.engine = engine;
        this.findings = findings;
        this.sound = sound;
    }

    /// Looks at the events of a month.
    ///
    /// @param matches the table of those matches whose rows can be made anew
    void run(YearMonth month, String matches) {
        Partition partition = Partition.of(Tables.HIGHLIGHT_EVENTS, null, month);
        sound.find(partition).ifPresent(file -> look(partition, file, matches));
    }

    private void look(Partition partition, Path file, String matches) {
        List<Named> all = engine.query(
                "SELECT flag, code, event, medal_name_id, count(*), min(match_id || ' ' || event_index) FROM "
                        + Engine.parquet(List.of(file)) + " WHERE match_id IN (SELECT match_id FROM " + matches
                        + ") GROUP BY ALL ORDER BY ALL",
                Named::of);
        for (Named named : all) {
            String expected = named.expected();
            if (!expected.equals(named.found())) {
                findings.add(
                        Kind.EVENT_DIFFERS,
                        partition,
                        file,
                        named.first() + " " + expected,
                        Tally.counted(named.found(), named.rows()));
            }
        }
    }

    /// Events of one kind that are called the same.
    ///
    /// @param found what they are called
    /// @param first where the first of them is
    private record Named(int flag, long code, String found, long rows, String first) {

        static Named of(ResultSet row) throws SQLException {
            return new Named(
                    row.getInt(1),
                    row.getLong(2),
                    text(row.getString(3), String.valueOf(row.getString(4))),
                    row.getLong(5),
                    row.getString(6));
        }

        String expected() {
            Happening happening = Happening.of(flag, code);
            OptionalLong medal = happening.medalNameId();
            return text(happening.kind(), medal.isPresent() ? Long.toString(medal.getAsLong()) : "null");
        }

        private static String text(String event, String medal) {
            return "event=" + event + " medal_name_id=" + medal;
        }
    }
}
