package dev.spartanlake.generator.game;

import dev.spartanlake.generator.json.Fragment;
import java.util.List;

/// The medals players earn here, under their English names, with their ids; about half exceed a signed 32-bit number.
@SuppressWarnings("ImmutableEnumChecker") // a fragment never changes
public enum Medal {
    DOUBLE_KILL(622331684L, 0, 100),
    TRIPLE_KILL(2063152177L, 1, 150),
    OVERKILL(835814121L, 2, 220),
    KILLTACULAR(2137071619L, 3, 225),
    KILLING_SPREE(2780740615L, 9, 100),
    KILLING_FRENZY(4261842076L, 10, 150),
    RUNNING_RIOT(418532952L, 11, 205),
    RAMPAGE(1486797009L, 12, 210),
    KILLJOY(3233952928L, 26, 50),
    PERFECTION(865763896L, 13, 200),
    RIFLEMAN(2852571933L, 71, 50),
    PERFECT(1512363953L, 109, 100),
    SHOT_CALLER(1169571763L, 140, 100),
    REVERSAL(2123530881L, 105, 50),
    GUARDIAN_ANGEL(3334154676L, 117, 50),
    SNIPE(4229934157L, 108, 50),
    BACK_SMACK(548533137L, 82, 50),
    BOXER(269174970L, 74, 50),
    STICK(3655682764L, 98, 50),
    MARKSMAN(2758320809L, 79, 50),
    WINGMAN(1284032216L, 65, 50),
    LAST_SHOT(3091261182L, 131, 50),
    NO_SCOPE(2602963073L, 114, 100),
    COUNTER_SNIPE(1477806194L, 168, 100),
    SHARPSHOOTER(4277328263L, 78, 50),
    BODYGUARD(555849395L, 81, 50),
    OFF_THE_RACK(1283796619L, 134, 100),
    YARD_SALE(1176569867L, 141, 100),
    FROM_THE_GRAVE(2625820422L, 127, 50),
    SPOTTER(2477555653L, 62, 50),
    NADE_SHOT(265478668L, 107, 100),
    NINJA(3085856613L, 90, 200),
    HAIL_MARY(3934547153L, 106, 100),
    SPLATTER(221693153L, 156, 50),
    WHEELMAN(2926348688L, 66, 50),
    PANCAKE(3876426273L, 92, 100),
    SKYJACK(731054446L, 97, 50),
    FLAG_JOUST(976049027L, 37, 50),
    GOAL_LINE_STAND(3227840152L, 38, 100),
    STOPPED_SHORT(3488248720L, 36, 50),
    CLOCK_STOP(3630529364L, 153, 100),
    HILL_GUARDIAN(580478179L, 152, 100),
    STRAIGHT_BALLING(781229683L, 148, 150),
    SOLE_SURVIVOR(2717755703L, 45, 50),
    UNDEAD_HUNTER(1447057920L, 59, 150),
    /// Missing from the game's own medal metadata.
    BIG_DEAL(2125906504L, 150, 100),
    /// Missing from the game's own medal metadata.
    HIGH_VALUE_TARGET(3041030832L, 149, 100);

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

    private final long id;
    private final Fragment nameId;
    private final int filmCode;
    private final int sortingWeight;

    Medal(long id, int filmCode, int sortingWeight) {
        this.id = id;
        this.nameId = Fragment.value(Long.toString(id));
        this.filmCode = filmCode;
        this.sortingWeight = sortingWeight;
    }

    /// The medal's id, an unsigned 32-bit number.
    public long id() {
        return id;
    }

    /// The number films give the medal, which has nothing to do with its id.
    public int filmCode() {
        return filmCode;
    }

    /// How much the medal weighs, in films and in the metadata.
    public int sortingWeight() {
        return sortingWeight;
    }

    /// Whether the game's metadata knows the medal.
    public boolean isListed() {
        return this != BIG_DEAL && this != HIGH_VALUE_TARGET;
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
