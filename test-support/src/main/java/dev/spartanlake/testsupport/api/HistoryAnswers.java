package dev.spartanlake.testsupport.api;

import dev.spartanlake.generator.GeneratedMatch;
import dev.spartanlake.generator.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Answers about whole careers and single matches.
final class HistoryAnswers {

    private static final int MOST = 25;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    private final World world;

    HistoryAnswers(World world) {
        this.world = world;
    }

    /// A page, the newest match first.
    Reply history(Request request, String player) {
        Optional<Long> xuid = xuid(player);
        int start = number(request.parameter("start").orElse("0"));
        int count = number(request.parameter("count").orElse("25"));
        Optional<Games> games = Games.of(request.parameter("type").orElse("all"));
        if (xuid.isEmpty() || games.isEmpty() || start < 0 || count < 1 || count > MOST) {
            return Reply.empty(xuid.isEmpty() ? 404 : 400);
        }
        List<JsonObject.Raw> results = world.history(xuid.get()).stream()
                .filter(games.get()::includes)
                .skip(start)
                .limit(count)
                .map(match -> new JsonObject.Raw(match.historyItem(xuid.get())))
                .toList();
        return Reply.json(new JsonObject()
                .with("Start", start)
                .with("Count", count)
                .with("ResultCount", results.size())
                .with("Results", results)
                .with("Links", new JsonObject())
                .toString());
    }

    Reply count(String player) {
        return xuid(player)
                .map(xuid -> {
                    List<GeneratedMatch> history = world.history(xuid);
                    long custom =
                            history.stream().filter(Games.CUSTOM::includes).count();
                    return Reply.json(new JsonObject()
                            .with("CustomMatchesPlayedCount", custom)
                            .with("MatchesPlayedCount", history.size())
                            .with("MatchmadeMatchesPlayedCount", history.size() - custom)
                            .with("LocalMatchesPlayedCount", 0)
                            .toString());
                })
                .orElseGet(() -> Reply.empty(404));
    }

    Reply stats(String matchId) {
        return world.match(matchId)
                .map(match -> Reply.json(new String(match.document().json(), StandardCharsets.UTF_8))
                        .with("Cache-Control", "public, max-age=86400"))
                .orElseGet(() -> Reply.empty(404));
    }

    /// The results of those who were in the match. Whoever was not makes it 404, with the others
    /// in its body.
    Reply skill(Request request, String matchId) {
        List<Optional<Long>> xuids =
                request.list("players").stream().map(Request::xuid).toList();
        if (xuids.isEmpty() || xuids.stream().anyMatch(Optional::isEmpty)) {
            return Reply.empty(400);
        }
        List<Long> asked = xuids.stream().map(Optional::orElseThrow).toList();
        Optional<GeneratedMatch> match = world.match(matchId);
        if (match.isEmpty() || !match.get().skill().isAvailable()) {
            return Reply.empty(404);
        }
        boolean all = match.get().xuids().containsAll(asked);
        return Reply.json(all ? 200 : 404, match.get().skill().json(asked));
    }

    /// A player as paths have them: `xuid(…)` or a name.
    Optional<Long> xuid(String player) {
        Optional<Long> xuid = Request.xuid(player);
        return xuid.isPresent() ? xuid : world.xuid(player);
    }

    private static int number(String text) {
        return NUMBER.matcher(text).matches() ? Integer.parseInt(text) : -1;
    }

    /// What a history can be narrowed to.
    enum Games {
        ALL("0"),
        MATCHMAKING("1"),
        CUSTOM("2"),
        LOCAL("3");

        private final String number;

        Games(String number) {
            this.number = number;
        }

        static Optional<Games> of(String type) {
            for (Games games : values()) {
                if (games.name().equalsIgnoreCase(type) || type.equals(games.number)) {
                    return Optional.of(games);
                }
            }
            return Optional.empty();
        }

        boolean includes(GeneratedMatch match) {
            boolean custom = match.scoreboard().fixture().pairing().venue().isCustom();
            return switch (this) {
                case ALL -> true;
                case MATCHMAKING -> !custom;
                case CUSTOM -> custom;
                case LOCAL -> false;
            };
        }
    }
}
