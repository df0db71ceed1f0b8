package dev.spartanlake.cli.render.answer;

import dev.spartanlake.analytics.film.Openings.Opening;
import dev.spartanlake.analytics.film.Timeline.Minute;
import dev.spartanlake.analytics.measure.Measure;
import dev.spartanlake.analytics.people.Duels.Duel;
import dev.spartanlake.analytics.question.RecordShape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The tables of what films tell of a career.
public final class FilmLists {

    private static final int BAR_WIDTH = 10;

    private final FigureText figures;

    /// @param figures how figures look
    public FilmLists(FigureText figures) {
        this.figures = figures;
    }

    /// Who kills whom.
    public Answer duels(List<Duel> duels) {
        return new ListAnswer<>(
                RecordShape.of(Duel.class),
                duels,
                figures,
                columns -> columns.text(
                                "heading.player", duel -> duel.gamertag() == null ? duel.xuid() : duel.gamertag())
                        .count("heading.killed", Duel::kills)
                        .count("heading.killed-by", Duel::deaths)
                        .number("heading.difference", duel -> figures.messages().signed((double) duel.difference(), 0))
                        .winBar(FilmLists::share)
                        .dispensable()
                        .count("heading.matches", Duel::matches)
                        .number("heading.kills-per-match", duel -> decimal(duel.killsPerMatch()))
                        .dispensable()
                        .number("heading.deaths-per-match", duel -> decimal(duel.deathsPerMatch()))
                        .dispensable()
                        .day("heading.last", Duel::lastMet)
                        .dispensable());
    }

    /// Percent of the duels that the player won.
    private static double share(Duel duel) {
        return 100.0 * duel.kills() / (duel.kills() + duel.deaths());
    }

    private String decimal(@Nullable Double value) {
        return value == null ? FigureText.text(null) : figures.messages().decimal(value, 2);
    }

    /// How matches begin.
    public Answer openings(List<Opening> openings) {
        return new ListAnswer<>(
                RecordShape.of(Opening.class),
                openings,
                figures,
                columns -> columns.text(
                                "heading.opening", opening -> figures.messages().text("opening." + opening.opening()))
                        .count("heading.count", Opening::times)
                        .count("heading.of-matches", Opening::matches)
                        .measureOf("heading.share", Measure.WIN_RATE, Opening::share)
                        .measureOf("heading.win-then", Measure.WIN_RATE, Opening::winRate)
                        .winBar(Opening::winRate)
                        .dispensable()
                        .measureOf("heading.win-otherwise", Measure.WIN_RATE, Opening::winRateOtherwise)
                        .measureOf("heading.kda-then", Measure.KDA, Opening::kda)
                        .dispensable()
                        .measureOf("heading.kda-otherwise", Measure.KDA, Opening::kdaOtherwise)
                        .dispensable());
    }

    /// When things happen.
    public Answer timeline(List<Minute> minutes) {
        return new ListAnswer<>(
                RecordShape.of(Minute.class),
                minutes,
                figures,
                columns -> columns.count("heading.minute", Minute::minute)
                        .count("heading.matches", Minute::matches)
                        .number("heading.kills", minute -> decimal(minute.killsPerMatch()))
                        .bar(minutes, Minute::killsPerMatch, BAR_WIDTH)
                        .dispensable()
                        .number("heading.deaths", minute -> decimal(minute.deathsPerMatch()))
                        .bar(minutes, Minute::deathsPerMatch, BAR_WIDTH)
                        .dispensable()
                        .number("heading.medals", minute -> decimal(minute.medalsPerMatch()))
                        .bar(minutes, Minute::medalsPerMatch, BAR_WIDTH)
                        .dispensable());
    }
}
