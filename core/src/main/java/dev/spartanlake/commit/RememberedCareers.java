package dev.spartanlake.commit;

import dev.spartanlake.career.CareerEnd;
import dev.spartanlake.career.CareerRules;
import dev.spartanlake.catalog.DataFile;
import dev.spartanlake.match.Xuid;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The ends of careers as this process has left them, so that matches that follow need not read the whole career
/// again. What is remembered of a career holds for the very files it was made of, and by the same rules; whatever else
/// happened to the warehouse meanwhile, by whomever, nothing else follows from them.
///
/// **Threads**: safe.
public final class RememberedCareers {

    /// About 80 MB, the careers of two million matches.
    private static final long MOST_NUMBERS = 10_000_000;

    /// The one used longest ago first.
    private final Map<Xuid, Remembered> careers = new LinkedHashMap<>(16, 0.75f, true);

    /// Remembers nothing yet.
    public RememberedCareers() {}

    /// The end of a player's career; empty when it is not remembered.
    ///
    /// @param facts the files of the player's facts
    /// @param rules the rules of sessions and scores
    synchronized Optional<CareerEnd> end(Xuid xuid, List<DataFile> facts, CareerRules rules) {
        return Optional.ofNullable(careers.get(xuid))
                .filter(remembered -> remembered.facts.equals(facts) && remembered.rules.equals(rules))
                .map(Remembered::end);
    }

    /// Remembers the end of a player's career.
    ///
    /// @param facts the files of the player's facts, as they are committed
    /// @param rules the rules of sessions and scores
    /// @param end null when the career has no match
    synchronized void put(Xuid xuid, List<DataFile> facts, CareerRules rules, @Nullable CareerEnd end) {
        if (end == null) {
            careers.remove(xuid);
        } else {
            careers.put(xuid, new Remembered(facts, rules, end));
            forgetSurplus();
        }
    }

    private void forgetSurplus() {
        long numbers = careers.values().stream().mapToLong(Remembered::size).sum();
        Iterator<Remembered> eldestFirst = careers.values().iterator();
        while (numbers > MOST_NUMBERS) {
            numbers -= eldestFirst.next().size();
            eldestFirst.remove();
        }
    }

    private record Remembered(List<DataFile> facts, CareerRules rules, CareerEnd end) {

        Remembered {
            facts = List.copyOf(facts);
        }

        long size() {
            return end.history().size();
        }
    }
}
