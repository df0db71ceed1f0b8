package dev.spartanlake.analytics.oracle;

import dev.spartanlake.analytics.match.MatchLine;
import dev.spartanlake.analytics.match.MatchReport;
import dev.spartanlake.analytics.measure.Measure;
import dev.spartanlake.analytics.measure.MeasureValues;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The list of matches, and one in full.
public record ExpectedMatches(Selection selection) {

    /// The answer to `MatchList`.
    public List<MatchLine> list(int limit) {
        return selection.matches().reversed().stream()
                .limit(limit)
                .map(ExpectedMatches::line)
                .toList();
    }

    /// The answer to [MatchReport].
    public Optional<MatchReport.Report> report(String matchId) {
        return selection.career().stream()
                .filter(match -> match.id().equals(matchId))
                .findFirst()
                .map(match -> new MatchReport.Report(line(match), place(match), roster(match), medals(match)));
    }

    private static MatchLine line(PlayedMatch match) {
        RawRow row = match.row();
        return new MatchLine(
                match.id(),
                match.start(),
                match.names().map(),
                match.names().mode(),
                match.names().playlist(),
                match.names().category(),
                match.isRanked(),
                match.isPve(),
                row.integer("outcome"),
                row.integer("rank"),
                row.count("kills"),
                row.count("deaths"),
                row.count("assists"),
                row.whole("my_team_score"),
                row.whole("enemy_team_score"),
                row.real("time_played_seconds", 3),
                match.session(),
                row.integer("csr_before"),
                row.integer("csr_after"),
                Definitions.values(List.of(match)));
    }

    private MatchReport.Place place(PlayedMatch match) {
        List<PlayedMatch> session = selection.career().stream()
                .filter(other -> other.session().equals(match.session()))
                .toList();
        List<PlayedMatch> kind = selection.career().stream()
                .filter(other -> other.isPve() == match.isPve())
                .toList();
        Map<Measure, Double> percentiles = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.values()) {
            Ratio own = match.defined(measure);
            if (own != null) {
                percentiles.put(measure, percentile(measure, own, kind));
            }
        }
        return new MatchReport.Place(session.indexOf(match) + 1, session.size(), new MeasureValues(percentiles));
    }

    private static double percentile(Measure measure, Ratio own, List<PlayedMatch> matches) {
        List<Ratio> known = matches.stream()
                .map(other -> other.defined(measure))
                .filter(Objects::nonNull)
                .toList();
        long notBetter = known.stream()
                .filter(other ->
                        Definitions.better(measure) < 0 ? other.compareTo(own) >= 0 : other.compareTo(own) <= 0)
                .count();
        return 100.0 * notBetter / known.size();
    }

    private List<MatchReport.Participant> roster(PlayedMatch match) {
        List<MatchReport.Participant> roster = new ArrayList<>();
        for (RawRow row : selection.warehouse().participants(match)) {
            String xuid = row.text("xuid");
            roster.add(new MatchReport.Participant(
                    row.requiredText("player_id"),
                    xuid,
                    selection.warehouse().gamertag(xuid),
                    row.truth("is_bot"),
                    row.integer("team_id"),
                    selection.filter().player().text().equals(xuid) || match.isSameTeam(row),
                    row.integer("outcome"),
                    row.integer("rank"),
                    row.count("kills"),
                    row.count("deaths"),
                    row.count("assists"),
                    Definitions.thirds(row).doubleValue() / 3,
                    row.real("accuracy", 2),
                    row.whole("damage_dealt"),
                    row.whole("damage_taken"),
                    row.whole("score"),
                    row.whole("personal_score")));
        }
        roster.sort(Comparator.comparing(
                        MatchReport.Participant::teamId, Comparator.nullsLast(Comparator.<Integer>naturalOrder()))
                .thenComparing(MatchReport.Participant::rank, Comparator.nullsLast(Comparator.<Integer>naturalOrder()))
                .thenComparing(
                        MatchReport.Participant::personalScore, Comparator.nullsLast(Comparator.<Long>reverseOrder()))
                .thenComparing(MatchReport.Participant::playerId));
        return roster;
    }

    private List<MatchReport.MatchMedal> medals(PlayedMatch match) {
        ExpectedMedals names = new ExpectedMedals(selection);
        return selection.warehouse().medals(match).stream()
                .map(row -> new MatchReport.MatchMedal(
                        row.count("medal_name_id"), names.name(row.count("medal_name_id")), row.count("count")))
                .sorted(Comparator.comparing(MatchReport.MatchMedal::count, Comparator.reverseOrder())
                        .thenComparingLong(MatchReport.MatchMedal::medalNameId))
                .toList();
    }
}
