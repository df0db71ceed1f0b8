package dev.spartanlake.cli.render.answer;

import dev.spartanlake.analytics.career.Breakdown.Group;
import dev.spartanlake.analytics.career.Dimension;
import dev.spartanlake.analytics.career.PersonalRecords.PersonalRecord;
import dev.spartanlake.analytics.match.MatchLine;
import dev.spartanlake.analytics.measure.Measure;
import dev.spartanlake.analytics.medal.MedalDifficulties.Difficulty;
import dev.spartanlake.analytics.medal.MedalTotals.Medal;
import dev.spartanlake.analytics.people.Companions.Companion;
import dev.spartanlake.analytics.question.RecordShape;
import dev.spartanlake.analytics.session.Fatigue.Position;
import dev.spartanlake.analytics.session.SessionList.PlaySession;
import dev.spartanlake.analytics.trend.MmrBalance.Balance;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The tables of answers that are lists.
public final class Lists {

    private static final int BAR_WIDTH = 10;

    private final FigureText figures;

    /// @param figures how figures look
    public Lists(FigureText figures) {
        this.figures = figures;
    }

    /// A career in groups.
    public Answer groups(Dimension by, List<Group> groups) {
        return new ListAnswer<>(
                RecordShape.of(Group.class),
                groups,
                figures,
                columns -> columns.text(
                                "heading." + by.name().toLowerCase(Locale.ROOT), group -> label(by, group.label()))
                        .count("heading.matches", group -> group.tally().matches())
                        .balance(Group::tally)
                        .measure(Measure.WIN_RATE, Group::measures)
                        .winBar(group -> group.measures().known().get(Measure.WIN_RATE))
                        .dispensable()
                        .measure(Measure.KDA, Group::measures)
                        .measure(Measure.KD_RATIO, Group::measures)
                        .dispensable()
                        .measure(Measure.ACCURACY, Group::measures)
                        .measure(Measure.PERFORMANCE_SCORE, Group::measures));
    }

    private @Nullable String label(Dimension by, @Nullable String label) {
        if (label == null) {
            return null;
        }
        return switch (by) {
            case HOUR -> label + ":00";
            case WEEKDAY -> figures.messages().list("weekdays").get(Integer.parseInt(label) - 1);
            case MAP, PLAYLIST, MODE, CATEGORY, DAY, WEEK, MONTH, YEAR, SEASON -> label;
        };
    }

    /// The latest matches.
    public Answer matches(List<MatchLine> matches) {
        return new ListAnswer<>(
                RecordShape.of(MatchLine.class),
                matches,
                figures,
                columns -> columns.minute("heading.start", MatchLine::startTime)
                        .orDay("heading.day", MatchLine::startTime)
                        .text("heading.map", MatchLine::mapName)
                        .text("heading.mode", MatchLine::modeName)
                        .outcome(MatchLine::outcome)
                        .count("heading.kills", MatchLine::kills)
                        .count("heading.deaths", MatchLine::deaths)
                        .count("heading.assists", MatchLine::assists)
                        .measure(Measure.KDA, MatchLine::measures)
                        .dispensable()
                        .measure(Measure.PERFORMANCE_SCORE, MatchLine::measures)
                        .dispensable()
                        .faint("heading.id", match -> match.matchId().substring(0, 8)));
    }

    /// The best matches.
    public Answer records(List<PersonalRecord> records) {
        return new ListAnswer<>(
                RecordShape.of(PersonalRecord.class),
                records,
                figures,
                columns -> columns.whole(
                                "heading.feat", record -> figures.messages().text("feat." + record.feat()))
                        .number("heading.value", record -> figures.ofMatch(measure(record.feat()), record.value()))
                        .day("heading.day", PersonalRecord::startTime)
                        .dispensable()
                        .text("heading.map", PersonalRecord::mapName)
                        .text("heading.mode", PersonalRecord::modeName)
                        .faint("heading.id", record -> record.matchId().substring(0, 8)));
    }

    static Measure measure(String column) {
        return Measure.named(column).orElseThrow();
    }

    /// Play sessions.
    public Answer sessions(List<PlaySession> sessions) {
        return new ListAnswer<>(
                RecordShape.of(PlaySession.class),
                sessions,
                figures,
                columns -> columns.minute("heading.start", PlaySession::startTime)
                        .number(
                                "heading.length",
                                session -> figures.length((session.endTime().toEpochMilli()
                                                - session.startTime().toEpochMilli())
                                        / 1000.0))
                        .count("heading.matches", session -> session.tally().matches())
                        .balance(PlaySession::tally)
                        .measure(Measure.WIN_RATE, PlaySession::measures)
                        .measure(Measure.KDA, PlaySession::measures)
                        .measure(Measure.KD_RATIO, PlaySession::measures)
                        .dispensable()
                        .measure(Measure.ACCURACY, PlaySession::measures)
                        .measure(Measure.PERFORMANCE_SCORE, PlaySession::measures));
    }

    /// How playing changes within a session.
    public Answer fatigue(List<Position> positions) {
        return new ListAnswer<>(
                RecordShape.of(Position.class),
                positions,
                figures,
                columns -> columns.count("heading.position", Position::position)
                        .count("heading.matches", position -> position.tally().matches())
                        .measure(Measure.WIN_RATE, Position::measures)
                        .winBar(position -> position.measures().known().get(Measure.WIN_RATE))
                        .dispensable()
                        .measure(Measure.KDA, Position::measures)
                        .measure(Measure.KD_RATIO, Position::measures)
                        .measure(Measure.ACCURACY, Position::measures)
                        .measure(Measure.PERFORMANCE_SCORE, Position::measures));
    }

    /// Medals by kind.
    public Answer medals(List<Medal> medals) {
        return new ListAnswer<>(
                RecordShape.of(Medal.class),
                medals,
                figures,
                columns -> columns.text(
                                "heading.medal",
                                medal -> medal.name() == null
                                        ? figures.messages().text("medal.unnamed", medal.medalNameId())
                                        : medal.name())
                        .text("heading.difficulty", medal -> difficulty(medal.difficulty()))
                        .count("heading.count", Medal::count)
                        .bar(medals, Medal::count, BAR_WIDTH)
                        .dispensable()
                        .number("heading.per-match", medal -> figures.messages().decimal(medal.perMatch(), 2))
                        .day("heading.first", Medal::firstEarned)
                        .dispensable()
                        .day("heading.last", Medal::lastEarned));
    }

    /// Medals by difficulty.
    public Answer difficulties(List<Difficulty> difficulties) {
        return new ListAnswer<>(
                RecordShape.of(Difficulty.class),
                difficulties,
                figures,
                columns -> columns.text("heading.difficulty", row -> difficulty(row.difficulty()))
                        .count("heading.count", Difficulty::count)
                        .bar(difficulties, Difficulty::count, BAR_WIDTH)
                        .number("heading.per-match", row -> figures.messages().decimal(row.perMatch(), 2))
                        .count("heading.kinds", Difficulty::kinds)
                        .count("heading.of-kinds", Difficulty::kindsKnown));
    }

    private @Nullable String difficulty(@Nullable String name) {
        return switch (name) {
            case null -> null;
            case "normal", "heroic", "legendary", "mythic" -> figures.messages().text("difficulty." + name);
            default -> name;
        };
    }

    /// Team-mates.
    public Answer teamMates(List<Companion> companions) {
        return new ListAnswer<>(
                RecordShape.of(Companion.class),
                companions,
                figures,
                columns -> columns.text("heading.player", Lists::name)
                        .count("heading.together", Companion::together)
                        .measureOf("heading.win-with", Measure.WIN_RATE, Companion::winRateTogether)
                        .winBar(Companion::winRateTogether)
                        .dispensable()
                        .measureOf("heading.win-without", Measure.WIN_RATE, Companion::winRateWithout)
                        .measureOf("heading.kda-with", Measure.KDA, Companion::kdaTogether)
                        .count("heading.against", Companion::against)
                        .dispensable()
                        .day("heading.last", Companion::lastMet));
    }

    /// Opponents.
    public Answer rivals(List<Companion> companions) {
        return new ListAnswer<>(
                RecordShape.of(Companion.class),
                companions,
                figures,
                columns -> columns.text("heading.player", Lists::name)
                        .count("heading.against", Companion::against)
                        .measureOf("heading.win-against", Measure.WIN_RATE, Companion::winRateAgainst)
                        .winBar(Companion::winRateAgainst)
                        .dispensable()
                        .measureOf("heading.kda-against", Measure.KDA, Companion::kdaAgainst)
                        .count("heading.together", Companion::together)
                        .dispensable()
                        .day("heading.last", Companion::lastMet));
    }

    private static String name(Companion companion) {
        return companion.gamertag() == null ? companion.xuid() : companion.gamertag();
    }

    /// Matches by the difference of the teams' ratings.
    public Answer balances(List<Balance> balances) {
        return new ListAnswer<>(
                RecordShape.of(Balance.class),
                balances,
                figures,
                columns -> columns.number(
                                "heading.advantage",
                                balance -> figures.messages().signed((double) balance.advantageFrom(), 0) + " … "
                                        + figures.messages().signed((double) balance.advantageTo(), 0))
                        .count("heading.matches", balance -> balance.tally().matches())
                        .balance(Balance::tally)
                        .measure(Measure.WIN_RATE, Balance::measures)
                        .winBar(balance -> balance.measures().known().get(Measure.WIN_RATE))
                        .dispensable()
                        .measure(Measure.KDA, Balance::measures)
                        .measure(Measure.KILLS_ABOVE_EXPECTED, Balance::measures)
                        .measure(Measure.DEATHS_ABOVE_EXPECTED, Balance::measures));
    }
}
