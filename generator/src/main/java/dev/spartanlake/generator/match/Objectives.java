package dev.spartanlake.generator.match;

import dev.spartanlake.generator.chance.Draw;
import dev.spartanlake.generator.game.Award;
import dev.spartanlake.generator.game.BlockField;
import dev.spartanlake.generator.game.GameMode;
import dev.spartanlake.generator.game.Medal;
import dev.spartanlake.generator.game.ModeBlock;
import java.util.ArrayList;
import java.util.List;

/// What players do besides killing: the figures of the mode block, and their score.
final class Objectives {

    private static final double TEN_MINUTES = 600_000;
    private static final double MODE_MEDAL_SHARE = 0.12;
    private static final int BALL_TICKS_PER_AWARD = 6;

    private final GameMode mode;
    private final ModeBlock block;
    private final List<BlockField> fields;
    private final Draw draw;

    Objectives(GameMode mode, Draw draw) {
        this.mode = mode;
        this.block = mode.block();
        this.fields = block.fields();
        this.draw = draw;
    }

    /// Shares a team's points among its players, where the players score them.
    void share(int points, List<Participant> participants, int team) {
        int field = fieldOf(BlockField.Kind.SCORE);
        List<Stint> scorers = new ArrayList<>();
        for (Participant participant : participants) {
            if (participant.lastTeam() == team && participant.lastStint().presentMillis() > 0) {
                scorers.add(participant.lastStint());
            }
        }
        if (field < 0 || scorers.isEmpty()) {
            return;
        }
        int portion = Math.max(1, points / 12);
        for (int left = points; left > 0; left -= portion) {
            draw.oneOf(scorers).line().addInBlock(field, Math.min(left, portion));
        }
    }

    /// Fills the mode block of a stint that has its kills, deaths and share of the points, and sets its score.
    void complete(Stint stint) {
        if (stint.presentMillis() == 0) {
            return;
        }
        double share = stint.presentMillis() / TEN_MINUTES;
        for (int i = 0; i < fields.size(); i++) {
            fill(stint, i, fields.get(i), share);
        }
        longest(stint.line());
        score(stint.line());
        List<Medal> medals = Medal.ofMode(block);
        if (!medals.isEmpty() && draw.chance(MODE_MEDAL_SHARE)) {
            stint.line().earn(draw.oneOf(medals));
        }
    }

    private void fill(Stint stint, int index, BlockField field, double share) {
        StatLine line = stint.line();
        switch (field.kind()) {
            case COUNT, SHARED_COUNT, PEAK -> line.setInBlock(index, draw.count(field.mean() * share));
            case KILLS -> line.setInBlock(index, line.of(CoreStat.KILLS));
            case ASSISTS -> line.setInBlock(index, line.of(CoreStat.ASSISTS));
            case TIME -> line.setInBlock(index, time(stint, field.mean() * share));
            case SCORE_TIME -> line.setInBlock(index, scoringTime(stint));
            case TICKS -> line.setInBlock(index, mode.playersTick() ? draw.count(20 * share) : 0);
            case SCORE, LONGEST_TIME, LIVES -> {
                // A score has been shared out before, the longest time needs the others, lives are never told.
            }
        }
        if (field.award() != null) {
            line.award(field.award(), line.inBlock(index));
        }
    }

    private int time(Stint stint, double mean) {
        return Math.min(draw.count(mean), (int) (stint.presentMillis() / 100));
    }

    private int scoringTime(Stint stint) {
        int ticks = stint.line().inBlock(fieldOf(BlockField.Kind.SCORE));
        stint.line().award(Award.BALL_CONTROL, ticks / BALL_TICKS_PER_AWARD);
        return Math.min(ticks * 10 + draw.below(50), (int) (stint.presentMillis() / 100));
    }

    private void longest(StatLine line) {
        int target = fieldOf(BlockField.Kind.LONGEST_TIME);
        if (target < 0) {
            return;
        }
        int time = Math.max(fieldOf(BlockField.Kind.TIME), fieldOf(BlockField.Kind.SCORE_TIME));
        line.setInBlock(target, (int) (line.inBlock(time) * (0.3 + 0.7 * draw.unit())));
    }

    private void score(StatLine line) {
        switch (mode.scoring()) {
            case KILLS -> line.set(CoreStat.SCORE, line.of(CoreStat.KILLS));
            case OBJECTIVE -> line.set(CoreStat.SCORE, line.inBlock(fieldOf(BlockField.Kind.SCORE)));
            case HILLS -> {
                int hills = draw.below(4);
                line.set(CoreStat.SCORE, hills);
                line.award(Award.HILL_SCORED, hills);
            }
            case POINTS -> {
                int bonuses = draw.below(14);
                line.awardCustom(bonuses, bonuses == 0 ? 0 : 5 * draw.between(bonuses, 3 * bonuses));
                line.set(CoreStat.SCORE, 10 * line.of(CoreStat.KILLS) + draw.below(mode.target()));
            }
            case TEAM_ONLY, ROUNDS -> line.set(CoreStat.SCORE, 0);
        }
    }

    private int fieldOf(BlockField.Kind kind) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).kind() == kind) {
                return i;
            }
        }
        return -1;
    }
}
