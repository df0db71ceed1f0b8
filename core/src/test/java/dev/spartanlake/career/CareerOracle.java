package dev.spartanlake.career;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The definitions of sessions and scores read aloud, with lists and exact decimals: O(n²), no trees, no ranks.
public final class CareerOracle {

    private CareerOracle() {}

    /// The score of each scored match.
    ///
    /// @param weights those of kills, deaths and assists per minute, KDA and accuracy
    public static Map<String, Float> scores(List<CareerMatch> career, List<Integer> weights) {
        Map<String, Float> scores = new HashMap<>();
        for (int i = 0; i < career.size(); i++) {
            CareerMatch match = career.get(i);
            List<CareerMatch> earlier = career.subList(0, i).stream()
                    .filter(other -> other.kind() == match.kind())
                    .toList();
            if (earlier.size() < 10) {
                continue;
            }
            BigDecimal sum = BigDecimal.ZERO;
            int known = 0;
            for (int measure = 0; measure < weights.size(); measure++) {
                int chosen = measure;
                Double own = value(match, chosen);
                List<Double> others = earlier.stream()
                        .map(other -> value(other, chosen))
                        .filter(value -> value != null)
                        .toList();
                if (own == null || others.isEmpty()) {
                    continue;
                }
                long notBetter = others.stream()
                        .filter(value -> chosen == 1 ? value >= own : value <= own)
                        .count();
                sum = sum.add(BigDecimal.valueOf(100L * weights.get(measure) * notBetter)
                        .divide(BigDecimal.valueOf(others.size()), new MathContext(60)));
                known += weights.get(measure);
            }
            if (known > 0) {
                scores.put(
                        match.matchId(),
                        sum.divide(BigDecimal.valueOf(known), new MathContext(50))
                                .setScale(1, RoundingMode.HALF_UP)
                                .floatValue());
            }
        }
        return scores;
    }

    private static @Nullable Double value(CareerMatch match, int measure) {
        CareerMatch.Performance did = match.performance();
        Float seconds = did.timePlayedSeconds();
        double length = seconds == null || seconds <= 0 ? 600 : seconds;
        return switch (measure) {
            case 0 -> did.kills() * 60.0 / length;
            case 1 -> did.deaths() * 60.0 / length;
            case 2 -> did.assists() * 60.0 / length;
            case 3 -> did.kda() == null ? null : Double.valueOf(did.kda());
            default -> did.accuracy() == null ? null : Double.valueOf(did.accuracy());
        };
    }

    /// The matches of each session.
    public static List<List<CareerMatch>> sessions(List<CareerMatch> career, Duration gap) {
        List<List<CareerMatch>> sessions = new ArrayList<>();
        for (CareerMatch match : career) {
            boolean joins = !sessions.isEmpty()
                    && !match.startTime()
                            .isAfter(sessions.getLast().getLast().end().plus(gap));
            if (!joins) {
                sessions.add(new ArrayList<>());
            }
            sessions.getLast().add(match);
        }
        return sessions;
    }
}
