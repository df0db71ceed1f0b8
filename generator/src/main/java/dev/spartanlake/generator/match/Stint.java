package dev.spartanlake.generator.match;

/// A participant's time in one team, with the figures of it. Most participants have one, those who change sides two.
///
/// Times are milliseconds since the first join.
final class Stint {

    private static final long MULTI_KILL_MILLIS = 4500;

    private final int team;
    private final long fromMillis;
    private final long toMillis;
    private final Skill skill;
    private final StatLine line = new StatLine();
    private int streak;
    private int chain;
    private long lastKillMillis = Long.MIN_VALUE / 2;

    Stint(int team, long fromMillis, long toMillis, Skill skill) {
        this.team = team;
        this.fromMillis = fromMillis;
        this.toMillis = toMillis;
        this.skill = skill;
    }

    int team() {
        return team;
    }

    long fromMillis() {
        return fromMillis;
    }

    long toMillis() {
        return toMillis;
    }

    Skill skill() {
        return skill;
    }

    StatLine line() {
        return line;
    }

    /// How likely the stint is to be the one who kills, relative to others.
    double strength() {
        return skill.weight();
    }

    /// How likely the stint is to be the one who dies, relative to others.
    double weakness() {
        return 1 / (0.5 + skill.weight());
    }

    boolean isPresentAt(long millis) {
        return millis >= fromMillis && millis < toMillis;
    }

    long presentMillis() {
        return toMillis - fromMillis;
    }

    /// Counts a kill and returns how many have followed one another without a death.
    int streakAfterKill(long millis) {
        chain = millis - lastKillMillis <= MULTI_KILL_MILLIS ? chain + 1 : 1;
        lastKillMillis = millis;
        streak++;
        line.raise(CoreStat.MAX_KILLING_SPREE, streak);
        return streak;
    }

    /// How many kills have followed one another in quick succession, the last one included.
    int chain() {
        return chain;
    }

    /// Counts a death and returns how many kills had gone before it.
    int streakEndedByDeath() {
        int ended = streak;
        streak = 0;
        line.add(CoreStat.DEATHS, 1);
        return ended;
    }
}
