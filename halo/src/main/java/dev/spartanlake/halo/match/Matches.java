package dev.spartanlake.halo.match;

import dev.spartanlake.halo.cache.Fetcher;
import dev.spartanlake.halo.json.JsonDecoder;
import dev.spartanlake.halo.player.Xuid;
import dev.spartanlake.halo.reply.Bytes;
import dev.spartanlake.halo.reply.Reply;
import dev.spartanlake.halo.reply.Served;
import dev.spartanlake.halo.wire.Answer;
import dev.spartanlake.halo.wire.Call;
import dev.spartanlake.halo.wire.Origin;
import java.util.List;
import java.util.UUID;

/// Asks about matches. Every method throws [InterruptedException] if the caller is not to wait any
/// longer.
public final class Matches {

    /// How many matches the service puts on a page at most.
    public static final int MOST_ON_A_PAGE = 25;

    private static final int NOT_FOUND = 404;
    private static final int MOST_BYTES = 4 << 20;
    private static final int MOST_STATS_BYTES = 16 << 20;

    private static final JsonDecoder<Served<List<PlayerSkill>>> SKILL =
            JsonDecoder.served(answer -> answer.field("Value").elements(PlayerSkill::read));

    private final Fetcher fetcher;

    /// Asks through a fetcher; nothing about matches is kept.
    public Matches(Fetcher fetcher) {
        this.fetcher = fetcher;
    }

    /// A piece of a player's history, newest first. Pages shift by one with every match that ends
    /// meanwhile, so a crawl meets some matches twice. A page with fewer than asked for is the
    /// last.
    ///
    /// @param start how many newer matches to pass over
    /// @param count 1 to 25
    public Reply<HistoryPage> history(Xuid player, int start, int count, HistoryKind kind) throws InterruptedException {
        if (start < 0 || count < 1 || count > MOST_ON_A_PAGE) {
            throw new IllegalArgumentException(
                    "history: expected a start from 0 and 1 to 25 matches, found " + start + " and " + count);
        }
        String path = "/hi/players/" + player.wrapped() + "/matches?start=" + start + "&count=" + count + "&type="
                + kind.query();
        return fetcher.fetch(Call.get(Origin.HALOSTATS, path, MOST_BYTES), JsonDecoder.of(HistoryPage::read));
    }

    /// How many matches a player has played.
    public Reply<MatchCount> count(Xuid player) throws InterruptedException {
        String path = "/hi/players/" + player.wrapped() + "/matches/count";
        return fetcher.fetch(Call.get(Origin.HALOSTATS, path, MOST_BYTES), JsonDecoder.of(MatchCount::read));
    }

    /// The stats of a match as they were served; no more is looked at than that they are one whole
    /// JSON object.
    ///
    /// @return absent also for some half a minute after a match has ended
    public Reply<Bytes> stats(UUID match) throws InterruptedException {
        return fetcher.fetch(
                Call.get(Origin.HALOSTATS, "/hi/matches/" + match + "/stats", MOST_STATS_BYTES), JsonDecoder.raw());
    }

    /// The skill of players in a match. When the service does not know one of them it answers 404,
    /// with what it knows of the others; that counts as found.
    ///
    /// @param players at least one, and people only: bots make the service refuse
    /// @return absent also for some half a minute after a match has ended, and for matches without
    ///     skill
    public Reply<Served<List<PlayerSkill>>> skill(UUID match, List<Xuid> players) throws InterruptedException {
        if (players.isEmpty()) {
            throw new IllegalArgumentException("skill: expected at least one player, found none");
        }
        String path = "/hi/matches/" + match + "/skill?players=" + Xuid.wrapped(players);
        Call call = Call.get(Origin.SKILL, path, MOST_BYTES).accepting(NOT_FOUND);
        return switch (fetcher.send(call)) {
            case Reply.Missed<Answer> missed -> missed.instead();
            case Reply.Found<Answer>(Answer answer) -> {
                Reply<Served<List<PlayerSkill>>> reply = call.read(answer.body(), SKILL);
                yield answer.status() != NOT_FOUND || isUseful(reply)
                        ? reply
                        : new Reply.Absent<>(
                                call.name(), "the service answered 404, and knows none of the players there");
            }
        };
    }

    private static boolean isUseful(Reply<Served<List<PlayerSkill>>> reply) {
        return reply instanceof Reply.Found<Served<List<PlayerSkill>>>(Served<List<PlayerSkill>> served)
                && !served.content().isEmpty();
    }
}
