package dev.spartanlake.halo.content;

import dev.spartanlake.halo.json.JsonValue;
import dev.spartanlake.halo.json.UnexpectedJson;
import java.util.List;

/// The career ranks, lowest first.
public record CareerTrack(List<Rank> ranks) {

    /// Keeps a copy.
    public CareerTrack {
        ranks = List.copyOf(ranks);
    }

    /// A rank.
    ///
    /// @param rank from 1
    /// @param xpRequired how much experience completes it
    /// @param tier `1` to `3`, or empty
    /// @param tierType such as `Bronze`
    /// @param icon path of a picture
    /// @param largeIcon path of a picture
    public record Rank(
            int rank,
            int xpRequired,
            LocalText title,
            LocalText subTitle,
            LocalText tier,
            String tierType,
            int grade,
            String icon,
            String largeIcon,
            String adornmentIcon) {

        static Rank read(JsonValue value) throws UnexpectedJson {
            return new Rank(
                    value.field("Rank").integer(),
                    value.field("XpRequiredForRank").integer(),
                    LocalText.read(value.field("RankTitle")),
                    LocalText.read(value.field("RankSubTitle")),
                    LocalText.read(value.field("RankTier")),
                    value.field("TierType").text(),
                    value.field("RankGrade").integer(),
                    value.field("RankIcon").text(),
                    value.field("RankLargeIcon").text(),
                    value.field("RankAdornmentIcon").text());
        }
    }

    static CareerTrack read(JsonValue value) throws UnexpectedJson {
        return new CareerTrack(value.field("Ranks").elements(Rank::read));
    }
}
