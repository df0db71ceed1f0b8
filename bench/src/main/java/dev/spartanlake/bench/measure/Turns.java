package dev.spartanlake.bench.measure;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Lets contenders work in turn, so that whatever slows the machine down slows all of them down: after rounds that
/// warm up, each round gives one sample of each. Who begins changes from round to round.
///
/// @param warmUp rounds whose times are forgotten
/// @param runs rounds whose times are kept, at least one
public record Turns(int warmUp, int runs) {

    /// @throws IllegalArgumentException when no time would be kept
    public Turns {
        if (warmUp < 0 || runs < 1) {
            throw new IllegalArgumentException(
                    "rounds: expected 0 or more to warm up and 1 or more to keep, found " + warmUp + " and " + runs);
        }
    }

    /// The times of each contender, in milliseconds, in the order of the contenders.
    public List<Measurement> measure(Subject subject, List<Contender> contenders)
            throws IOException, SQLException, InterruptedException {
        Map<Side, List<Double>> samples = new EnumMap<>(Side.class);
        contenders.forEach(contender -> samples.put(contender.side(), new ArrayList<>()));
        for (int round = 0; round < warmUp + runs; round++) {
            for (Contender contender : round % 2 == 0 ? contenders : contenders.reversed()) {
                double milliseconds = contender.milliseconds();
                if (round >= warmUp) {
                    samples.computeIfAbsent(contender.side(), _ -> new ArrayList<>())
                            .add(milliseconds);
                }
            }
        }
        return contenders.stream()
                .map(Contender::side)
                .map(side -> subject.measurement(side, Unit.MILLISECONDS, samples.getOrDefault(side, List.of())))
                .toList();
    }
}
