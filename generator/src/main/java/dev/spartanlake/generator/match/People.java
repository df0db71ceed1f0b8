package dev.spartanlake.generator.match;

import dev.spartanlake.generator.chance.Draw;
import java.util.List;
import java.util.stream.LongStream;

/// The invented people and bots that fill a lobby. Their xuids lie below every xuid Xbox ever gave out.
public final class People {

    /// How many friends the tracked players have; they turn up again and again.
    private static final int FRIENDS = 12;

    private static final long FIRST_FRIEND = 2533270000000101L;
    private static final long FIRST_STRANGER = 2533271000000000L;
    private static final int STRANGERS = 500_000;
    private static final int BOTS = 60;
    private static final List<Long> FRIEND_XUIDS =
            LongStream.range(0, FRIENDS).mapToObj(i -> FIRST_FRIEND + i).toList();

    private People() {}

    /// The xuids of the friends, the most frequent first.
    public static List<Long> friends() {
        return FRIEND_XUIDS;
    }

    static long someFriend(Draw draw) {
        return draw.early(FRIEND_XUIDS);
    }

    static long someStranger(Draw draw) {
        return FIRST_STRANGER + draw.below(STRANGERS);
    }

    static int someBot(Draw draw) {
        return draw.below(BOTS);
    }
}
