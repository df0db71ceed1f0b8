package dev.spartanlake.analytics.question;

/// Who is with a player and who is against, as SQL over a participant `p` and a row of facts.
///
/// Where there are no teams the game gives everybody a number of their own, and sometimes one number to two. Whether
/// there are teams tells the score of the player's team, which is null without.
public final class Companionship {

    /// The participant was in the player's team. The placeholder is the name of the facts.
    public static final String SAME_TEAM = "(%1$s.my_team_score IS NOT NULL AND p.team_id = %1$s.team_id)";

    /// The participant was in another team, or there were none.
    public static final String OTHER_TEAM = "(%1$s.my_team_score IS NULL OR p.team_id <> %1$s.team_id)";

    private Companionship() {}
}
