package dev.spartanlake.generator.game;

import dev.spartanlake.generator.game.BlockField.Kind;
import dev.spartanlake.generator.json.Fragment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The mode-specific part of a stat block, in the order in which the 2022 documents serve them.
@SuppressWarnings("ImmutableEnumChecker") // a fragment never changes, and the list is unmodifiable
public enum ModeBlock {
    /// No mode-specific part.
    NONE(""),
    /// Assault; nobody has been seen to get figures for it.
    BOMB("BombStats"),
    /// Capture the Flag.
    CAPTURE_THE_FLAG(
            "CaptureTheFlagStats",
            BlockField.of("FlagCaptureAssists", Kind.COUNT, 0.2, Award.FLAG_CAPTURE_ASSIST),
            BlockField.of("FlagCaptures", Kind.SCORE, 0, Award.FLAG_CAPTURED),
            BlockField.of("FlagCarriersKilled", Kind.COUNT, 0.7, Award.RUNNER_STOPPED),
            BlockField.of("FlagGrabs", Kind.COUNT, 1.2, Award.FLAG_TAKEN),
            BlockField.of("FlagReturnersKilled", Kind.COUNT, 0.3),
            BlockField.of("FlagReturns", Kind.SHARED_COUNT, 0.9, Award.FLAG_RETURNED),
            BlockField.of("FlagSecures", Kind.COUNT, 1.2),
            BlockField.of("FlagSteals", Kind.COUNT, 1.2, Award.FLAG_STOLEN),
            BlockField.of("KillsAsFlagCarrier", Kind.COUNT, 0.1),
            BlockField.of("KillsAsFlagReturner", Kind.COUNT, 0.2),
            BlockField.of("TimeAsFlagCarrier", Kind.TIME, 80)),
    /// Elimination, Attrition and Firefight.
    ELIMINATION(
            "EliminationStats",
            BlockField.of("AlliesRevived", Kind.COUNT, 0.8, Award.REVIVED_PLAYER),
            BlockField.of("EliminationAssists", Kind.ASSISTS, 0),
            BlockField.of("Eliminations", Kind.KILLS, 0),
            BlockField.of("EnemyRevivesDenied", Kind.COUNT, 0.3, Award.REVIVE_DENIED),
            BlockField.of("Executions", Kind.COUNT, 0.1),
            BlockField.of("KillsAsLastPlayerStanding", Kind.COUNT, 0.4),
            BlockField.of("LastPlayersStandingKilled", Kind.COUNT, 0.5),
            BlockField.of("RoundsSurvived", Kind.SHARED_COUNT, 1),
            BlockField.of("TimesRevivedByAlly", Kind.COUNT, 0.8),
            BlockField.of("LivesRemaining", Kind.LIVES, 0),
            BlockField.of("EliminationOrder", Kind.COUNT, 0)),
    /// Extraction.
    EXTRACTION(
            "ExtractionStats",
            BlockField.of("SuccessfulExtractions", Kind.SCORE, 0, Award.EXTRACTION_COMPLETED),
            BlockField.of("ExtractionConversionsDenied", Kind.COUNT, 0.4, Award.CONVERSION_DENIED),
            BlockField.of("ExtractionConversionsCompleted", Kind.COUNT, 0.8, Award.EXTRACTION_CONVERTED),
            BlockField.of("ExtractionInitiationsDenied", Kind.COUNT, 0.2, Award.EXTRACTION_DENIED),
            BlockField.of("ExtractionInitiationsCompleted", Kind.COUNT, 0.9, Award.EXTRACTION_INITIATED)),
    /// Infection.
    INFECTION(
            "InfectionStats",
            BlockField.of("AlphasKilled", Kind.COUNT, 0.3),
            BlockField.of("SpartansInfected", Kind.COUNT, 4),
            BlockField.of("SpartansInfectedAsAlpha", Kind.COUNT, 0.6),
            BlockField.of("KillsAsLastSpartanStanding", Kind.COUNT, 0.6),
            BlockField.of("LastSpartansStandingInfected", Kind.COUNT, 0.6),
            BlockField.of("RoundsAsAlpha", Kind.COUNT, 0.5),
            BlockField.of("RoundsAsLastSpartanStanding", Kind.COUNT, 0.7),
            BlockField.of("RoundsFinishedAsInfected", Kind.COUNT, 4),
            BlockField.of("RoundsSurvivedAsSpartan", Kind.COUNT, 0.2),
            BlockField.of("RoundsSurvivedAsLastSpartanStanding", Kind.COUNT, 0.1),
            BlockField.of("TimeAsLastSpartanStanding", Kind.TIME, 150),
            BlockField.of("InfectedKilled", Kind.COUNT, 3)),
    /// Oddball.
    ODDBALL(
            "OddballStats",
            BlockField.of("KillsAsSkullCarrier", Kind.COUNT, 0.1),
            BlockField.of("LongestTimeAsSkullCarrier", Kind.LONGEST_TIME, 0),
            BlockField.of("SkullCarriersKilled", Kind.COUNT, 2, Award.CARRIER_STOPPED),
            BlockField.of("SkullGrabs", Kind.COUNT, 0.4, Award.BALL_TAKEN),
            BlockField.of("TimeAsSkullCarrier", Kind.SCORE_TIME, 0),
            BlockField.of("SkullScoringTicks", Kind.SCORE, 0)),
    /// Strongholds, King of the Hill, Total Control and Land Grab.
    ZONES(
            "ZonesStats",
            BlockField.of("StrongholdCaptures", Kind.SHARED_COUNT, 5, Award.ZONE_CAPTURED),
            BlockField.of("StrongholdDefensiveKills", Kind.COUNT, 3),
            BlockField.of("StrongholdOffensiveKills", Kind.COUNT, 3),
            BlockField.of("StrongholdSecures", Kind.COUNT, 2.5, Award.ZONE_SECURED),
            BlockField.of("StrongholdOccupationTime", Kind.TIME, 900),
            BlockField.of("StrongholdScoringTicks", Kind.TICKS, 0)),
    /// Stockpile.
    STOCKPILE(
            "StockpileStats",
            BlockField.of("KillsAsPowerSeedCarrier", Kind.COUNT, 0.1),
            BlockField.of("PowerSeedsDeposited", Kind.COUNT, 0.9, Award.POWER_SEED_SECURED),
            BlockField.of("PowerSeedsStolen", Kind.COUNT, 0.3, Award.POWER_SEED_STOLEN),
            BlockField.of("PowerSeedCarriersKilled", Kind.COUNT, 0.8, Award.CARRIER_KILLED),
            BlockField.of("TimeAsPowerSeedCarrier", Kind.TIME, 600),
            BlockField.of("TimeAsPowerSeedDriver", Kind.TIME, 20)),
    /// VIP; unknown in 2022.
    VIP(
            "VipStats",
            BlockField.of("VipKills", Kind.SCORE, 0),
            BlockField.of("VipAssists", Kind.COUNT, 1),
            BlockField.of("KillsAsVip", Kind.COUNT, 1.5),
            BlockField.of("TimesSelectedAsVip", Kind.COUNT, 1.5),
            BlockField.of("MaxKillingSpreeAsVip", Kind.PEAK, 1),
            BlockField.of("LongestTimeAsVip", Kind.LONGEST_TIME, 0),
            BlockField.of("TimeAsVip", Kind.TIME, 900));

    private static final List<ModeBlock> IN_2022 = withNames(NONE, VIP);

    private final Fragment name;
    private final List<BlockField> fields;

    ModeBlock(String name, BlockField... fields) {
        this.name = Fragment.name(name);
        this.fields = List.of(fields);
    }

    /// The member's name in a stat block.
    public Fragment memberName() {
        return name;
    }

    /// The figures in the order as served.
    public List<BlockField> fields() {
        return fields;
    }

    /// The blocks that every stat block of a 2022 document has, null where they do not apply.
    public static List<ModeBlock> in2022() {
        return IN_2022;
    }

    private static List<ModeBlock> withNames(ModeBlock... excluded) {
        List<ModeBlock> blocks = new ArrayList<>(Arrays.asList(values()));
        blocks.removeAll(Arrays.asList(excluded));
        return List.copyOf(blocks);
    }
}
