package dev.spartanlake.generator.game;

import dev.spartanlake.generator.json.Fragment;
import java.util.List;

/// The medals players earn here, under their English names, with their ids; about half exceed a signed 32-bit number.
@SuppressWarnings("ImmutableEnumChecker") // a fragment never changes
public enum Medal {
    DOUBLE_KILL(622331684L),
    TRIPLE_KILL(2063152177L),
    OVERKILL(835814121L),
    KILLTACULAR(2137071619L),
    KILLING_SPREE(2780740615L),
    KILLING_FRENZY(4261842076L),
    RUNNING_RIOT(418532952L),
    RAMPAGE(1486797009L),
    KILLJOY(3233952928L),
    PERFECTION(865763896L),
    RIFLEMAN(2852571933L),
    PERFECT(1512363953L),
    SHOT_CALLER(1169571763L),
    REVERSAL(2123530881L),
    GUARDIAN_ANGEL(3334154676L),
    SNIPE(4229934157L),
    BACK_SMACK(548533137L),
    BOXER(269174970L),
    STICK(3655682764L),
    MARKSMAN(2758320809L),
    WINGMAN(1284032216L),
    LAST_SHOT(3091261182L),
    NO_SCOPE(2602963073L),
    COUNTER_SNIPE(1477806194L),
    SHARPSHOOTER(4277328263L),
    BODYGUARD(555849395L),
    OFF_THE_RACK(1283796619L),
    YARD_SALE(1176569867L),
    FROM_THE_GRAVE(2625820422L),
    SPOTTER(2477555653L),
    NADE_SHOT(265478668L),
    NINJA(3085856613L),
    HAIL_MARY(3934547153L),
    SPLATTER(221693153L),
    WHEELMAN(2926348688L),
    PANCAKE(3876426273L),
    SKYJACK(731054446L),
    FLAG_JOUST(976049027L),
    GOAL_LINE_STAND(3227840152L),
    STOPPED_SHORT(3488248720L),
    CLOCK_STOP(3630529364L),
    HILL_GUARDIAN(580478179L),
    STRAIGHT_BALLING(781229683L),
    SOLE_SURVIVOR(2717755703L),
    UNDEAD_HUNTER(1447057920L),
    /// Missing from the game's own medal metadata.
    BIG_DEAL(2125906504L),
    /// Missing from the game's own medal metadata.
    HIGH_VALUE_TARGET(3041030832L);

    private static final List<Medal> IN_ORDER = List.of(values());
    private static final List<Medal> MULTI_KILLS = List.of(DOUBLE_KILL, TRIPLE_KILL, OVERKILL, KILLTACULAR);
    private static final List<Medal> SPREES = List.of(KILLING_SPREE, KILLING_FRENZY, RUNNING_RIOT, RAMPAGE);
    private static final List<Medal> STYLES = List.of(
            RIFLEMAN,
            PERFECT,
            SHOT_CALLER,
            REVERSAL,
            GUARDIAN_ANGEL,
            SNIPE,
            BACK_SMACK,
            BOXER,
            STICK,
            MARKSMAN,
            WINGMAN,
            LAST_SHOT,
            NO_SCOPE,
            COUNTER_SNIPE,
            SHARPSHOOTER,
            BODYGUARD,
            OFF_THE_RACK,
            YARD_SALE,
            FROM_THE_GRAVE,
            SPOTTER,
            NADE_SHOT,
            NINJA,
            HAIL_MARY);
    private static final List<Medal> VEHICLES = List.of(SPLATTER, WHEELMAN, PANCAKE, SKYJACK);
    private static final int KILLS_PER_SPREE_STEP = 5;

    private final Fragment nameId;

    Medal(long nameId) {
        this.nameId = Fragment.value(Long.toString(nameId));
    }

    /// All medals, in the order in which the documents here list them.
    public static List<Medal> inOrder() {
        return IN_ORDER;
    }

    /// The medal's id as JSON, an unsigned 32-bit number.
    public Fragment nameId() {
        return nameId;
    }

    /// The medals for the second, third … kill in quick succession.
    public static List<Medal> multiKills() {
        return MULTI_KILLS;
    }

    /// The medals for how a kill was made, the frequent ones first.
    public static List<Medal> styles() {
        return STYLES;
    }

    /// The medals for five, ten, fifteen and twenty kills without dying.
    public static List<Medal> sprees() {
        return SPREES;
    }

    /// The medals of vehicles.
    public static List<Medal> vehicles() {
        return VEHICLES;
    }

    /// The medals that only a mode with the given block has.
    public static List<Medal> ofMode(ModeBlock block) {
        return switch (block) {
            case NONE, BOMB, EXTRACTION, STOCKPILE -> List.of();
            case CAPTURE_THE_FLAG -> List.of(FLAG_JOUST, GOAL_LINE_STAND, STOPPED_SHORT);
            case ELIMINATION -> List.of(SOLE_SURVIVOR);
            case INFECTION -> List.of(UNDEAD_HUNTER);
            case ODDBALL -> List.of(STRAIGHT_BALLING);
            case ZONES -> List.of(CLOCK_STOP, HILL_GUARDIAN);
            case VIP -> List.of(BIG_DEAL, HIGH_VALUE_TARGET);
        };
    }

    /// How many kills without dying lie between one spree medal and the next.
    public static int killsPerSpreeStep() {
        return KILLS_PER_SPREE_STEP;
    }
}
