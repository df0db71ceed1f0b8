package dev.spartanlake.generator.match;

import dev.spartanlake.generator.chance.Draw;
import dev.spartanlake.generator.game.Award;
import java.util.List;

/// Players against the computer.
final class Firefight {

    private static final double KILLS_PER_MINUTE = 8;
    private static final double DEATHS_PER_MINUTE = 0.25;
    private static final double ASSISTS_PER_KILL = 0.25;

    /// How many of a hundred kills are of each kind, in the order in which the documents list them:
    /// marines, grunts, jackals, elites, brutes, hunters, skimmers, sentinels, bosses.
    private static final List<Integer> ENEMY_SHARES = List.of(0, 62, 14, 6, 7, 1, 5, 2, 3);

    private Firefight() {}

    static void play(Stint stint, Draw draw) {
        double minutes = stint.presentMillis() / 60_000.0;
        StatLine line = stint.line();
        int kills = draw.count(minutes * KILLS_PER_MINUTE * stint.strength());
        for (int i = 0; i < kills; i++) {
            line.addEnemies(someEnemy(draw), 1);
        }
        line.add(CoreStat.KILLS, kills);
        line.add(CoreStat.HEADSHOT_KILLS, kills / 2);
        line.add(CoreStat.POWER_WEAPON_KILLS, kills / 8);
        line.add(CoreStat.ASSISTS, draw.count(kills * ASSISTS_PER_KILL));
        line.add(CoreStat.DEATHS, draw.count(minutes * DEATHS_PER_MINUTE));
        line.raise(CoreStat.MAX_KILLING_SPREE, kills / (line.of(CoreStat.DEATHS) + 1));
        line.award(Award.KILLED_PLAYER, kills);
        line.award(Award.KILL_ASSIST, line.of(CoreStat.ASSISTS));
        for (int i = 0; i < kills / 12; i++) {
            Flourish.of(stint, 0, 0, draw);
        }
    }

    private static int someEnemy(Draw draw) {
        int left = draw.below(100);
        int kind = 0;
        while (left >= ENEMY_SHARES.get(kind)) {
            left -= ENEMY_SHARES.get(kind);
            kind++;
        }
        return kind;
    }
}
