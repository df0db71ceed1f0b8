package dev.spartanlake.analytics.oracle;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/// What makes a career hard to count. A test that has all of it among its matches shows that answers stand it.
public enum Peculiarity {
    TIE(match -> outcome(match, 1)),
    UNFINISHED(match -> outcome(match, 4)),
    CODE_OF_NO_MEANING(match -> outcome(match, 7)),
    NO_OUTCOME(match -> match.row().integer("outcome") == null),
    PVE(PlayedMatch::isPve),
    CUSTOM(match -> !match.isMatchmade()),
    RANKED(PlayedMatch::isRanked),
    NO_TEAMS(match -> !match.hasTeams()),
    NO_MAP(match -> match.names().map() == null),
    NO_PLAYLIST(match -> match.names().playlist() == null),
    NO_ACCURACY(match -> match.row().columns().get("accuracy") == null),
    NO_SHOTS_KNOWN(match -> match.row().integer("shots_fired") == null),
    NO_SHOT_FIRED(match -> Objects.equals(match.row().integer("shots_fired"), 0)),
    NO_DEATH(match -> match.row().count("deaths") == 0),
    NO_TIME(match -> match.row().columns().get("time_played_seconds") == null),
    NO_TIME_AT_ALL(match -> Objects.equals(match.row().real("time_played_seconds", 3), 0.0)),
    NO_PLAYABLE_TIME(match -> match.row().columns().get("playable_duration_seconds") == null),
    NO_END(match -> match.row().time("end_time") == null),
    NEGATIVE_SCORE(match -> {
        Integer score = match.row().integer("personal_score");
        return score != null && score < 0;
    }),
    RATED(match -> match.row().columns().get("team_mmr") != null),
    NOT_RATED(match -> match.row().columns().get("team_mmr") == null),
    HOUR_PLAYED_TWICE_IN_PARIS(match -> startsWithin(match, "2023-10-29T00:00:00Z", "2023-10-29T02:00:00Z")),
    HOUR_LEFT_OUT_IN_PARIS(match -> startsWithin(match, "2023-03-26T00:30:00Z", "2023-03-26T01:30:00Z")),
    HOUR_PLAYED_TWICE_IN_NEW_YORK(match -> startsWithin(match, "2023-11-05T05:00:00Z", "2023-11-05T07:00:00Z")),
    HOUR_LEFT_OUT_IN_NEW_YORK(match -> startsWithin(match, "2023-03-12T06:30:00Z", "2023-03-12T07:30:00Z")),
    OTHER_MONTH_IN_PARIS(match -> match.localStart(ZoneId.of("Europe/Paris")).getMonthValue()
            != match.localStart(ZoneId.of("UTC")).getMonthValue());

    // The signs are expressions without a state.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Predicate<PlayedMatch> sign;

    Peculiarity(Predicate<PlayedMatch> sign) {
        this.sign = sign;
    }

    /// What is found among the matches of a selection.
    public static Set<Peculiarity> of(Selection selection) {
        Set<Peculiarity> found = EnumSet.noneOf(Peculiarity.class);
        Arrays.stream(values())
                .filter(peculiarity -> selection.matches().stream().anyMatch(peculiarity.sign))
                .forEach(found::add);
        return found;
    }

    /// How many matches start at the moment at which the one before starts.
    public static long equalStarts(Selection selection) {
        List<Instant> starts =
                selection.matches().stream().map(PlayedMatch::start).toList();
        return starts.size() - starts.stream().distinct().count();
    }

    private static boolean outcome(PlayedMatch match, int code) {
        return Objects.equals(match.row().integer("outcome"), code);
    }

    private static boolean startsWithin(PlayedMatch match, String from, String until) {
        return !match.start().isBefore(Instant.parse(from)) && match.start().isBefore(Instant.parse(until));
    }
}
