package dev.spartanlake.testsupport.api;

import java.util.Map;

/// What a server had been asked up to a moment.
///
/// @param asked how many requests of each kind there were, whatever came of them
/// @param answered how many of each kind were answered with 200
/// @param refused how many of each kind were refused for their token or clearance
/// @param answeredByUrl how often each URL, from its origin on, was answered with 200
/// @param limitExceeded how many requests came faster than the service's limit allows
/// @param mostAtOnce how many requests were being answered at the same time, at most
public record Requests(
        Map<Kind, Integer> asked,
        Map<Kind, Integer> answered,
        Map<Kind, Integer> refused,
        Map<String, Integer> answeredByUrl,
        Map<Service, Integer> limitExceeded,
        int mostAtOnce) {

    /// Copies the maps.
    public Requests {
        asked = Map.copyOf(asked);
        answered = Map.copyOf(answered);
        refused = Map.copyOf(refused);
        answeredByUrl = Map.copyOf(answeredByUrl);
        limitExceeded = Map.copyOf(limitExceeded);
    }

    /// How many requests of a kind there were.
    public int asked(Kind kind) {
        return asked.getOrDefault(kind, 0);
    }

    /// How many requests of a kind were answered with 200.
    public int answered(Kind kind) {
        return answered.getOrDefault(kind, 0);
    }

    /// How many requests there were.
    public int total() {
        return asked.values().stream().mapToInt(Integer::intValue).sum();
    }

    /// How many requests of all services came faster than allowed.
    public int totalLimitExceeded() {
        return limitExceeded.values().stream().mapToInt(Integer::intValue).sum();
    }

    /// The URLs with a text in them that were answered with 200 more than once, with how often.
    public Map<String, Integer> repeated(String part) {
        Map<String, Integer> repeated = new java.util.TreeMap<>(answeredByUrl);
        repeated.entrySet()
                .removeIf(entry -> entry.getValue() < 2 || !entry.getKey().contains(part));
        return repeated;
    }
}
