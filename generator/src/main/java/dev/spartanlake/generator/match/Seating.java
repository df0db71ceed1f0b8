package dev.spartanlake.generator.match;

import dev.spartanlake.generator.chance.Draw;
import dev.spartanlake.generator.game.Venue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Who sits in which team when a match begins.
final class Seating {

    private static final double FRIEND_SHARE = 0.2;

    /// Who takes a seat.
    enum Sitter {
        TRACKED,
        STRANGER,
        BOT
    }

    /// A seat.
    ///
    /// @param id the xuid, or a bot's number
    record Seat(int team, Sitter sitter, long id) {}

    private final Fixture fixture;
    private final Draw draw;
    private final List<Seat> seats = new ArrayList<>();
    private final Set<Long> taken = new HashSet<>();

    private Seating(Fixture fixture, Draw draw) {
        this.fixture = fixture;
        this.draw = draw;
    }

    static Seating of(Fixture fixture, Draw draw) {
        Seating seating = new Seating(fixture, draw);
        if (!fixture.pairing().venue().hasTeams()) {
            seating.seatOneByOne();
        } else {
            seating.seatTeams();
        }
        seating.shuffle();
        return seating;
    }

    List<Seat> seats() {
        return List.copyOf(seats);
    }

    /// A seat for somebody who is not in the match yet.
    Seat newcomer(int team, Sitter sitter) {
        long id = sitter == Sitter.BOT ? People.someBot(draw) : someone();
        while (!taken.add(id)) {
            id = sitter == Sitter.BOT ? People.someBot(draw) : People.someStranger(draw);
        }
        return new Seat(team, sitter, id);
    }

    private void seatOneByOne() {
        int size = fixture.teamSize();
        int offset = draw.below(size);
        for (int i = 0; i < size; i++) {
            int team = (i + offset) % size;
            seats.add(i < fixture.trackedXuids().size() ? tracked(i, team) : newcomer(team, Sitter.STRANGER));
        }
    }

    private void seatTeams() {
        boolean alone = fixture.pairing().venue() == Venue.COOPERATIVE;
        int home = alone ? 0 : draw.below(2);
        int[] sizes = new int[2];
        for (int i = 0; i < fixture.trackedXuids().size(); i++) {
            int team = !alone && i == 1 && fixture.has(Twist.OPPONENTS) ? 1 - home : home;
            seats.add(tracked(i, team));
            sizes[team]++;
        }
        fill(home, fixture.teamSize() - sizes[home], Sitter.STRANGER);
        if (!alone) {
            boolean bots = fixture.has(Twist.BOT_OPPONENTS);
            int size = bots ? draw.between(1, fixture.teamSize()) : fixture.teamSize();
            fill(1 - home, size - sizes[1 - home], bots ? Sitter.BOT : Sitter.STRANGER);
        }
    }

    private void fill(int team, int count, Sitter sitter) {
        for (int i = 0; i < count; i++) {
            seats.add(newcomer(team, sitter));
        }
    }

    private Seat tracked(int index, int team) {
        long xuid = fixture.trackedXuids().get(index);
        taken.add(xuid);
        return new Seat(team, Sitter.TRACKED, xuid);
    }

    private long someone() {
        return draw.chance(FRIEND_SHARE) ? People.someFriend(draw) : People.someStranger(draw);
    }

    private void shuffle() {
        for (int i = seats.size() - 1; i > 0; i--) {
            int other = draw.below(i + 1);
            Seat moved = seats.set(i, seats.get(other));
            seats.set(other, moved);
        }
    }
}
