package dev.spartanlake.generator.game;

/// A game variant category with the rules that shape its figures.
@SuppressWarnings("ImmutableEnumChecker") // every component is itself an enum or a number
public enum GameMode {
    /// Slayer, and the variants of it that share its category.
    SLAYER(6, ModeBlock.NONE, Scoring.KILLS, 50, 1),
    /// Attrition.
    ATTRITION(7, ModeBlock.ELIMINATION, Scoring.ROUNDS, 2, 3),
    /// Elimination.
    ELIMINATION(8, ModeBlock.ELIMINATION, Scoring.ROUNDS, 3, 5),
    /// Fiesta.
    FIESTA(9, ModeBlock.NONE, Scoring.KILLS, 50, 1),
    /// Strongholds.
    STRONGHOLDS(11, ModeBlock.ZONES, Scoring.TEAM_ONLY, 250, 1),
    /// King of the Hill.
    KING_OF_THE_HILL(12, ModeBlock.ZONES, Scoring.HILLS, 3, 1),
    /// Total Control.
    TOTAL_CONTROL(14, ModeBlock.ZONES, Scoring.TEAM_ONLY, 3, 1),
    /// Capture the Flag.
    CAPTURE_THE_FLAG(15, ModeBlock.CAPTURE_THE_FLAG, Scoring.OBJECTIVE, 3, 1),
    /// Extraction.
    EXTRACTION(17, ModeBlock.EXTRACTION, Scoring.OBJECTIVE, 5, 1),
    /// Oddball, over as many as three rounds.
    ODDBALL(18, ModeBlock.ODDBALL, Scoring.OBJECTIVE, 200, 3),
    /// Stockpile.
    STOCKPILE(19, ModeBlock.STOCKPILE, Scoring.TEAM_ONLY, 3, 1),
    /// Infection, without teams.
    INFECTION(22, ModeBlock.INFECTION, Scoring.POINTS, 300, 3),
    /// VIP.
    VIP(23, ModeBlock.VIP, Scoring.OBJECTIVE, 10, 1),
    /// Escalation.
    ESCALATION(24, ModeBlock.NONE, Scoring.KILLS, 40, 1),
    /// Land Grab.
    LAND_GRAB(39, ModeBlock.ZONES, Scoring.TEAM_ONLY, 11, 1),
    /// A game built in Forge.
    MINIGAME(41, ModeBlock.NONE, Scoring.POINTS, 100, 1),
    /// Firefight, against the computer.
    FIREFIGHT(42, ModeBlock.ELIMINATION, Scoring.TEAM_ONLY, 5, 1);

    private final int category;
    private final ModeBlock block;
    private final Scoring scoring;
    private final int target;
    private final int rounds;

    GameMode(int category, ModeBlock block, Scoring scoring, int target, int rounds) {
        this.category = category;
        this.block = block;
        this.scoring = scoring;
        this.target = target;
        this.rounds = rounds;
    }

    /// The game variant category of the documents.
    public int category() {
        return category;
    }

    /// The mode-specific part of the stat blocks.
    public ModeBlock block() {
        return block;
    }

    /// What counts as score.
    public Scoring scoring() {
        return scoring;
    }

    /// The score that wins a match of four against four.
    public int target() {
        return target;
    }

    /// How many rounds a match has at most.
    public int rounds() {
        return rounds;
    }

    /// Whether the opponents are the computer's.
    public boolean isPve() {
        return this == FIREFIGHT;
    }

    /// What a kill is rewarded with.
    public Award killAward() {
        return this == ELIMINATION || this == ATTRITION ? Award.ELIMINATED_PLAYER : Award.KILLED_PLAYER;
    }

    /// Whether players, and not only their team, have scoring ticks.
    public boolean playersTick() {
        return this == KING_OF_THE_HILL;
    }

    /// Whether the mode came after the documents took today's shape.
    public boolean isRecent() {
        return switch (this) {
            case EXTRACTION, INFECTION, VIP, ESCALATION, MINIGAME, FIREFIGHT -> true;
            case SLAYER,
                    ATTRITION,
                    ELIMINATION,
                    FIESTA,
                    STRONGHOLDS,
                    KING_OF_THE_HILL,
                    TOTAL_CONTROL,
                    CAPTURE_THE_FLAG,
                    ODDBALL,
                    STOCKPILE,
                    LAND_GRAB -> false;
        };
    }
}
