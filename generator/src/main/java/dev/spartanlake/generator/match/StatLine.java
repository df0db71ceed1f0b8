package dev.spartanlake.generator.match;

import dev.spartanlake.generator.game.Award;
import dev.spartanlake.generator.game.BlockField;
import dev.spartanlake.generator.game.Medal;
import dev.spartanlake.generator.game.ModeBlock;
import java.util.Arrays;
import java.util.List;

/// The figures of one player in one team, or of one team. All start at 0.
@SuppressWarnings("EnumOrdinal") // an EnumMap would box every figure of every match
final class StatLine {

    /// How many kinds of computer-controlled enemies are told apart.
    static final int ENEMY_KINDS = 9;

    private static final int MOST_BLOCK_FIELDS = 12;

    private final int[] counts = new int[CoreStat.values().length];
    private final int[] medals = new int[Medal.values().length];
    private final int[] awards = new int[Award.values().length];
    private final int[] block = new int[MOST_BLOCK_FIELDS];
    private final int[] enemies = new int[ENEMY_KINDS];
    private int customPoints;

    int of(CoreStat stat) {
        return counts[stat.ordinal()];
    }

    void set(CoreStat stat, int value) {
        counts[stat.ordinal()] = value;
    }

    void add(CoreStat stat, int value) {
        counts[stat.ordinal()] += value;
    }

    void raise(CoreStat stat, int value) {
        counts[stat.ordinal()] = Math.max(counts[stat.ordinal()], value);
    }

    int of(Medal medal) {
        return medals[medal.ordinal()];
    }

    void earn(Medal medal) {
        medals[medal.ordinal()]++;
    }

    int of(Award award) {
        return awards[award.ordinal()];
    }

    /// The points all awards of one kind brought together.
    int points(Award award) {
        return award == Award.CUSTOM ? customPoints : award.points() * of(award);
    }

    void award(Award award, int count) {
        awards[award.ordinal()] += count;
    }

    void awardCustom(int count, int points) {
        award(Award.CUSTOM, count);
        customPoints += points;
    }

    /// The points of all awards.
    int points() {
        int points = customPoints;
        for (Award award : Award.inOrder()) {
            points += award.points() * of(award);
        }
        return points;
    }

    /// Forgets medals and awards, as the documents do for bots.
    void dropRewards() {
        Arrays.fill(medals, 0);
        Arrays.fill(awards, 0);
        customPoints = 0;
    }

    int inBlock(int field) {
        return block[field];
    }

    void setInBlock(int field, int value) {
        block[field] = value;
    }

    void addInBlock(int field, int value) {
        block[field] += value;
    }

    int enemies(int kind) {
        return enemies[kind];
    }

    void addEnemies(int kind, int value) {
        enemies[kind] += value;
    }

    /// Adds a player's figures to these: sums, and the best of what is a best. The average life becomes the player's
    /// own, as in the documents, where a team's is one of its players'.
    void absorb(StatLine other, ModeBlock mode) {
        int spree = Math.max(of(CoreStat.MAX_KILLING_SPREE), other.of(CoreStat.MAX_KILLING_SPREE));
        addAll(counts, other.counts);
        set(CoreStat.MAX_KILLING_SPREE, spree);
        set(CoreStat.AVERAGE_LIFE, other.of(CoreStat.AVERAGE_LIFE));
        addAll(medals, other.medals);
        addAll(awards, other.awards);
        addAll(enemies, other.enemies);
        customPoints += other.customPoints;
        List<BlockField> fields = mode.fields();
        for (int i = 0; i < fields.size(); i++) {
            boolean best = fields.get(i).kind() == BlockField.Kind.PEAK
                    || fields.get(i).kind() == BlockField.Kind.LONGEST_TIME;
            block[i] = best ? Math.max(block[i], other.block[i]) : block[i] + other.block[i];
        }
    }

    private static void addAll(int[] sums, int[] values) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += values[i];
        }
    }
}
