package dev.spartanlake.generator.match;

import dev.spartanlake.generator.chance.Draw;
import dev.spartanlake.generator.game.Medal;
import java.util.List;

/// How a kill was made, and the medals it earns.
final class Flourish {

    private static final double STYLE_SHARE = 0.15;

    private Flourish() {}

    /// Notes the manner of a kill just made.
    ///
    /// @param streak the killer's kills since their last death, this one included
    /// @param endedStreak the victim's kills since the death before
    static void of(Stint killer, int streak, int endedStreak, Draw draw) {
        StatLine line = killer.line();
        manner(line, draw.below(100));
        if (killer.chain() > 1) {
            List<Medal> medals = Medal.multiKills();
            line.earn(medals.get(Math.min(killer.chain(), medals.size() + 1) - 2));
        }
        int step = streak / Medal.killsPerSpreeStep();
        if (step > 0
                && streak % Medal.killsPerSpreeStep() == 0
                && step <= Medal.sprees().size()) {
            line.earn(Medal.sprees().get(step - 1));
        }
        if (endedStreak >= Medal.killsPerSpreeStep()) {
            line.earn(Medal.KILLJOY);
        }
        if (draw.chance(STYLE_SHARE)) {
            line.earn(draw.early(Medal.styles()));
        }
    }

    private static void manner(StatLine line, int percentile) {
        if (percentile < 52) {
            line.add(CoreStat.HEADSHOT_KILLS, 1);
        } else if (percentile < 66) {
            line.add(CoreStat.MELEE_KILLS, 1);
        } else if (percentile < 73) {
            line.add(CoreStat.GRENADE_KILLS, 1);
        } else if (percentile < 82) {
            line.add(CoreStat.POWER_WEAPON_KILLS, 1);
        }
    }
}
