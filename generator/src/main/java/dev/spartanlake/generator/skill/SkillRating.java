package dev.spartanlake.generator.skill;

import dev.spartanlake.generator.chance.Draw;
import dev.spartanlake.generator.game.Playlist;
import dev.spartanlake.generator.match.PayloadShape;
import dev.spartanlake.generator.match.Scoreboard;
import dev.spartanlake.generator.match.Scoreboard.Entry;
import dev.spartanlake.generator.skill.SkillEntry.Counterfactuals;
import dev.spartanlake.generator.skill.SkillEntry.Expectation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Rates one match after the other; each is to be rated once, in the order of the career.
///
/// **Threads**: not safe for concurrent use.
public final class SkillRating {

    private static final int EARLY_PLACEMENT = 10;
    private static final int CURRENT_PLACEMENT = 5;
    private static final double NOT_FOUND_SHARE = 0.02;
    private static final double FORBIDDEN_SHARE = 0.01;
    private static final double INFINITE_SHARE = 0.02;
    private static final double ODD_SHARE = 0.03;
    private static final int NOT_FOUND = 1;
    private static final int FORBIDDEN = 4;

    private final CsrLadder ladder = new CsrLadder();

    /// Rates the next match.
    public SkillDocument rate(Scoreboard match) {
        @Nullable Playlist playlist = match.fixture().pairing().playlist();
        if (playlist == null || match.fixture().pairing().mode().isPve()) {
            return new SkillDocument(match.matchId(), List.of());
        }
        Draw draw = Draw.of(Draw.seed(match.fixture().seed(), 7));
        double level = 800 + 600 * match.fixture().progress();
        Map<Integer, Double> ratings = new HashMap<>();
        List<SkillEntry> entries = new ArrayList<>();
        for (Entry entry : match.entries()) {
            if (!entry.isBot()) {
                double rating = ratings.computeIfAbsent(
                        entry.lastTeam(),
                        _ -> draw.chance(INFINITE_SHARE) ? Double.POSITIVE_INFINITY : draw.around(level, 0.15));
                entries.add(entry(match, playlist, entry, rating, draw));
            }
        }
        return new SkillDocument(match.matchId(), entries);
    }

    private SkillEntry entry(Scoreboard match, Playlist playlist, Entry entry, double rating, Draw draw) {
        int code = draw.chance(NOT_FOUND_SHARE) ? NOT_FOUND : draw.chance(FORBIDDEN_SHARE) ? FORBIDDEN : 0;
        if (code != 0) {
            // Nothing of it is known, so that what the next match begins with is still what the last one ended with.
            return new SkillEntry(
                    entry.xuid(), code, entry.lastTeam(), rating, null, null, null, null, Counterfactuals.ABSENT);
        }
        CsrLadder.Change change = change(match, playlist, entry, draw);
        boolean expected = !draw.chance(ODD_SHARE);
        return new SkillEntry(
                entry.xuid(),
                0,
                entry.lastTeam(),
                rating,
                change.before(),
                change.after(),
                expected ? expectation(entry.kills(), draw) : null,
                expected ? expectation(entry.deaths(), draw) : null,
                draw.chance(ODD_SHARE)
                        ? Counterfactuals.ABSENT
                        : draw.chance(ODD_SHARE) ? Counterfactuals.NOT_NUMBERS : Counterfactuals.PRESENT);
    }

    private CsrLadder.Change change(Scoreboard match, Playlist playlist, Entry entry, Draw draw) {
        if (!playlist.isRanked()) {
            return new CsrLadder.Change(Csr.NONE, Csr.NONE);
        }
        int placement = match.fixture().shape() == PayloadShape.EARLY ? EARLY_PLACEMENT : CURRENT_PLACEMENT;
        if (entry.tracked()) {
            return ladder.advance(entry.xuid(), playlist.asset().assetId(), placement, entry.outcome(), draw);
        }
        Csr before = draw.chance(0.05)
                ? new Csr(-1, draw.between(1, placement), placement)
                : new Csr(draw.between(300, 1700), 0, placement);
        return new CsrLadder.Change(before, CsrLadder.after(before, entry.outcome(), draw));
    }

    private static Expectation expectation(int count, Draw draw) {
        double expected = Math.max(0.5, draw.around(count * 0.6 + 5, 0.3));
        return new Expectation(count, expected, Math.sqrt(expected) * draw.around(1.2, 0.1));
    }
}
