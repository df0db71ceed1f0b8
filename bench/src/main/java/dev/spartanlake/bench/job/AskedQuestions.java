package dev.spartanlake.bench.job;

import dev.spartanlake.analytics.Analytics;
import dev.spartanlake.analytics.career.Breakdown;
import dev.spartanlake.analytics.career.CareerSummary;
import dev.spartanlake.analytics.career.Dimension;
import dev.spartanlake.analytics.career.Distribution;
import dev.spartanlake.analytics.career.PersonalRecords;
import dev.spartanlake.analytics.match.MatchList;
import dev.spartanlake.analytics.match.MatchLookup;
import dev.spartanlake.analytics.match.MatchReport;
import dev.spartanlake.analytics.measure.Measure;
import dev.spartanlake.analytics.medal.MedalDifficulties;
import dev.spartanlake.analytics.medal.MedalTotals;
import dev.spartanlake.analytics.people.Companions;
import dev.spartanlake.analytics.question.Filter;
import dev.spartanlake.analytics.question.Question;
import dev.spartanlake.analytics.session.Fatigue;
import dev.spartanlake.analytics.session.SessionList;
import dev.spartanlake.analytics.trend.Comparison;
import dev.spartanlake.analytics.trend.CsrHistory;
import dev.spartanlake.analytics.trend.Directions;
import dev.spartanlake.analytics.trend.MmrBalance;
import dev.spartanlake.analytics.trend.RollingTrend;
import dev.spartanlake.analytics.trend.Streaks;
import dev.spartanlake.match.MatchId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// The ready-made questions, as a user asks them.
final class AskedQuestions {

    private static final Instant MIDDLE = Instant.parse("2023-02-01T00:00:00Z");

    private AskedQuestions() {}

    /// Each under its name.
    static Map<String, Question<?>> all(Analytics analytics, Filter filter) {
        String last = analytics.ask(new MatchList(1), filter).getFirst().matchId();
        Map<String, Question<?>> questions = new LinkedHashMap<>();
        questions.put("career", new CareerSummary());
        for (Dimension dimension : Dimension.values()) {
            String name = dimension.name().toLowerCase(Locale.ROOT).replace('_', ' ');
            questions.put("by " + name, new Breakdown(dimension));
        }
        questions.put("distribution", new Distribution(Measure.KDA, 12));
        questions.put("records", new PersonalRecords(1));
        questions.put("20 matches", new MatchList(20));
        questions.put("one match", new MatchReport(new MatchId(last)));
        questions.put("match by its first letters", new MatchLookup(last.substring(0, 8)));
        questions.put("trend, 200 points", new RollingTrend(20, 200));
        questions.put("directions", new Directions(200));
        questions.put("comparison", new Comparison(filter.change().until(MIDDLE).build()));
        questions.put("streaks", new Streaks());
        questions.put("sessions", new SessionList(SessionList.Order.BEST, 20));
        questions.put("fatigue", new Fatigue(10));
        questions.put("medals", new MedalTotals(MedalTotals.Order.MOST, 25));
        questions.put("medals by difficulty", new MedalDifficulties());
        questions.put("team-mates", new Companions(Companions.Order.TOGETHER, 20));
        questions.put("rivals", new Companions(Companions.Order.HARDEST, 20));
        questions.put("ratings", new MmrBalance(50));
        questions.put("rank history", new CsrHistory());
        return questions;
    }
}
