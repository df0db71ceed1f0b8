package dev.spartanlake.cli.question;

import dev.spartanlake.Warehouse;
import dev.spartanlake.catalog.Players;
import dev.spartanlake.match.Xuid;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// Who is meant by a gamertag, a nickname or an identifier.
final class People {

    private final Warehouse warehouse;
    private final List<Players.Player> players;

    private People(Warehouse warehouse) {
        this.warehouse = warehouse;
        this.players = warehouse.players();
    }

    static People of(Warehouse warehouse) {
        return new People(warehouse);
    }

    /// The players whose careers are kept.
    List<Players.Player> tracked() {
        return players.stream()
                .filter(player -> player.tracking() == Players.Tracking.TRACKED)
                .toList();
    }

    /// The player of a gamertag or identifier; empty because nobody is named so.
    Optional<Xuid> find(String text) {
        return identifier(text)
                .or(() -> players.stream()
                        .filter(player -> text.equalsIgnoreCase(player.gamertag()))
                        .map(Players.Player::xuid)
                        .findFirst());
    }

    /// The same, a friend's gamertag or nickname included.
    Optional<Xuid> find(String text, Xuid owner) {
        return find(text)
                .or(() -> warehouse.friends(owner).stream()
                        .filter(friend -> Stream.of(friend.gamertag(), friend.nickname())
                                .filter(Objects::nonNull)
                                .anyMatch(text::equalsIgnoreCase))
                        .map(Players.Friend::xuid)
                        .findFirst());
    }

    /// The gamertag, or the identifier where it is not known.
    String name(Xuid xuid) {
        return players.stream()
                .filter(player -> player.xuid().equals(xuid))
                .findFirst()
                .map(Players.Player::gamertag)
                .orElseGet(xuid::text);
    }

    private static Optional<Xuid> identifier(String text) {
        try {
            return Optional.of(Xuid.parse(text));
        } catch (IllegalArgumentException isName) {
            return Optional.empty();
        }
    }
}
