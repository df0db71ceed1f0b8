package dev.spartanlake.generator.match;

import dev.spartanlake.generator.chance.Draw;
import dev.spartanlake.generator.game.Venue;
import dev.spartanlake.generator.json.JsonBytes;
import dev.spartanlake.generator.match.Seating.Seat;
import dev.spartanlake.generator.match.Seating.Sitter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who is in the match, when they came and when they went.
final class Lobby {

    private static final int BOT_DELAY_MILLIS = 1900;
    private static final int LAST_MINUTE_MILLIS = 20_000;

    private final Fixture fixture;
    private final MatchClock clock;
    private final Draw draw;
    private final Seating seating;
    private final List<Participant> participants = new ArrayList<>();
    private final List<Participant> latecomers = new ArrayList<>();

    private Lobby(Fixture fixture, MatchClock clock, Draw draw) {
        this.fixture = fixture;
        this.clock = clock;
        this.draw = draw;
        this.seating = Seating.of(fixture, draw);
    }

    static List<Participant> gather(Fixture fixture, MatchClock clock, Draw draw) {
        Lobby lobby = new Lobby(fixture, clock, draw);
        @Nullable Seat leaver = lobby.leaver();
        @Nullable Seat trackedLeaver = fixture.has(Twist.TRACKED_LEAVER) ? lobby.firstTracked() : null;
        @Nullable Seat switcher = lobby.switcher();
        for (Seat seat : lobby.seating.seats()) {
            if (seat.equals(leaver) || seat.equals(trackedLeaver)) {
                lobby.leave(seat);
            } else if (seat.equals(switcher)) {
                lobby.switchTeams(seat);
            } else {
                lobby.stay(seat);
            }
        }
        lobby.participants.addAll(lobby.latecomers);
        return List.copyOf(lobby.participants);
    }

    private @Nullable Seat leaver() {
        boolean wanted = fixture.has(Twist.LEAVER) || fixture.has(Twist.BACKFILL) || fixture.has(Twist.BOT_STAND_IN);
        return wanted ? first(Sitter.STRANGER) : null;
    }

    private @Nullable Seat switcher() {
        boolean possible =
                fixture.pairing().venue().hasTeams() && fixture.pairing().venue() != Venue.COOPERATIVE;
        return possible && fixture.has(Twist.TEAM_SWITCH) ? firstTracked() : null;
    }

    private @Nullable Seat firstTracked() {
        return first(Sitter.TRACKED);
    }

    private @Nullable Seat first(Sitter sitter) {
        for (Seat seat : seating.seats()) {
            if (seat.sitter() == sitter) {
                return seat;
            }
        }
        return null;
    }

    private void stay(Seat seat) {
        Presence presence = fixture.has(Twist.ABANDONED) ? untilLastMinute() : untilEnd(seat);
        participants.add(participant(seat, presence, List.of(stint(seat, 0, clock.durationMillis()))));
    }

    private void leave(Seat seat) {
        int departure = whole(clock.durationMillis() * (0.2 + 0.6 * draw.unit()));
        participants.add(participant(seat, until(departure), List.of(stint(seat, 0, departure))));
        if (fixture.has(Twist.BOT_STAND_IN)) {
            standIn(seat, departure);
        }
        if (fixture.has(Twist.BACKFILL) && seat.sitter() == Sitter.STRANGER) {
            replace(seat, departure + whole(draw.between(2000, 8000)));
        }
    }

    private void switchTeams(Seat seat) {
        int change = (int) (clock.durationMillis() * (0.2 + 0.5 * draw.unit()));
        Stint last = stint(seat, change, clock.durationMillis());
        Stint first = new Stint(1 - seat.team(), 0, change, last.skill());
        participants.add(participant(seat, untilEnd(seat), List.of(last, first)));
    }

    private void standIn(Seat seat, int departure) {
        long joined = clock.firstJoinMillis() + departure;
        int stay = whole(draw.between(1100, 7000));
        Presence presence = new Presence(joined, joined + stay, ticks(stay), false, true);
        Seat bot = seating.newcomer(seat.team(), Sitter.BOT);
        latecomers.add(participant(bot, presence, List.of(stint(bot, departure, departure))));
    }

    private void replace(Seat seat, int arrival) {
        long joined = clock.firstJoinMillis() + arrival;
        long lead = fixture.resolutionMillis() > 1 ? 0 : draw.below((int) JsonBytes.TICKS_PER_MILLI);
        long played = ticks(clock.endMillis() - joined) - lead;
        Presence presence = new Presence(joined, null, played, false, true);
        Seat newcomer = seating.newcomer(seat.team(), Sitter.STRANGER);
        latecomers.add(participant(newcomer, presence, List.of(stint(newcomer, arrival, clock.durationMillis()))));
    }

    private Participant participant(Seat seat, Presence presence, List<Stint> stints) {
        return switch (seat.sitter()) {
            case TRACKED -> Participant.tracked(seat.id(), presence, stints);
            case STRANGER -> Participant.stranger(seat.id(), presence, stints);
            case BOT -> Participant.bot((int) seat.id(), draw.chance(0.5) ? 2 : 4, presence, stints.getFirst());
        };
    }

    private Stint stint(Seat seat, int from, int to) {
        Skill skill = switch (seat.sitter()) {
            case TRACKED ->
                fixture.has(Twist.NEGATIVE_SCORE) ? Skill.HOPELESS : Skill.ofTracked(fixture.progress(), draw);
            case STRANGER -> Skill.ofStranger(draw);
            case BOT -> Skill.ofBot(draw);
        };
        return new Stint(seat.team(), from, to, skill);
    }

    private Presence untilEnd(Seat seat) {
        boolean bot = seat.sitter() == Sitter.BOT;
        long joined = clock.firstJoinMillis() + (bot ? BOT_DELAY_MILLIS : joinDelay());
        Presence presence = new Presence(joined, null, ticks(clock.playableMillis()), !bot, false);
        if (!fixture.has(Twist.CONTRADICTORY_FLAGS) || bot) {
            return presence;
        }
        return seat.sitter() == Sitter.TRACKED ? presence.withFlags(true, true) : presence.withFlags(false, false);
    }

    private Presence untilLastMinute() {
        return until(whole(clock.durationMillis() - draw.below(LAST_MINUTE_MILLIS)));
    }

    private Presence until(int departure) {
        int delay = joinDelay();
        long played = Math.min(departure - delay, clock.playableMillis());
        long joined = clock.firstJoinMillis() + delay;
        return new Presence(joined, clock.firstJoinMillis() + departure, ticks(played), true, false);
    }

    private int joinDelay() {
        return fixture.resolutionMillis() > 1 || participants.isEmpty() ? 0 : draw.between(7, 9);
    }

    private int whole(double millis) {
        int resolution = fixture.resolutionMillis();
        return (int) millis / resolution * resolution;
    }

    private static long ticks(long millis) {
        return millis * JsonBytes.TICKS_PER_MILLI;
    }
}
