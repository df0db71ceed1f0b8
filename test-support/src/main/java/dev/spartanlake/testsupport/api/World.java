package dev.spartanlake.testsupport.api;

import dev.spartanlake.generator.Acquaintance;
import dev.spartanlake.generator.Career;
import dev.spartanlake.generator.GeneratedMatch;
import dev.spartanlake.generator.TrackedPlayer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What is true: the matches that have been played so far, and who played them.
///
/// **Threads**: safe.
public final class World {

    private final Career career;
    private final List<GeneratedMatch> all = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, Long> xuids = new HashMap<>();
    private final Map<Long, String> names = new HashMap<>();
    private int played;

    private World(Career career, int played) {
        this.career = career;
        career.plan().players().forEach(player -> name(player.xuid(), player.gamertag()));
        Career.acquaintances().forEach(friend -> name(friend.xuid(), friend.gamertag()));
        for (GeneratedMatch match : career.matches()) {
            places.put(match.matchId(), all.size());
            all.add(match);
            match.xuids().forEach(xuid -> name(xuid, career.gamertag(xuid)));
        }
        if (played < 0 || played > all.size()) {
            throw new IllegalArgumentException("the career has " + all.size() + " matches, not " + played);
        }
        this.played = played;
    }

    private void name(long xuid, String gamertag) {
        xuids.put(gamertag.toLowerCase(Locale.ROOT), xuid);
        names.put(xuid, gamertag);
    }

    /// A world in which the first matches of a career have been played.
    ///
    /// @param played how many
    /// @throws IllegalArgumentException when the career has fewer matches
    public static World of(Career career, int played) {
        return new World(career, played);
    }

    /// A world in which a whole career has been played.
    public static World of(Career career) {
        return new World(career, career.plan().matches());
    }

    /// Plays the next matches of the career; from now on they come first in the histories.
    ///
    /// @return the matches, the oldest first
    /// @throws IllegalArgumentException when the career has no more of them
    public synchronized List<GeneratedMatch> play(int matches) {
        if (matches < 0 || played + matches > all.size()) {
            throw new IllegalArgumentException(
                    "the career has " + (all.size() - played) + " matches left, not " + matches);
        }
        played += matches;
        return List.copyOf(all.subList(played - matches, played));
    }

    /// Who is signed in: the first tracked player.
    public TrackedPlayer owner() {
        return career.plan().players().getFirst();
    }

    /// The career.
    public Career career() {
        return career;
    }

    /// The friends of the tracked players.
    public List<Acquaintance> friends() {
        return Career.acquaintances();
    }

    /// The matches played so far, the oldest first.
    public synchronized List<GeneratedMatch> matches() {
        return List.copyOf(all.subList(0, played));
    }

    /// The matches of a player so far, the newest first.
    public List<GeneratedMatch> history(long xuid) {
        List<GeneratedMatch> own = new ArrayList<>(matches());
        own.removeIf(match -> !match.xuids().contains(xuid));
        return own.reversed();
    }

    /// A match that has been played.
    public synchronized Optional<GeneratedMatch> match(String matchId) {
        Integer place = places.get(matchId);
        return place == null || place >= played ? Optional.empty() : Optional.of(all.get(place));
    }

    /// The name of a human of the career.
    public Optional<String> gamertag(long xuid) {
        return Optional.ofNullable(names.get(xuid));
    }

    /// The human of a name, whatever its case.
    public Optional<Long> xuid(String gamertag) {
        return Optional.ofNullable(xuids.get(gamertag.toLowerCase(Locale.ROOT)));
    }
}
