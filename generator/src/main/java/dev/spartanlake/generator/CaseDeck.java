package dev.spartanlake.generator;

import static dev.spartanlake.generator.game.Venue.BIG_TEAMS;
import static dev.spartanlake.generator.game.Venue.COOPERATIVE;
import static dev.spartanlake.generator.game.Venue.CUSTOM_FREE_FOR_ALL;
import static dev.spartanlake.generator.game.Venue.CUSTOM_TEAMS;
import static dev.spartanlake.generator.game.Venue.FREE_FOR_ALL;
import static dev.spartanlake.generator.game.Venue.SMALL_TEAMS;
import static dev.spartanlake.generator.match.Twist.ABANDONED;
import static dev.spartanlake.generator.match.Twist.ACCURACY_MISSING;
import static dev.spartanlake.generator.match.Twist.BACKFILL;
import static dev.spartanlake.generator.match.Twist.BOT_OPPONENTS;
import static dev.spartanlake.generator.match.Twist.BOT_STAND_IN;
import static dev.spartanlake.generator.match.Twist.CONTRADICTORY_FLAGS;
import static dev.spartanlake.generator.match.Twist.HOUR_LONG;
import static dev.spartanlake.generator.match.Twist.LEAVER;
import static dev.spartanlake.generator.match.Twist.LIVES_UNRECORDED;
import static dev.spartanlake.generator.match.Twist.NEGATIVE_SCORE;
import static dev.spartanlake.generator.match.Twist.OPPONENTS;
import static dev.spartanlake.generator.match.Twist.OVERTIME;
import static dev.spartanlake.generator.match.Twist.TEAM_SWITCH;
import static dev.spartanlake.generator.match.Twist.TIE;
import static dev.spartanlake.generator.match.Twist.TRACKED_LEAVER;
import static dev.spartanlake.generator.match.Twist.UNFIRED;
import static dev.spartanlake.generator.match.Twist.UNLISTED_MEDALS;
import static dev.spartanlake.generator.match.Twist.WHOLE_SECONDS;
import static dev.spartanlake.generator.match.Twist.WHOLE_TENTHS;

import dev.spartanlake.generator.chance.Draw;
import dev.spartanlake.generator.game.Catalogue;
import dev.spartanlake.generator.game.GameMode;
import dev.spartanlake.generator.game.Pairing;
import dev.spartanlake.generator.game.Venue;
import dev.spartanlake.generator.match.PayloadShape;
import dev.spartanlake.generator.match.Twist;
import java.util.List;
import java.util.Set;

/// Every special case, dealt in turn: each comes once before any comes twice.
final class CaseDeck {

    private static final List<Case> EARLY = List.of(
            Case.of(GameMode.SLAYER, SMALL_TEAMS, CONTRADICTORY_FLAGS),
            Case.of(GameMode.CAPTURE_THE_FLAG, SMALL_TEAMS, LIVES_UNRECORDED),
            Case.of(GameMode.SLAYER, SMALL_TEAMS, ACCURACY_MISSING),
            Case.of(GameMode.SLAYER, BIG_TEAMS, LEAVER),
            Case.of(GameMode.SLAYER, FREE_FOR_ALL, BACKFILL),
            Case.of(GameMode.STRONGHOLDS, SMALL_TEAMS, LEAVER),
            Case.of(GameMode.ODDBALL, SMALL_TEAMS, OVERTIME),
            Case.of(GameMode.FIESTA, SMALL_TEAMS, NEGATIVE_SCORE),
            Case.of(GameMode.STOCKPILE, CUSTOM_TEAMS, TEAM_SWITCH, TIE, BOT_OPPONENTS),
            Case.of(GameMode.KING_OF_THE_HILL, SMALL_TEAMS, WHOLE_TENTHS),
            Case.of(GameMode.ATTRITION, SMALL_TEAMS),
            Case.of(GameMode.LAND_GRAB, SMALL_TEAMS, TIE),
            Case.of(GameMode.ELIMINATION, CUSTOM_TEAMS, BOT_OPPONENTS),
            Case.of(GameMode.SLAYER, SMALL_TEAMS, TRACKED_LEAVER, LIVES_UNRECORDED));

    private static final List<Case> CURRENT = List.of(
            Case.of(GameMode.SLAYER, SMALL_TEAMS),
            Case.of(GameMode.SLAYER, SMALL_TEAMS, TRACKED_LEAVER),
            Case.of(GameMode.INFECTION, FREE_FOR_ALL, BACKFILL, NEGATIVE_SCORE),
            Case.of(GameMode.SLAYER, SMALL_TEAMS, TIE),
            Case.of(GameMode.FIREFIGHT, COOPERATIVE),
            Case.of(GameMode.SLAYER, SMALL_TEAMS, BACKFILL),
            Case.of(GameMode.SLAYER, CUSTOM_TEAMS, TEAM_SWITCH),
            Case.of(GameMode.VIP, SMALL_TEAMS, UNLISTED_MEDALS),
            Case.of(GameMode.SLAYER, SMALL_TEAMS, NEGATIVE_SCORE),
            Case.of(GameMode.MINIGAME, CUSTOM_FREE_FOR_ALL),
            Case.of(GameMode.SLAYER, SMALL_TEAMS, UNFIRED),
            Case.of(GameMode.SLAYER, SMALL_TEAMS, WHOLE_SECONDS),
            Case.of(GameMode.SLAYER, SMALL_TEAMS, BOT_STAND_IN),
            Case.of(GameMode.SLAYER, BIG_TEAMS, BACKFILL),
            Case.of(GameMode.SLAYER, FREE_FOR_ALL, LEAVER, BACKFILL),
            Case.of(GameMode.SLAYER, CUSTOM_TEAMS, OPPONENTS),
            Case.of(GameMode.ATTRITION, SMALL_TEAMS, TIE),
            Case.of(GameMode.ELIMINATION, CUSTOM_TEAMS, BOT_OPPONENTS),
            Case.of(GameMode.FIESTA, SMALL_TEAMS, LEAVER),
            Case.of(GameMode.STRONGHOLDS, SMALL_TEAMS, OVERTIME),
            Case.of(GameMode.KING_OF_THE_HILL, SMALL_TEAMS),
            Case.of(GameMode.TOTAL_CONTROL, BIG_TEAMS, LEAVER),
            Case.of(GameMode.CAPTURE_THE_FLAG, SMALL_TEAMS, OVERTIME, UNLISTED_MEDALS),
            Case.of(GameMode.CAPTURE_THE_FLAG, SMALL_TEAMS, TIE, WHOLE_TENTHS),
            Case.of(GameMode.CAPTURE_THE_FLAG, CUSTOM_TEAMS, ABANDONED),
            Case.of(GameMode.EXTRACTION, CUSTOM_TEAMS, TIE, BOT_OPPONENTS),
            Case.of(GameMode.ODDBALL, SMALL_TEAMS),
            Case.of(GameMode.STOCKPILE, CUSTOM_TEAMS, TEAM_SWITCH, TIE, BOT_OPPONENTS),
            Case.of(GameMode.ESCALATION, SMALL_TEAMS),
            Case.of(GameMode.LAND_GRAB, SMALL_TEAMS),
            Case.of(GameMode.MINIGAME, CUSTOM_FREE_FOR_ALL, HOUR_LONG),
            Case.of(GameMode.FIREFIGHT, COOPERATIVE, TRACKED_LEAVER));

    private final int offset;

    /// A deck that begins somewhere else for every seed.
    CaseDeck(long seed) {
        this.offset = Draw.of(seed).below(EARLY.size() * CURRENT.size());
    }

    /// The `index`-th card among the documents of a shape.
    Card deal(int index, PayloadShape shape, Draw draw) {
        List<Case> cases = switch (shape) {
            case EARLY -> EARLY;
            case CURRENT -> CURRENT;
        };
        Case dealt = cases.get((index + offset) % cases.size());
        return new Card(draw.oneOf(dealt.pairings()), dealt.twists());
    }

    /// A special case.
    ///
    /// @param pairings what can be played
    /// @param twists what is out of the ordinary
    private record Case(List<Pairing> pairings, Set<Twist> twists) {

        static Case of(GameMode mode, Venue venue, Twist... twists) {
            return new Case(Catalogue.instance().of(mode, venue), Set.of(twists));
        }
    }
}
