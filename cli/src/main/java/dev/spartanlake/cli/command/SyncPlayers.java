package dev.spartanlake.cli.command;

import dev.spartanlake.Warehouse;
import dev.spartanlake.catalog.Players;
import dev.spartanlake.catalog.Players.Tracking;
import dev.spartanlake.cli.render.Messages;
import dev.spartanlake.match.Xuid;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Whose matches are meant, as far as the warehouse can tell.
final class SyncPlayers {

    private final List<Players.Player> known;

    /// The players of a warehouse, which need not exist.
    SyncPlayers(Warehouse warehouse) {
        known = warehouse.exists() ? warehouse.players() : List.of();
    }

    /// The players whose careers are kept.
    List<Xuid> tracked() {
        return known.stream()
                .filter(player -> player.tracking() == Tracking.TRACKED)
                .map(Players.Player::xuid)
                .toList();
    }

    /// The gamertags of those who are named.
    Map<Xuid, String> names() {
        Map<Xuid, String> names = new LinkedHashMap<>();
        for (Players.Player player : known) {
            String gamertag = player.gamertag();
            if (gamertag != null) {
                names.put(player.xuid(), gamertag);
            }
        }
        return names;
    }

    /// Who an identifier or a gamertag means.
    Meaning find(String text, Messages messages) {
        Optional<Xuid> identifier = identifier(text);
        if (identifier.isPresent()) {
            return new Meaning.One(identifier.get());
        }
        List<Xuid> found =
                known.stream().filter(called(text)).map(Players.Player::xuid).toList();
        if (found.size() > 1) {
            String identifiers = found.stream().map(Xuid::text).collect(Collectors.joining(", "));
            return new Meaning.Several(messages.text("sync.ambiguous", text, identifiers));
        }
        return found.isEmpty() ? new Meaning.Nobody() : new Meaning.One(found.getFirst());
    }

    private static Predicate<Players.Player> called(String gamertag) {
        return player -> gamertag.equalsIgnoreCase(Objects.requireNonNullElse(player.gamertag(), ""));
    }

    private static Optional<Xuid> identifier(String text) {
        try {
            return Optional.of(Xuid.parse(text));
        } catch (IllegalArgumentException isName) {
            return Optional.empty();
        }
    }

    /// Who is meant.
    sealed interface Meaning {

        /// A player.
        record One(Xuid player) implements Meaning {}

        /// More than one.
        ///
        /// @param explanation what to do about it, in one line
        record Several(String explanation) implements Meaning {}

        /// Nobody the warehouse knows.
        record Nobody() implements Meaning {}
    }
}
