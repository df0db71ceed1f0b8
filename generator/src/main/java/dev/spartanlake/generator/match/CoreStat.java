package dev.spartanlake.generator.match;

import dev.spartanlake.generator.json.Fragment;
import java.util.List;

/// The members of CoreStats in the order as served, and how each is written.
@SuppressWarnings("ImmutableEnumChecker") // a fragment never changes
enum CoreStat {
    SCORE("Score"),
    PERSONAL_SCORE("PersonalScore"),
    ROUNDS_WON("RoundsWon"),
    ROUNDS_LOST("RoundsLost"),
    ROUNDS_TIED("RoundsTied"),
    KILLS("Kills"),
    DEATHS("Deaths"),
    ASSISTS("Assists"),
    KDA("KDA", Form.KDA),
    SUICIDES("Suicides"),
    BETRAYALS("Betrayals"),
    /// In tenths of a second.
    AVERAGE_LIFE("AverageLifeDuration", Form.TENTHS),
    GRENADE_KILLS("GrenadeKills"),
    HEADSHOT_KILLS("HeadshotKills"),
    MELEE_KILLS("MeleeKills"),
    POWER_WEAPON_KILLS("PowerWeaponKills"),
    SHOTS_FIRED("ShotsFired"),
    SHOTS_HIT("ShotsHit"),
    ACCURACY("Accuracy", Form.ACCURACY),
    DAMAGE_DEALT("DamageDealt"),
    DAMAGE_TAKEN("DamageTaken"),
    CALLOUT_ASSISTS("CalloutAssists"),
    VEHICLE_DESTROYS("VehicleDestroys"),
    DRIVER_ASSISTS("DriverAssists"),
    HIJACKS("Hijacks"),
    EMP_ASSISTS("EmpAssists"),
    MAX_KILLING_SPREE("MaxKillingSpree"),
    MEDALS("Medals", Form.MEDALS),
    PERSONAL_SCORES("PersonalScores", Form.AWARDS),
    DEPRECATED_DAMAGE_DEALT("DeprecatedDamageDealt", Form.DAMAGE_DEALT),
    DEPRECATED_DAMAGE_TAKEN("DeprecatedDamageTaken", Form.DAMAGE_TAKEN),
    SPAWNS("Spawns"),
    OBJECTIVES_COMPLETED("ObjectivesCompleted", Form.CURRENT_COUNT);

    /// All members, in order.
    static final List<CoreStat> IN_ORDER = List.of(values());

    /// How a member is written.
    enum Form {
        COUNT,
        CURRENT_COUNT,
        KDA,
        TENTHS,
        ACCURACY,
        MEDALS,
        AWARDS,
        DAMAGE_DEALT,
        DAMAGE_TAKEN
    }

    private final Fragment member;
    private final Form form;

    CoreStat(String member) {
        this(member, Form.COUNT);
    }

    CoreStat(String member, Form form) {
        this.member = Fragment.name(member);
        this.form = form;
    }

    Fragment member() {
        return member;
    }

    Form form() {
        return form;
    }
}
