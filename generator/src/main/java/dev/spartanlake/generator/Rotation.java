package dev.spartanlake.generator;

import dev.spartanlake.generator.chance.Draw;
import dev.spartanlake.generator.game.Catalogue;
import dev.spartanlake.generator.game.Pairing;
import dev.spartanlake.generator.game.Playlist;
import dev.spartanlake.generator.game.Venue;
import dev.spartanlake.generator.match.PayloadShape;
import dev.spartanlake.generator.match.Twist;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What matchmaking offers, by how often each playlist is played.
final class Rotation {

    private static final double LEAVER_SHARE = 0.06;
    private static final double BACKFILL_SHARE = 0.04;
    private static final double TRACKED_LEAVER_SHARE = 0.012;
    private static final double TIE_SHARE = 0.012;
    private static final double OVERTIME_SHARE = 0.03;
    private static final double WHOLE_TIMES_SHARE = 0.01;

    private final List<Entry> entries = new ArrayList<>();
    private final int totalWeight;

    private Rotation(List<Playlist> playlists) {
        int total = 0;
        for (Playlist playlist : playlists) {
            entries.add(new Entry(playlist.weight(), Catalogue.instance().in(playlist)));
            total += playlist.weight();
        }
        this.totalWeight = total;
    }

    /// All playlists.
    static Rotation everything() {
        return new Rotation(Catalogue.instance().playlists());
    }

    /// The playlists of four against four.
    static Rotation arena() {
        return new Rotation(Catalogue.instance().playlists().stream()
                .filter(playlist -> playlist.venue() == Venue.SMALL_TEAMS)
                .toList());
    }

    Card deal(PayloadShape shape, Draw draw) {
        Pairing pairing = somePairing(draw);
        while (shape == PayloadShape.EARLY && pairing.mode().isRecent()) {
            pairing = somePairing(draw);
        }
        return new Card(pairing, someTwists(draw));
    }

    private Pairing somePairing(Draw draw) {
        int left = draw.below(totalWeight);
        int index = 0;
        while (left >= entries.get(index).weight()) {
            left -= entries.get(index).weight();
            index++;
        }
        return draw.oneOf(entries.get(index).pairings());
    }

    private static Set<Twist> someTwists(Draw draw) {
        Set<Twist> twists = EnumSet.noneOf(Twist.class);
        maybe(twists, Twist.LEAVER, LEAVER_SHARE, draw);
        maybe(twists, Twist.BACKFILL, BACKFILL_SHARE, draw);
        maybe(twists, Twist.TRACKED_LEAVER, TRACKED_LEAVER_SHARE, draw);
        maybe(twists, Twist.TIE, TIE_SHARE, draw);
        maybe(twists, Twist.OVERTIME, OVERTIME_SHARE, draw);
        maybe(twists, Twist.WHOLE_SECONDS, WHOLE_TIMES_SHARE, draw);
        maybe(twists, Twist.WHOLE_TENTHS, WHOLE_TIMES_SHARE, draw);
        return twists;
    }

    private static void maybe(Set<Twist> twists, Twist twist, double share, Draw draw) {
        if (draw.chance(share)) {
            twists.add(twist);
        }
    }

    private record Entry(int weight, List<Pairing> pairings) {}
}
