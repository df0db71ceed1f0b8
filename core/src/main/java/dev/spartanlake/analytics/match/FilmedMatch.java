package dev.spartanlake.analytics.match;

import dev.spartanlake.analytics.match.KillFeed.FeedLine;
import dev.spartanlake.analytics.match.KillFeed.FeedMedal;
import dev.spartanlake.film.Happening;
import dev.spartanlake.film.HighlightEvent;
import dev.spartanlake.film.KillPairs;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Makes lines of the events of a match: a kill, its death and its medals are one.
///
/// A medal belongs to a kill of the same player at most five milliseconds away: the nearest, of two the first in the
/// film. Half of them have the very moment of the kill, and they may stand before it.
final class FilmedMatch {

    private static final long MOST_MILLIS_AWAY = 5;

    private final List<FilmedEvent> events;
    private final Map<Integer, FilmedEvent> byIndex;
    /// The deaths by the kills that they are.
    private final Map<Integer, FilmedEvent> deaths = new HashMap<>();
    /// Deaths and medals that are told with their kills.
    private final Set<Integer> told = new HashSet<>();

    private final Map<Integer, List<FeedMedal>> medals = new HashMap<>();

    /// @param events in the order of the film
    FilmedMatch(List<FilmedEvent> events) {
        this.events = events;
        byIndex = events.stream().collect(Collectors.toMap(FilmedEvent::eventIndex, Function.identity()));
        List<HighlightEvent> film = events.stream().map(FilmedEvent::event).toList();
        KillPairs.of(film).forEach(pair -> pair(pair.kill(), pair.death()));
        Map<String, List<FilmedEvent>> kills = events.stream()
                .filter(event -> event.event().happening() instanceof Happening.Kill)
                .collect(Collectors.groupingBy(FilmedEvent::xuid));
        events.stream()
                .filter(event -> event.event().happening() instanceof Happening.Medal)
                .forEach(medal -> award(medal, kills.getOrDefault(medal.xuid(), List.of())));
    }

    private void pair(HighlightEvent kill, HighlightEvent death) {
        deaths.put(kill.ordinal(), byIndex.get(death.ordinal()));
        told.add(death.ordinal());
    }

    private void award(FilmedEvent medal, List<FilmedEvent> kills) {
        Optional<FilmedEvent> nearest = kills.stream()
                .filter(kill -> away(kill, medal) <= MOST_MILLIS_AWAY)
                .min(Comparator.comparingLong((FilmedEvent kill) -> away(kill, medal))
                        .thenComparingInt(FilmedEvent::eventIndex));
        nearest.ifPresent(kill -> {
            medals.computeIfAbsent(kill.eventIndex(), _ -> new ArrayList<>()).add(medal.medal());
            told.add(medal.eventIndex());
        });
    }

    private static long away(FilmedEvent kill, FilmedEvent medal) {
        return Math.abs(kill.timeMs() - medal.timeMs());
    }

    List<FeedLine> lines() {
        return events.stream()
                .filter(event -> !told.contains(event.eventIndex()))
                .map(this::line)
                .toList();
    }

    private FeedLine line(FilmedEvent event) {
        return switch (event.event().happening()) {
            case Happening.Kill() -> line(event, "kill", event, deaths.get(event.eventIndex()));
            case Happening.Death() -> line(event, "death", null, event);
            case Happening.Mode() -> line(event, "mode", event, null);
            case Happening.Medal medal -> line(event, "medal", event, null);
            case Happening.Unknown unknown -> line(event, "unknown", event, null);
        };
    }

    private FeedLine line(FilmedEvent event, String kind, @Nullable FilmedEvent actor, @Nullable FilmedEvent victim) {
        List<FeedMedal> earned =
                kind.equals("medal") ? List.of(event.medal()) : medals.getOrDefault(event.eventIndex(), List.of());
        return new FeedLine(
                event.eventIndex(),
                event.timeMs(),
                kind,
                actor == null ? null : actor.xuid(),
                actor == null ? null : actor.gamertag(),
                actor == null ? null : actor.teamId(),
                victim == null ? null : victim.xuid(),
                victim == null ? null : victim.gamertag(),
                victim == null ? null : victim.teamId(),
                earned);
    }
}
