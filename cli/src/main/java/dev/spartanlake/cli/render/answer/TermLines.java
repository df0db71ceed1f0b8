package dev.spartanlake.cli.render.answer;

import dev.spartanlake.cli.render.AlignedTable.Alignment;
import dev.spartanlake.cli.render.AlignedTable.Cell;
import dev.spartanlake.cli.render.AlignedTable.Column;
import dev.spartanlake.cli.render.Messages;
import dev.spartanlake.cli.render.Screen;
import dev.spartanlake.cli.render.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Lines of a term and what there is to say about it, the latter one below the other.
final class TermLines {

    private static final String GAP = "  ";

    private final Messages messages;
    private final Screen screen;
    private final List<String> terms = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();

    TermLines(Messages messages, Screen screen) {
        this.messages = messages;
        this.screen = screen;
    }

    /// A line of parts, two blanks between them.
    TermLines add(String key, Cell... parts) {
        terms.add(messages.text(key));
        texts.add(List.of(parts).stream()
                .map(part -> part.tone().on(screen, part.text()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(GAP)));
        return this;
    }

    TermLines add(String key, String text) {
        return add(key, Cell.of(text));
    }

    String text() {
        int width = terms.stream().mapToInt(String::length).max().orElse(0);
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < terms.size(); i++) {
            String term = terms.get(i) + " ".repeat(width - terms.get(i).length());
            lines.append(Tone.FAINT.on(screen, term))
                    .append(GAP)
                    .append(String.join("\n" + " ".repeat(width) + GAP, wrapped(texts.get(i), width)))
                    .append('\n');
        }
        return lines.toString();
    }

    /// The same as a table of two columns.
    List<Column> table() {
        return List.of(
                new Column(
                        messages.text("heading.measure"),
                        terms.stream().map(Cell::of).toList(),
                        Alignment.LEFT),
                new Column(
                        messages.text("heading.value"),
                        texts.stream().map(Cell::of).toList(),
                        Alignment.LEFT));
    }

    /// Lists are broken behind their commas where they are longer than a line.
    private List<String> wrapped(String text, int width) {
        int room = screen.columns() - width - GAP.length();
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String part : text.split("(?<=, )", -1)) {
            if (!line.isEmpty() && line.length() + part.stripTrailing().length() > room) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
            }
            line.append(part);
        }
        lines.add(line.toString());
        return lines;
    }
}
