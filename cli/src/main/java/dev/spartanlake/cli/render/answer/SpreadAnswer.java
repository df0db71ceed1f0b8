package dev.spartanlake.cli.render.answer;

import dev.spartanlake.analytics.career.Distribution.Bin;
import dev.spartanlake.analytics.career.Distribution.Quantiles;
import dev.spartanlake.analytics.career.Distribution.Spread;
import dev.spartanlake.analytics.measure.Measure;
import dev.spartanlake.analytics.question.RecordShape;
import dev.spartanlake.cli.render.AlignedTable;
import dev.spartanlake.cli.render.AlignedTable.Column;
import dev.spartanlake.cli.render.Grid;
import dev.spartanlake.cli.render.Messages;
import dev.spartanlake.cli.render.Screen;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How a measure's values are spread.
///
/// @param measure what is measured
/// @param spread the spread
/// @param figures how figures look
public record SpreadAnswer(Measure measure, Spread spread, FigureText figures) implements Answer {

    private static final int BAR_WIDTH = 40;

    @Override
    public boolean isEmpty() {
        return spread.quantiles().matches() == 0;
    }

    @Override
    public Grid grid() {
        return AnswerGrid.of(RecordShape.of(Bin.class), spread.bins());
    }

    @Override
    public String json() {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("measure", measure.column());
        object.putAll(AnswerGrid.map(RecordShape.of(Quantiles.class), spread.quantiles()));
        object.put("bins", AnswerGrid.maps(RecordShape.of(Bin.class), spread.bins()));
        return AnswerGrid.json(object);
    }

    @Override
    public String text(Screen screen) {
        Messages messages = figures.messages();
        Quantiles quantiles = spread.quantiles();
        String terms = new TermLines(messages, screen)
                .add("spread.matches", messages.number(quantiles.matches()))
                .add("spread.mean", of(quantiles.mean()))
                .add(
                        "spread.median",
                        messages.text(
                                "spread.median-text", of(quantiles.median()), of(quantiles.p25()), of(quantiles.p75())))
                .add(
                        "spread.range",
                        messages.text(
                                "spread.range-text",
                                figures.ofMatch(measure, quantiles.least()),
                                figures.ofMatch(measure, quantiles.greatest()),
                                of(quantiles.p10()),
                                of(quantiles.p90())))
                .text();
        return messages.text("measure." + measure.column()) + "\n\n" + terms + "\n"
                + new AlignedTable(table(screen), screen).text();
    }

    @Override
    public List<Column> table(Screen screen) {
        TableColumns<Bin> columns = new TableColumns<Bin>(figures, screen)
                .number("heading.from", bin -> of(bin.from()))
                .number("heading.to", bin -> of(bin.to()))
                .count("heading.matches", Bin::matches)
                .bar(spread.bins(), Bin::matches, BAR_WIDTH);
        return columns.table(spread.bins());
    }

    private String of(@Nullable Double value) {
        return figures.measure(measure, value);
    }
}
