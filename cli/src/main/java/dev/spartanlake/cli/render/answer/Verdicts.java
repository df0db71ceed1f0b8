package dev.spartanlake.cli.render.answer;

import dev.spartanlake.analytics.trend.Verdict;
import dev.spartanlake.cli.render.AlignedTable.Cell;
import dev.spartanlake.cli.render.Messages;
import dev.spartanlake.cli.render.Tone;

/// Verdicts in a word.
final class Verdicts {

    private Verdicts() {}

    static Cell cell(Verdict verdict, Messages messages) {
        return switch (verdict) {
            case IMPROVING -> new Cell(messages.text("verdict.improving"), Tone.GOOD);
            case DECLINING -> new Cell(messages.text("verdict.declining"), Tone.BAD);
            case STEADY -> new Cell(messages.text("verdict.steady"), Tone.FAINT);
            case UNKNOWN -> new Cell(messages.text("verdict.unknown"), Tone.FAINT);
        };
    }
}
