package dev.spartanlake.cli.render.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.cli.render.AlignedTable;
import dev.spartanlake.cli.render.AlignedTable.Column;
import dev.spartanlake.cli.render.Messages;
import dev.spartanlake.cli.render.Screen;
import dev.spartanlake.cli.render.Screen.Symbols;
import dev.spartanlake.reference.Language;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableColumnsTest {

    private static final FigureText FIGURES = new FigureText(Messages.in(Language.EN), ZoneOffset.UTC);
    private static final List<Played> ROWS =
            List.of(new Played(Instant.parse("2025-01-08T18:39:00Z"), "Solitude - Ranked", 15, 1234));

    private record Played(Instant start, String map, int kills, int damage) {}

    @Test
    void leaveOutWhatIsDispensableBeforeANameIsCut() {
        assertThat(headings(80)).containsExactly("Start", "Map", "K", "Damage");
        assertThat(headings(47)).containsExactly("Start", "Map", "K", "Damage");
        assertThat(headings(46)).containsExactly("Start", "Map", "K");
        assertThat(headings(38)).containsExactly("Start", "Map");
        assertThat(headings(34)).containsExactly("Day", "Map");
        assertThat(headings(20)).containsExactly("Day", "Map");
    }

    @Test
    void cutNothingAsLongAsLeavingOutHelps() {
        assertThat(text(29)).contains("2025-01-08  Solitude - Ranked\n");
        assertThat(text(28)).contains("2025-01-08  Solitude - Rank~\n");
        assertThat(text(80)).contains("2025-01-08 18:39  Solitude - Ranked  15   1,234\n");
    }

    private static List<String> headings(int width) {
        return columns(width).stream().map(Column::header).toList();
    }

    private static String text(int width) {
        return new AlignedTable(columns(width), new Screen(width, Symbols.ASCII)).text();
    }

    private static List<Column> columns(int width) {
        return new TableColumns<Played>(FIGURES, new Screen(width, Symbols.ASCII))
                .minute("heading.start", Played::start)
                .orDay("heading.day", Played::start)
                .text("heading.map", Played::map)
                .count("heading.kills", Played::kills)
                .dispensable()
                .count("measure.short.damage_dealt", Played::damage)
                .dispensable()
                .table(ROWS);
    }
}
