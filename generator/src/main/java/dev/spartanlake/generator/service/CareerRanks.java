package dev.spartanlake.generator.service;

import dev.spartanlake.generator.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The career rank: a long track of ranks, one after the other for experience.
///
/// **Source**: `GET economy /hi/players/xuid(…)/rewardtracks/careerranks/careerrank1` and
/// `GET gamecms-hacs /hi/Progression/file/RewardTracks/CareerRanks/careerRank1.json`
public final class CareerRanks {

    /// How many ranks there are.
    public static final int RANKS = 272;

    private static final List<String> TIERS = List.of("Bronze", "Silver", "Gold", "Platinum", "Diamond", "Onyx");
    private static final List<String> TITLES = List.of(
            "Cadet",
            "Private",
            "Lance Corporal",
            "Corporal",
            "Sergeant",
            "Staff Sergeant",
            "Gunnery Sergeant",
            "Master Sergeant",
            "Lieutenant",
            "Captain",
            "Major",
            "Lt Colonel",
            "Colonel",
            "Brigadier General",
            "General");
    private static final int GRADES = 3;

    private CareerRanks() {}

    /// How much experience a rank takes.
    ///
    /// @param rank from 1; the last one takes next to none
    public static int experience(int rank) {
        return rank == RANKS ? 1 : 100 + 25 * (rank - 1) * (rank / 20 + 1);
    }

    /// Where somebody with so much experience stands.
    public static String progress(long experience) {
        int completed = 0;
        long left = experience;
        while (completed < RANKS && left >= experience(completed + 1)) {
            completed++;
            left -= experience(completed);
        }
        boolean done = completed == RANKS;
        return new JsonObject()
                .with("RewardTrackPath", "RewardTracks/CareerRanks/careerRank1.json")
                .with("TrackType", "CareerRank")
                .with(
                        "CurrentProgress",
                        new JsonObject()
                                .with("Rank", completed)
                                .with("PartialProgress", done ? 0L : left)
                                .with("IsOwned", false)
                                .with("HasReachedMaxRank", done))
                .with("PreviousProgress", null)
                .with("IsOwned", false)
                .with("BaseXp", null)
                .with("BoostXp", null)
                .toString();
    }

    /// All ranks.
    public static String track() {
        List<JsonObject> ranks = new ArrayList<>();
        for (int rank = 1; rank <= RANKS; rank++) {
            ranks.add(rank(rank));
        }
        return new JsonObject()
                .with("TrackId", "careerRank1")
                .with("Ranks", ranks)
                .with("Name", text("Career Rank"))
                .with("Description", text("Earn Personal Score to Advance Career Rank."))
                .with("OperationNumber", 1)
                .with("DateRange", text(""))
                .with("IsRitual", false)
                .with("SummaryImagePath", "")
                .with("WeekNumber", null)
                .with("XpPerRank", 1000)
                .toString();
    }

    private static JsonObject rank(int rank) {
        boolean first = rank == 1;
        boolean last = rank == RANKS;
        int step = rank - 2;
        int grade = first || last ? 1 : step % GRADES + 1;
        String title = first ? "Recruit" : last ? "Hero" : TITLES.get(step / GRADES % TITLES.size());
        String tier = first ? TIERS.getFirst() : last ? "Onyx" : TIERS.get(step / GRADES / TITLES.size());
        String picture = String.format(Locale.ROOT, "%d_%s.png", rank, title.replace(' ', '_'));
        return new JsonObject()
                .with("Rank", rank)
                .with("FreeRewards", rewards())
                .with("PaidRewards", rewards())
                .with("XpRequiredForRank", experience(rank))
                .with("RankTitle", text(title))
                .with("RankSubTitle", text(first || last ? "" : tier))
                .with("RankTier", text(first || last ? "" : Integer.toString(grade)))
                .with("RankIcon", "career_rank/ProgressWidget/" + picture)
                .with("RankLargeIcon", "career_rank/CelebrationMoment/" + picture)
                .with("RankAdornmentIcon", "")
                .with("TierType", tier)
                .with("RankGrade", grade);
    }

    private static JsonObject rewards() {
        return new JsonObject().with("InventoryRewards", List.of()).with("CurrencyRewards", List.of());
    }

    private static JsonObject text(String value) {
        return new JsonObject().with("status", "Test").with("value", value).with("translations", new JsonObject());
    }
}
