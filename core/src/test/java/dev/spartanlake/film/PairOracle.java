package dev.spartanlake.film;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The pairs of kills and deaths of a film, by going through all that are possible: the closest first, then in the
/// order of the film.
public final class PairOracle {

    private PairOracle() {}

    /// The pairs in the order of the kills.
    public static List<KillPair> of(List<HighlightEvent> events) {
        List<KillPair> possible = new ArrayList<>();
        for (HighlightEvent kill : events) {
            for (HighlightEvent death : events) {
                long later = later(kill, death);
                if (kill.happening().equals(new Happening.Kill())
                        && death.happening().equals(new Happening.Death())
                        && (later == 0 || later == 1)
                        && kill.team() != death.team()) {
                    possible.add(new KillPair(kill, death));
                }
            }
        }
        possible.sort(Comparator.comparingLong((KillPair pair) -> later(pair.kill(), pair.death()))
                .thenComparingInt(pair -> pair.kill().ordinal())
                .thenComparingInt(pair -> pair.death().ordinal()));
        Set<Integer> taken = new HashSet<>();
        List<KillPair> pairs = new ArrayList<>();
        for (KillPair pair : possible) {
            if (!taken.contains(pair.kill().ordinal())
                    && !taken.contains(pair.death().ordinal())) {
                taken.add(pair.kill().ordinal());
                taken.add(pair.death().ordinal());
                pairs.add(pair);
            }
        }
        pairs.sort(Comparator.comparingInt(pair -> pair.kill().ordinal()));
        return pairs;
    }

    private static long later(HighlightEvent kill, HighlightEvent death) {
        return death.time().toMillis() - kill.time().toMillis();
    }
}
