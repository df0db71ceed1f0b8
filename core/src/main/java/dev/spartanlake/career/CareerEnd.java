package dev.spartanlake.career;

import dev.spartanlake.match.Xuid;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The end of a career, as far as what follows depends on it. It never changes.
///
/// @param matches how many matches the career has, at least one
/// @param session the last session
/// @param scores the score of each scored match of that session
/// @param history what further scores need
public record CareerEnd(long matches, Session session, Map<String, Float> scores, ScoreHistory history) {

    /// Copies the map.
    public CareerEnd {
        scores = Map.copyOf(scores);
    }

    /// The end of a career.
    ///
    /// @param career all matches in [CareerMatch#ORDER], at least one
    /// @param sessions all sessions
    /// @param scores the score of each scored match
    public static CareerEnd of(
            List<CareerMatch> career, List<Session> sessions, Map<String, Float> scores, CareerRules rules) {
        Session last = sessions.getLast();
        return new CareerEnd(career.size(), last, within(last, scores), ScoreHistory.of(rules.scoreWeights(), career));
    }

    /// Whose career it is.
    public Xuid xuid() {
        return session.xuid();
    }

    /// The last match.
    public CareerMatch last() {
        return session.matches().getLast();
    }

    /// Whether matches come after all of the career, so that nothing before its last session depends on them.
    ///
    /// @param next matches in [CareerMatch#ORDER], at least one
    public boolean isBefore(List<CareerMatch> next) {
        return CareerMatch.ORDER.compare(last(), next.getFirst()) < 0;
    }

    /// The career with the matches that follow.
    ///
    /// @param next matches in [CareerMatch#ORDER] that this [is before][#isBefore]
    public Continuation followedBy(List<CareerMatch> next, CareerRules rules) {
        List<CareerMatch> open = new ArrayList<>(session.matches());
        open.addAll(next);
        List<Session> sessions = rules.sessions().of(xuid(), open);
        Map<String, Float> known = new HashMap<>(scores);
        known.putAll(history.scores(next));
        Session last = sessions.getLast();
        CareerEnd end = new CareerEnd(matches + next.size(), last, within(last, known), history.with(next));
        return new Continuation(sessions, known, end);
    }

    private static Map<String, Float> within(Session session, Map<String, Float> scores) {
        Map<String, Float> within = new HashMap<>();
        for (CareerMatch match : session.matches()) {
            Float score = scores.get(match.matchId());
            if (score != null) {
                within.put(match.matchId(), score);
            }
        }
        return within;
    }

    /// What comes of matches that follow.
    ///
    /// @param sessions what was the last session, and those after it
    /// @param scores the score of each scored match of these sessions
    /// @param end the end of the career from now on
    public record Continuation(List<Session> sessions, Map<String, Float> scores, CareerEnd end) {}
}
