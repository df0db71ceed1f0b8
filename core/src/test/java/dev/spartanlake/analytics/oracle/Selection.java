package dev.spartanlake.analytics.oracle;

import dev.spartanlake.analytics.question.Filter;
import dev.spartanlake.analytics.question.Viewpoint;
import dev.spartanlake.match.Xuid;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The matches that a filter leaves, found one by one.
///
/// @param career all matches of the player, in order
/// @param matches those that are left, in order
public record Selection(
        RawCareers warehouse, Filter filter, Viewpoint viewpoint, List<PlayedMatch> career, List<PlayedMatch> matches) {

    /// The selection of a filter.
    public static Selection of(RawCareers warehouse, Filter filter, Viewpoint viewpoint) {
        List<PlayedMatch> career = warehouse.career(filter.player(), viewpoint.language());
        List<PlayedMatch> matches = career.stream()
                .filter(match -> isInPeriod(filter, match)
                        && isNamed(filter, match)
                        && isOfKind(filter, match)
                        && isInCompany(warehouse, filter, match))
                .toList();
        return new Selection(warehouse, filter, viewpoint, career, matches);
    }

    /// A stored fact of a match of the selection.
    ///
    /// @throws java.util.NoSuchElementException when the match is not in it, or the fact is not known
    public String fact(String matchId, String column) {
        return matches.stream()
                .filter(match -> match.id().equals(matchId))
                .map(match -> match.row().text(column))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    int size() {
        return matches.size();
    }

    private static boolean isInPeriod(Filter filter, PlayedMatch match) {
        return (filter.from() == null || !match.start().isBefore(filter.from()))
                && (filter.until() == null || match.start().isBefore(filter.until()))
                && (filter.session() == null || filter.session().equals(match.session()));
    }

    private static boolean isNamed(Filter filter, PlayedMatch match) {
        Names.OfMatch names = match.names();
        RawRow row = match.row();
        return isCalled(filter.playlist(), row.text("playlist_id"), names.playlist())
                && isCalled(filter.map(), row.text("map_id"), names.map())
                && isCalled(filter.mode(), row.text("game_variant_id"), names.mode())
                && isCalled(filter.category(), null, names.category())
                && isSeason(filter.season(), row.text("season_id"));
    }

    private static boolean isCalled(@Nullable String wanted, @Nullable String id, @Nullable String name) {
        return wanted == null
                || wanted.equalsIgnoreCase(id)
                || (name != null && folded(wanted).equals(folded(name)));
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }

    private static boolean isSeason(@Nullable String wanted, @Nullable String season) {
        return wanted == null
                || (season != null && (wanted.equalsIgnoreCase(season) || wanted.equalsIgnoreCase(lastStep(season))));
    }

    /// A season's path without directories and ending.
    static String lastStep(String season) {
        String step = season.substring(season.lastIndexOf('/') + 1);
        return step.endsWith(".json") ? step.substring(0, step.length() - ".json".length()) : step;
    }

    private static boolean isOfKind(Filter filter, PlayedMatch match) {
        boolean competes = switch (filter.competition()) {
            case ANY -> true;
            case RANKED -> match.isRanked();
            case SOCIAL -> match.isMatchmade() && !match.isRanked();
            case CUSTOM -> !match.isMatchmade() && !match.isRanked();
        };
        boolean opposes = switch (filter.opposition()) {
            case ANY -> true;
            case PVE -> match.isPve();
            case PVP -> !match.isPve();
        };
        boolean ended = filter.outcome() == null
                || Objects.equals(
                        match.row().integer("outcome"),
                        switch (filter.outcome()) {
                            case TIE -> 1;
                            case WIN -> 2;
                            case LOSS -> 3;
                            case UNFINISHED -> 4;
                        });
        return competes && opposes && ended;
    }

    private static boolean isInCompany(RawCareers warehouse, Filter filter, PlayedMatch match) {
        List<RawRow> others = warehouse.participants(match).stream()
                .filter(row -> !filter.player().text().equals(row.text("xuid")))
                .toList();
        Xuid mate = filter.teamMate();
        Xuid opponent = filter.opponent();
        return (mate == null
                        || others.stream()
                                .anyMatch(row -> mate.text().equals(row.text("xuid")) && match.isSameTeam(row)))
                && (opponent == null
                        || others.stream()
                                .anyMatch(row -> opponent.text().equals(row.text("xuid")) && match.isOtherTeam(row)));
    }
}
