package dev.spartanlake.career;

import dev.spartanlake.match.MatchOutcome;
import dev.spartanlake.match.Xuid;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// A run of matches with no long break between them.
///
/// @param sessionId deterministic: the player and the start of the first match
/// @param xuid the player
/// @param matches the matches in [CareerMatch#ORDER], at least one
public record Session(String sessionId, Xuid xuid, List<CareerMatch> matches) {

    /// Copies the list.
    public Session {
        matches = List.copyOf(matches);
    }

    /// When the first match started.
    public Instant startTime() {
        return matches.getFirst().startTime();
    }

    /// When the last match to end ended.
    public Instant endTime() {
        return matches.stream().map(CareerMatch::end).max(Instant::compareTo).orElseThrow();
    }

    /// Matches won.
    public long wins() {
        return withOutcome(MatchOutcome.WIN);
    }

    /// Matches lost.
    public long losses() {
        return withOutcome(MatchOutcome.LOSS);
    }

    /// Matches tied.
    public long ties() {
        return withOutcome(MatchOutcome.TIE);
    }

    /// Kills in all matches.
    public long kills() {
        return sum(match -> match.performance().kills());
    }

    /// Deaths in all matches.
    public long deaths() {
        return sum(match -> match.performance().deaths());
    }

    /// Assists in all matches.
    public long assists() {
        return sum(match -> match.performance().assists());
    }

    /// Kills per death; null without deaths.
    public @Nullable Double killDeathRatio() {
        return deaths() == 0 ? null : (double) kills() / deaths();
    }

    /// Percent of wins among wins, losses and ties; null without any of these.
    public @Nullable Double winRate() {
        long decided = wins() + losses() + ties();
        return decided == 0 ? null : 100.0 * wins() / decided;
    }

    /// Mean of the matches' KDA; null when none is known.
    public @Nullable Double averageKda() {
        return mean(matches.stream()
                .map(match -> match.performance().kda())
                .filter(Objects::nonNull)
                .toList());
    }

    /// Percent of shots that hit over all matches in which both numbers are known; null when nothing is known
    /// to have been fired.
    public @Nullable Double accuracy() {
        List<CareerMatch.Performance> known = matches.stream()
                .map(CareerMatch::performance)
                .filter(performance -> performance.shotsFired() != null && performance.shotsHit() != null)
                .toList();
        long fired =
                known.stream().mapToLong(CareerMatch.Performance::shotsFired).sum();
        long hit = known.stream().mapToLong(CareerMatch.Performance::shotsHit).sum();
        return fired == 0 ? null : 100.0 * hit / fired;
    }

    /// Seconds played in the matches where that is known.
    public double timePlayedSeconds() {
        return matches.stream()
                .map(match -> match.performance().timePlayedSeconds())
                .filter(Objects::nonNull)
                .mapToDouble(Float::doubleValue)
                .sum();
    }

    /// Mean of values; null when there are none.
    public static @Nullable Double mean(List<Float> values) {
        return values.isEmpty()
                ? null
                : Double.valueOf(values.stream().mapToDouble(Float::doubleValue).sum() / values.size());
    }

    private long withOutcome(MatchOutcome outcome) {
        return matches.stream()
                .filter(match -> match.outcome() != null && match.outcome() == outcome.code())
                .count();
    }

    private long sum(ToLongFunction<CareerMatch> figure) {
        return matches.stream().mapToLong(figure).sum();
    }
}
