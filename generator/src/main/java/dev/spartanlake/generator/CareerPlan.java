package dev.spartanlake.generator;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What a career is to be like. Equal plans give equal careers, byte for byte.
///
/// @param seed where all chance comes from
/// @param matches how many matches are played
/// @param firstDay the first UTC day with an evening of play
/// @param lastDay the last one; its evening can go on past midnight
/// @param players the tracked players, one to four; every match has at least one of them
/// @param mix what kinds of match are played
/// @param earlyMatches how many of the matches, from the first on, have documents in the shape of 2022
public record CareerPlan(
        long seed,
        int matches,
        Instant firstDay,
        Instant lastDay,
        List<TrackedPlayer> players,
        MatchMix mix,
        int earlyMatches) {

    /// More matches than this do not fit into a day.
    static final int MOST_MATCHES_PER_DAY = 80;

    private static final int MOST_PLAYERS = 4;
    private static final TrackedPlayer LARKSPUR = new TrackedPlayer(2533270000000001L, "DemoLarkspur");
    private static final TrackedPlayer MERIDIAN = new TrackedPlayer(2533270000000002L, "DemoMeridian");

    /// Checks the plan and copies the players.
    ///
    /// @throws IllegalArgumentException when a number is negative, the last day comes before the first, the matches
    /// do not fit into the days, or the players are none, too many or not distinct
    public CareerPlan {
        players = List.copyOf(players);
        require(matches >= 0, "matches must not be negative", matches);
        require(earlyMatches >= 0 && earlyMatches <= matches, "earlyMatches must lie in 0.." + matches, earlyMatches);
        require(!players.isEmpty() && players.size() <= MOST_PLAYERS, "there must be 1 to 4 players", players.size());
        require(!lastDay.isBefore(firstDay), "lastDay must not come before firstDay " + firstDay, lastDay);
        long days = Duration.between(firstDay, lastDay).toDays() + 1;
        require(
                matches <= days * MOST_MATCHES_PER_DAY,
                "at most " + MOST_MATCHES_PER_DAY + " matches fit a day",
                matches);
        Set<Long> xuids = new HashSet<>();
        for (TrackedPlayer player : players) {
            require(xuids.add(player.xuid()), "the players must have distinct xuids", player.xuid());
        }
    }

    /// Two players who play together part of the time, for three years: 1,250 matches.
    public static CareerPlan demo() {
        return new CareerPlan(
                20_220_201,
                1250,
                Instant.parse("2022-02-01T00:00:00Z"),
                Instant.parse("2025-01-31T00:00:00Z"),
                List.of(LARKSPUR, MERIDIAN),
                MatchMix.EVERYDAY,
                450);
    }

    /// One player's 22 months, or as many more as the matches need, with documents of 16.6 KB on average.
    ///
    /// @param matches how many documents; 5,000 are about 83 MB
    /// @throws IllegalArgumentException when the number is negative
    public static CareerPlan benchmark(int matches) {
        Instant firstDay = Instant.parse("2022-03-01T00:00:00Z");
        long days = Math.max(671, matches / (MOST_MATCHES_PER_DAY - 5) + 1);
        return new CareerPlan(
                83,
                matches,
                firstDay,
                firstDay.plus(Duration.ofDays(days - 1)),
                List.of(new TrackedPlayer(2533270000000011L, "BenchRunner")),
                MatchMix.ARENA,
                matches / 5);
    }

    /// Two players, small lobbies and every special case as early as possible: 64 matches have them all.
    ///
    /// The days run from the end of 2022 to April 2023 or longer and have the end of a year, ends of months and a
    /// change to summer time among them.
    ///
    /// @throws IllegalArgumentException when the number is negative
    public static CareerPlan mixed(long seed, int matches) {
        Instant firstDay = Instant.parse("2022-12-27T00:00:00Z");
        return new CareerPlan(
                seed,
                matches,
                firstDay,
                firstDay.plus(Duration.ofDays(Math.max(100, matches / 8))),
                List.of(LARKSPUR, MERIDIAN),
                MatchMix.EVERY_CASE,
                matches / 4);
    }

    /// The same plan with other chances.
    public CareerPlan withSeed(long newSeed) {
        return new CareerPlan(newSeed, matches, firstDay, lastDay, players, mix, earlyMatches);
    }

    /// The same plan with another number of matches, in the same days; the share of early documents stays.
    ///
    /// @throws IllegalArgumentException when the number is negative or the matches do not fit into the days
    public CareerPlan withMatches(int newMatches) {
        int newEarly = matches == 0 ? 0 : (int) ((long) earlyMatches * newMatches / matches);
        return new CareerPlan(seed, newMatches, firstDay, lastDay, players, mix, newEarly);
    }

    /// The same plan on other days.
    ///
    /// @throws IllegalArgumentException when the last comes before the first or the matches do not fit into
    /// the days
    public CareerPlan withDays(Instant newFirstDay, Instant newLastDay) {
        return new CareerPlan(seed, matches, newFirstDay, newLastDay, players, mix, earlyMatches);
    }

    /// The same plan for other players.
    ///
    /// @throws IllegalArgumentException when they are none, too many or not distinct
    public CareerPlan withPlayers(List<TrackedPlayer> newPlayers) {
        return new CareerPlan(seed, matches, firstDay, lastDay, newPlayers, mix, earlyMatches);
    }

    /// The same plan with another mix of matches.
    public CareerPlan withMix(MatchMix newMix) {
        return new CareerPlan(seed, matches, firstDay, lastDay, players, newMix, earlyMatches);
    }

    /// The same plan with another number of documents in the shape of 2022.
    ///
    /// @throws IllegalArgumentException when the number is negative or more than the matches
    public CareerPlan withEarlyMatches(int newEarlyMatches) {
        return new CareerPlan(seed, matches, firstDay, lastDay, players, mix, newEarlyMatches);
    }

    private static void require(boolean condition, String rule, Object found) {
        if (!condition) {
            throw new IllegalArgumentException("career plan: " + rule + ", found " + found);
        }
    }
}
