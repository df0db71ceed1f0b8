package dev.spartanlake.bench.inner;

import dev.spartanlake.career.CareerMatch;
import dev.spartanlake.document.CoreStats;
import dev.spartanlake.document.MatchInfo;
import dev.spartanlake.document.ParticipationInfo;
import dev.spartanlake.fact.MatchReader;
import dev.spartanlake.fact.MatchReading;
import dev.spartanlake.fact.PlayerRow;
import dev.spartanlake.generator.Career;
import dev.spartanlake.generator.CareerPlan;
import dev.spartanlake.generator.GeneratedDocument;
import dev.spartanlake.match.Xuid;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A generated career, as scores and sessions see it.
final class GeneratedCareer {

    private static final double MILLIS_PER_SECOND = 1_000;

    private GeneratedCareer() {}

    /// The matches of a player in the order of a career.
    static List<CareerMatch> of(CareerPlan plan, Xuid player) {
        MatchReader reader = new MatchReader();
        List<CareerMatch> career = new ArrayList<>();
        for (GeneratedDocument document : Career.of(plan)) {
            switch (reader.read(document.json())) {
                case MatchReading.Accepted accepted ->
                    career.add(match(accepted.rows().facts(Set.of(player)).getFirst()));
                case MatchReading.Refused refused ->
                    throw new IllegalStateException(document.matchId() + ": " + refused.violations());
            }
        }
        career.sort(CareerMatch.ORDER);
        return career;
    }

    private static CareerMatch match(PlayerRow row) {
        MatchInfo info = row.document().matchInfo();
        CoreStats stats = row.stats();
        return new CareerMatch(
                row.document().matchId(),
                info.startTime(),
                info.endTime(),
                CareerMatch.Kind.of(info.gameVariantCategory(), info.gameplayInteraction()),
                row.player().outcome(),
                new CareerMatch.Performance(
                        stats.kills(),
                        stats.deaths(),
                        stats.assists(),
                        stats.kda(),
                        stats.accuracy(),
                        stats.shotsFired(),
                        stats.shotsHit(),
                        seconds(row.player().participationInfo())));
    }

    private static @Nullable Float seconds(@Nullable ParticipationInfo participation) {
        Duration played = participation == null ? null : participation.timePlayed();
        return played == null ? null : (float) (played.toMillis() / MILLIS_PER_SECOND);
    }
}
