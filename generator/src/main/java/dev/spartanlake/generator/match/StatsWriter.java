package dev.spartanlake.generator.match;

import dev.spartanlake.generator.game.Award;
import dev.spartanlake.generator.game.BlockField;
import dev.spartanlake.generator.game.GameMode;
import dev.spartanlake.generator.game.Medal;
import dev.spartanlake.generator.game.ModeBlock;
import dev.spartanlake.generator.json.Fragment;
import dev.spartanlake.generator.json.JsonBytes;
import java.util.List;
import java.util.stream.Stream;

/// Writes the `Stats` object of a player or a team.
final class StatsWriter {

    private static final long TICKS_PER_TENTH = 100 * JsonBytes.TICKS_PER_MILLI;
    private static final Fragment CORE_STATS = Fragment.name("CoreStats");
    private static final Fragment PVP_STATS = Fragment.name("PvpStats");
    private static final Fragment PVE_STATS = Fragment.name("PveStats");
    private static final Fragment NAME_ID = Fragment.name("NameId");
    private static final Fragment COUNT = Fragment.name("Count");
    private static final Fragment POINTS = Fragment.name("TotalPersonalScoreAwarded");
    private static final List<CoreStat> FIGHT =
            List.of(CoreStat.KILLS, CoreStat.DEATHS, CoreStat.ASSISTS, CoreStat.KDA);
    private static final List<Fragment> ENEMIES = Stream.of(
                    "Marine", "Grunt", "Jackal", "Elite", "Brute", "Hunter", "Skimmer", "Sentinel", "Boss")
            .map(kind -> Fragment.name(kind + "Kills"))
            .toList();

    private final JsonBytes json;

    StatsWriter(JsonBytes json) {
        this.json = json;
    }

    /// Whose figures are written.
    enum Level {
        PLAYER,
        TEAM
    }

    void write(StatLine line, Fixture fixture, Level level) {
        GameMode mode = fixture.pairing().mode();
        json.openObject();
        json.name(CORE_STATS);
        core(line, fixture);
        switch (fixture.shape()) {
            case EARLY -> {
                for (ModeBlock block : ModeBlock.in2022()) {
                    json.name(block.memberName());
                    if (block == mode.block()) {
                        block(line, block, level);
                    } else {
                        json.nothing();
                    }
                }
            }
            case CURRENT -> {
                if (mode.block() != ModeBlock.NONE) {
                    json.name(mode.block().memberName());
                    block(line, mode.block(), level);
                }
                fight(line, mode);
            }
        }
        json.closeObject();
    }

    private void core(StatLine line, Fixture fixture) {
        json.openObject();
        for (CoreStat stat : CoreStat.IN_ORDER) {
            if (stat.form() != CoreStat.Form.CURRENT_COUNT || fixture.shape() == PayloadShape.CURRENT) {
                json.name(stat.member());
                member(stat, line, fixture);
            }
        }
        json.closeObject();
    }

    private void member(CoreStat stat, StatLine line, Fixture fixture) {
        switch (stat.form()) {
            case COUNT, CURRENT_COUNT -> json.number(line.of(stat));
            case KDA -> json.hundredths(kda(line));
            case TENTHS -> json.duration(line.of(stat) * TICKS_PER_TENTH);
            case ACCURACY -> {
                if (fixture.has(Twist.ACCURACY_MISSING)) {
                    json.nothing();
                } else {
                    json.hundredths(accuracy(line.of(CoreStat.SHOTS_HIT), line.of(CoreStat.SHOTS_FIRED)));
                }
            }
            case MEDALS -> medals(line);
            case AWARDS -> awards(line);
            case DAMAGE_DEALT -> json.hundredths(100L * line.of(CoreStat.DAMAGE_DEALT));
            case DAMAGE_TAKEN -> json.hundredths(100L * line.of(CoreStat.DAMAGE_TAKEN));
        }
    }

    /// Kills + assists / 3 − deaths in hundredths, truncated toward zero.
    static long kda(StatLine line) {
        long thirds = 3L * line.of(CoreStat.KILLS) + line.of(CoreStat.ASSISTS) - 3L * line.of(CoreStat.DEATHS);
        return 100 * thirds / 3;
    }

    /// The percentage of shots that hit in hundredths, truncated, in single precision as the game computes it.
    static long accuracy(int hit, int fired) {
        return fired == 0 ? 0 : (long) ((float) hit / fired * 100f * 100f);
    }

    private void medals(StatLine line) {
        json.openArray();
        for (Medal medal : Medal.inOrder()) {
            if (line.of(medal) > 0) {
                reward(medal.nameId(), line.of(medal), 0);
            }
        }
        json.closeArray();
    }

    private void awards(StatLine line) {
        json.openArray();
        for (Award award : Award.inOrder()) {
            if (line.of(award) > 0) {
                reward(award.nameId(), line.of(award), line.points(award));
            }
        }
        json.closeArray();
    }

    private void reward(Fragment nameId, int count, int points) {
        json.openObject();
        json.name(NAME_ID).value(nameId);
        json.name(COUNT).number(count);
        json.name(POINTS).number(points);
        json.closeObject();
    }

    private void block(StatLine line, ModeBlock block, Level level) {
        json.openObject();
        List<BlockField> fields = block.fields();
        for (int i = 0; i < fields.size(); i++) {
            BlockField field = fields.get(i);
            json.name(field.name());
            if (field.kind().isTime()) {
                json.duration(line.inBlock(i) * TICKS_PER_TENTH);
            } else if (field.kind() == BlockField.Kind.LIVES && level == Level.PLAYER) {
                json.nothing();
            } else {
                json.number(line.inBlock(i));
            }
        }
        json.closeObject();
    }

    private void fight(StatLine line, GameMode mode) {
        json.name(mode.isPve() ? PVE_STATS : PVP_STATS);
        json.openObject();
        for (CoreStat stat : FIGHT) {
            json.name(stat.member());
            if (stat == CoreStat.KDA) {
                json.hundredths(kda(line));
            } else {
                json.number(line.of(stat));
            }
        }
        if (mode.isPve()) {
            for (int i = 0; i < ENEMIES.size(); i++) {
                json.name(ENEMIES.get(i)).number(line.enemies(i));
            }
        }
        json.closeObject();
    }
}
