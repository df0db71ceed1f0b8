package dev.spartanlake.generator.game;

import dev.spartanlake.generator.json.Fragment;
import java.util.List;

/// What personal score is given for, under the name the game gives it, with its id and its points.
@SuppressWarnings("ImmutableEnumChecker") // a fragment never changes
public enum Award {
    KILLED_PLAYER(1024030246L, 100),
    KILL_ASSIST(638246808L, 50),
    MARK_ASSIST(152718958L, 10),
    SENSOR_ASSIST(1267013266L, 10),
    ELIMINATED_PLAYER(2408971842L, 200),
    REVIVED_PLAYER(3428202435L, 100),
    REVIVE_DENIED(2130209372L, 25),
    FLAG_CAPTURED(601966503L, 300),
    FLAG_CAPTURE_ASSIST(555570945L, 100),
    FLAG_RETURNED(22113181L, 25),
    FLAG_STOLEN(3002710045L, 25),
    FLAG_TAKEN(2387185397L, 10),
    RUNNER_STOPPED(316828380L, 25),
    ZONE_CAPTURED(3507884073L, 50),
    ZONE_SECURED(709346128L, 25),
    HILL_SCORED(1032565232L, 100),
    BALL_CONTROL(454168309L, 50),
    BALL_TAKEN(204144695L, 10),
    CARRIER_STOPPED(746397417L, 25),
    CARRIER_KILLED(4128329646L, 10),
    POWER_SEED_SECURED(2188620691L, 100),
    POWER_SEED_STOLEN(3996338664L, 50),
    EXTRACTION_COMPLETED(4130011565L, 200),
    EXTRACTION_CONVERTED(1117301492L, 50),
    EXTRACTION_DENIED(1552628741L, 25),
    EXTRACTION_INITIATED(1825517751L, 50),
    CONVERSION_DENIED(4247243561L, 25),
    DRIVER_ASSIST(963594075L, 50),
    EMP_ASSIST(221060588L, 50),
    HIJACKED_GHOST(1614285349L, 25),
    DESTROYED_WARTHOG(3107879375L, 50),
    BETRAYED_PLAYER(911992497L, -100),
    SELF_DESTRUCTION(249491819L, -100),
    /// Given by a mode's script; the points differ from one to the next.
    CUSTOM(4294967295L, 0);

    private static final List<Award> IN_ORDER = List.of(values());

    private final Fragment nameId;
    private final int points;

    Award(long nameId, int points) {
        this.nameId = Fragment.value(Long.toString(nameId));
        this.points = points;
    }

    /// All awards, in the order in which the documents here list them.
    public static List<Award> inOrder() {
        return IN_ORDER;
    }

    /// The award's id as JSON, an unsigned 32-bit number.
    public Fragment nameId() {
        return nameId;
    }

    /// The points of one award; 0 for the scripted one.
    public int points() {
        return points;
    }
}
