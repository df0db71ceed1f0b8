package dev.spartanlake.cli.question;

import dev.spartanlake.Warehouse;
import dev.spartanlake.catalog.Players;
import dev.spartanlake.match.Xuid;
import java.util.List;
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

    /// The players of a gamertag, or the one of an identifier; none because nobody is named so.
    List<Xuid> find(String text) {
        return identifier(text)
                .map(List::of)
                .orElseGet(() -> players.stream()
                        .filter(player -> text.equalsIgnoreCase(player.gamertag()))
                        .map(Players.Player::xuid)
                        .toList());
    }

    /// The gamertags there are.
    List<String> names() {
        return players.stream()
                .flatMap(player -> Stream.ofNullable(player.gamertag()))
                .toList();
    }

    /// Who is meant when a player speaks.
    Acquainted of(Xuid owner) {
        return new Acquainted(owner);
    }

    /// All players, and the friends of one of them, who have nicknames as well. Friends are read when they are
    /// asked for.
    final class Acquainted {

        private final Xuid owner;

        private Acquainted(Xuid owner) {
            this.owner = owner;
        }

        /// The players of a gamertag or nickname, or the one of an identifier; none because nobody is named so.
        List<Xuid> find(String text) {
            Stream<Xuid> friends = identifier(text).isPresent()
                    ? Stream.of()
                    : friends().stream()
                            .filter(friend -> names(friend).anyMatch(text::equalsIgnoreCase))
                            .map(Players.Friend::xuid);
            return Stream.concat(People.this.find(text).stream(), friends)
                    .distinct()
                    .toList();
        }

        /// The gamertags and nicknames there are.
        List<String> names() {
            return Stream.concat(
                            People.this.names().stream(), friends().stream().flatMap(Acquainted::names))
                    .toList();
        }

        private List<Players.Friend> friends() {
            return warehouse.friends(owner);
        }

        private static Stream<String> names(Players.Friend friend) {
            return Stream.of(Optional.ofNullable(friend.gamertag()), Optional.ofNullable(friend.nickname()))
                    .flatMap(Optional::stream);
        }
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
