package dev.spartanlake.halo.player;

import dev.spartanlake.halo.cache.Fetcher;
import dev.spartanlake.halo.json.JsonDecoder;
import dev.spartanlake.halo.reply.Bytes;
import dev.spartanlake.halo.reply.Reply;
import dev.spartanlake.halo.reply.Served;
import dev.spartanlake.halo.wire.AuthorizedRequests;
import dev.spartanlake.halo.wire.Call;
import dev.spartanlake.halo.wire.Encoding;
import dev.spartanlake.halo.wire.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/// Asks about players. Every method throws [InterruptedException] if the caller is not to wait any
/// longer.
public final class Players {

    /// How many players are asked for at once; a URL of them has some 900 characters.
    public static final int MOST_AT_ONCE = 50;

    private static final int MOST_BYTES = 4 << 20;

    private final Fetcher fetcher;
    private final AuthorizedRequests requests;

    /// @param requests knows whether Xbox Live can be asked in the place of the game's own service
    public Players(Fetcher fetcher, AuthorizedRequests requests) {
        this.fetcher = fetcher;
        this.requests = requests;
    }

    /// Who the players of some numbers are. Where the game's own service is unavailable, which it
    /// often is, Xbox Live is asked, if somebody signed in.
    ///
    /// @param xuids of people; those of bots are never sent
    /// @return in the order in which the service answers, which may leave out whom it does not know
    public Reply<List<Player>> byXuids(List<Xuid> xuids) throws InterruptedException {
        List<Xuid> different = xuids.stream().distinct().toList();
        List<Player> players = new ArrayList<>();
        for (int from = 0; from < different.size(); from += MOST_AT_ONCE) {
            List<Xuid> batch = different.subList(from, Math.min(from + MOST_AT_ONCE, different.size()));
            Reply<List<Player>> reply = batch(batch);
            if (reply instanceof Reply.Found<List<Player>>(List<Player> found)) {
                players.addAll(found);
            } else {
                return reply;
            }
        }
        return new Reply.Found<>(List.copyOf(players));
    }

    private Reply<List<Player>> batch(List<Xuid> xuids) throws InterruptedException {
        String ids = xuids.stream().map(xuid -> Long.toString(xuid.value())).collect(Collectors.joining(","));
        Call call = Call.get(Origin.PROFILE, "/users?xuids=" + ids, MOST_BYTES);
        Reply<List<Player>> reply = fetcher.fetch(call, JsonDecoder.of(users -> users.elements(Player::read)));
        return reply instanceof Reply.Unavailable<List<Player>> && requests.reachesXbox() ? atXbox(xuids) : reply;
    }

    private Reply<List<Player>> atXbox(List<Xuid> xuids) throws InterruptedException {
        String ids = xuids.stream().map(xuid -> "\"" + xuid.value() + "\"").collect(Collectors.joining(","));
        Bytes body = Bytes.of("{\"userIds\":[" + ids + "],\"settings\":[\"Gamertag\"]}");
        Call call = Call.post(
                        Origin.XBOX_PROFILE,
                        "/users/batch/profile/settings",
                        "application/json; charset=utf-8",
                        body,
                        MOST_BYTES)
                .with("x-xbl-contract-version", "2");
        return fetcher.fetch(
                call, JsonDecoder.of(users -> users.field("profileUsers").elements(Player::readXbox)));
    }

    /// Who has a gamertag.
    ///
    /// @return absent when nobody has; the service says so with 400
    public Reply<Player> byGamertag(String gamertag) throws InterruptedException {
        Call call = Call.get(Origin.PROFILE, "/users/gt(" + Encoding.encode(gamertag) + ")", MOST_BYTES);
        Reply<Player> reply = fetcher.fetch(call, JsonDecoder.of(Player::read));
        return reply instanceof Reply.Refused<Player> refused
                ? new Reply.Absent<>(refused.request(), "nobody has this gamertag")
                : reply;
    }

    /// Whose the tokens are. Where the service is unavailable, what was told when they were obtained is the answer.
    public Reply<Player> me() throws InterruptedException {
        Reply<Player> reply =
                fetcher.fetch(Call.get(Origin.PROFILE, "/users/me", MOST_BYTES), JsonDecoder.of(Player::read));
        if (reply instanceof Reply.Unavailable<Player>) {
            Optional<Player> signedIn =
                    requests.identity().map(identity -> new Player(new Xuid(identity.xuid()), identity.gamertag()));
            return signedIn.<Reply<Player>>map(Reply.Found::new).orElse(reply);
        }
        return reply;
    }

    /// The totals of a player's matches, as they were served.
    public Reply<Bytes> serviceRecord(Xuid player, RecordKind kind) throws InterruptedException {
        String path = "/hi/players/" + player.wrapped() + "/" + kind.path() + "/servicerecord";
        return fetcher.fetch(Call.get(Origin.HALOSTATS, path, MOST_BYTES), JsonDecoder.raw());
    }

    /// The totals of a player's matchmade matches of one season, as they were served.
    ///
    /// @param seasonId a path such as `Csr/Seasons/CsrSeason9-1.json`, from the record of all
    ///     seasons
    public Reply<Bytes> seasonRecord(Xuid player, String seasonId) throws InterruptedException {
        String path =
                "/hi/players/" + player.wrapped() + "/matchmade/servicerecord?seasonid=" + Encoding.encode(seasonId);
        return fetcher.fetch(Call.get(Origin.HALOSTATS, path, MOST_BYTES), JsonDecoder.raw());
    }

    /// The competitive ranks of players in a playlist, now, as they were served.
    ///
    /// @param players at least one, and people only
    public Reply<Bytes> playlistCsr(UUID playlist, List<Xuid> players) throws InterruptedException {
        return csr("/hi/playlist/" + playlist + "/csrs?players=" + Xuid.wrapped(players));
    }

    /// The competitive ranks of players in a playlist in a season, as they were served.
    ///
    /// @param players at least one, and people only
    /// @param season without folder and suffix, such as `CsrSeason9-1`
    public Reply<Bytes> playlistCsr(UUID playlist, List<Xuid> players, String season) throws InterruptedException {
        return csr("/hi/playlist/" + playlist + "/csrs?players=" + Xuid.wrapped(players) + "&season="
                + Encoding.encode(season));
    }

    private Reply<Bytes> csr(String path) throws InterruptedException {
        return fetcher.fetch(Call.get(Origin.SKILL, path, MOST_BYTES), JsonDecoder.raw());
    }

    /// How far a player got in the career ranks.
    public Reply<Served<CareerProgress>> careerProgress(Xuid player) throws InterruptedException {
        String path = "/hi/players/" + player.wrapped() + "/rewardtracks/careerranks/careerrank1";
        return fetcher.fetch(Call.get(Origin.ECONOMY, path, MOST_BYTES), JsonDecoder.served(CareerProgress::read));
    }
}
