package dev.spartanlake.cli.render.answer;

import dev.spartanlake.analytics.match.MatchLine;
import dev.spartanlake.analytics.match.MatchReport.MatchMedal;
import dev.spartanlake.analytics.match.MatchReport.Participant;
import dev.spartanlake.analytics.match.MatchReport.Place;
import dev.spartanlake.analytics.match.MatchReport.Report;
import dev.spartanlake.analytics.match.ScoreAward;
import dev.spartanlake.analytics.measure.Measure;
import dev.spartanlake.analytics.question.RecordShape;
import dev.spartanlake.cli.render.AlignedTable;
import dev.spartanlake.cli.render.AlignedTable.Alignment;
import dev.spartanlake.cli.render.AlignedTable.Cell;
import dev.spartanlake.cli.render.AlignedTable.Column;
import dev.spartanlake.cli.render.Grid;
import dev.spartanlake.cli.render.Messages;
import dev.spartanlake.cli.render.Printable;
import dev.spartanlake.cli.render.Screen;
import dev.spartanlake.cli.render.Tone;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One match in full.
///
/// @param report the match
/// @param awards the player's awards of personal score
/// @param figures how figures look
public record MatchAnswer(Report report, List<ScoreAward> awards, FigureText figures) implements Answer {

    /// Copies the list.
    public MatchAnswer {
        awards = List.copyOf(awards);
    }

    private static final List<Measure> STANDINGS = List.of(
            Measure.KDA,
            Measure.KILLS_PER_MINUTE,
            Measure.DEATHS_PER_MINUTE,
            Measure.ACCURACY,
            Measure.DAMAGE_PER_LIFE,
            Measure.PERSONAL_SCORE,
            Measure.PERFORMANCE_SCORE);

    private static final double PERCENT = 100;
    private static final int BAR_WIDTH = 20;

    @Override
    public boolean isEmpty() {
        return false;
    }

    @Override
    public Grid grid() {
        return AnswerGrid.of(RecordShape.of(Participant.class), report.roster());
    }

    @Override
    public String json() {
        Map<String, @Nullable Object> object =
                new LinkedHashMap<>(AnswerGrid.map(RecordShape.of(MatchLine.class), report.line()));
        Map<String, @Nullable Object> place = AnswerGrid.map(RecordShape.of(Place.class), report.place());
        object.put("session_position", place.remove("session_position"));
        object.put("session_matches", place.remove("session_matches"));
        object.put("percentiles", place);
        object.put("roster", AnswerGrid.maps(RecordShape.of(Participant.class), report.roster()));
        object.put("medals", AnswerGrid.maps(RecordShape.of(MatchMedal.class), report.medals()));
        object.put("awards", AnswerGrid.maps(RecordShape.of(ScoreAward.class), awards));
        return AnswerGrid.json(object);
    }

    @Override
    public String text(Screen screen) {
        return title(screen) + "\n" + terms(screen) + "\n" + new AlignedTable(table(screen), screen).text() + "\n"
                + standings(screen);
    }

    private String title(Screen screen) {
        MatchLine line = report.line();
        String name = FigureText.text(line.modeName()) + " · " + FigureText.text(line.mapName());
        return Tone.STRONG.on(screen, Printable.of(name)) + "  " + Printable.of(FigureText.text(line.playlistName()))
                + "\n";
    }

    private String terms(Screen screen) {
        Messages messages = figures.messages();
        MatchLine line = report.line();
        TermLines terms = new TermLines(messages, screen)
                .add("match.start", figures.minute(line.startTime()))
                .add("match.result", result(line))
                .add(
                        "match.played",
                        messages.text(
                                "match.played-text",
                                figures.length(line.timePlayedSeconds()),
                                messages.number(report.place().sessionPosition()),
                                messages.number(report.place().sessionMatches())));
        if (known(Measure.TEAM_MMR) != null) {
            terms.add("match.mmr", messages.text("match.mmr-text", of(Measure.TEAM_MMR), of(Measure.ENEMY_MMR)));
        }
        if (known(Measure.KILLS_ABOVE_EXPECTED) != null) {
            terms.add(
                    "match.expected",
                    messages.text(
                            "match.expected-text",
                            of(Measure.KILLS_ABOVE_EXPECTED),
                            of(Measure.DEATHS_ABOVE_EXPECTED)));
        }
        if (line.csrBefore() != null || line.csrAfter() != null) {
            terms.add("match.csr", figures.count(line.csrBefore()) + " → " + figures.count(line.csrAfter()));
        }
        String medals = report.medals().stream().map(this::medal).collect(Collectors.joining(", "));
        return terms.add("match.medals", medals.isEmpty() ? FigureText.text(null) : medals)
                .add("match.awards", awards.isEmpty() ? FigureText.text(null) : awardList())
                .add("match.id", line.matchId())
                .text();
    }

    private Cell[] result(MatchLine line) {
        Cell outcome = TableColumns.outcome(line.outcome(), figures.messages());
        String score = line.myTeamScore() == null || line.enemyTeamScore() == null
                ? ""
                : line.myTeamScore() + " : " + line.enemyTeamScore();
        String rank = line.rank() == null ? "" : figures.messages().text("match.rank", line.rank());
        return new Cell[] {outcome, Cell.of(score), Cell.of(rank)};
    }

    private String awardList() {
        return awards.stream()
                .map(award -> (award.name() == null ? Long.toString(award.awardNameId()) : award.name())
                        + (award.count() == 1 ? "" : " ×" + award.count()) + " "
                        + figures.messages().signed((double) award.score(), 0))
                .collect(Collectors.joining(", "));
    }

    private String medal(MatchMedal medal) {
        String name = medal.name() == null
                ? figures.messages().text("medal.unnamed", medal.medalNameId())
                : Printable.of(medal.name());
        return medal.count() == 1 ? name : name + " ×" + medal.count();
    }

    @Override
    public List<Column> table(Screen screen) {
        TableColumns<Participant> columns = new TableColumns<Participant>(figures, screen)
                .add("heading.player", Alignment.LEFT, MatchAnswer::name)
                .number(
                        "heading.team",
                        person -> FigureText.text(
                                person.teamId() == null ? null : person.teamId().toString()))
                .outcome(Participant::outcome)
                .count("heading.kills", Participant::kills)
                .count("heading.deaths", Participant::deaths)
                .count("heading.assists", Participant::assists)
                .measureOf("measure.short.kda", Measure.KDA, Participant::kda)
                .measureOf("measure.short.accuracy", Measure.ACCURACY, Participant::accuracy)
                .count("measure.short.damage_dealt", Participant::damageDealt)
                .dispensable()
                .count("measure.short.personal_score", Participant::personalScore)
                .dispensable();
        return columns.table(report.roster());
    }

    private static Cell name(Participant person) {
        String known = person.gamertag() != null
                ? person.gamertag()
                : person.xuid() != null ? person.xuid() : person.playerId();
        return new Cell(Printable.of(known), person.isTeamMate() ? Tone.STRONG : Tone.PLAIN);
    }

    private String standings(Screen screen) {
        Messages messages = figures.messages();
        TableColumns<Measure> columns = new TableColumns<Measure>(figures, screen)
                .text("heading.measure", measure -> messages.text("measure." + measure.column()))
                .number("heading.value", this::of)
                .number(
                        "heading.percentile",
                        measure -> percentile(measure)
                                .map(percent -> messages.decimal(percent, 0))
                                .orElseGet(() -> FigureText.text(null)))
                .add(
                        "heading.blank",
                        Alignment.LEFT,
                        measure -> Cell.of(percentile(measure)
                                .map(percent -> Picture.bar(percent, PERCENT, BAR_WIDTH, screen))
                                .orElse("")));
        return new AlignedTable(columns.table(STANDINGS), screen).text();
    }

    private Optional<Double> percentile(Measure measure) {
        return Optional.ofNullable(report.place().percentiles().known().get(measure));
    }

    private @Nullable Double known(Measure measure) {
        return report.line().measures().known().get(measure);
    }

    private String of(Measure measure) {
        return figures.ofMatch(measure, known(measure));
    }
}
