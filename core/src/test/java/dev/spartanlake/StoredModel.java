package dev.spartanlake;

import dev.spartanlake.match.Xuid;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// What a warehouse has of one match, by a model that knows nothing of how it is stored.
///
/// @param document its document
/// @param skill its skill document; null because there is none
/// @param film its film; null because there is none
/// @param cut whose events were taken out of the film
record StoredModel(
        ObjectNode document,
        @Nullable ObjectNode skill,
        @Nullable Film film,
        Set<Xuid> cut) {

    StoredModel {
        cut = Set.copyOf(cut);
    }

    /// A match without parts.
    static StoredModel of(ObjectNode document) {
        return new StoredModel(document, null, null, Set.of());
    }

    /// The same with another document, and parts that go with it. What is all there already changes
    /// nothing; with anything new a film comes whole.
    ///
    /// @param edition of which edition the parts are; 0 for none
    StoredModel taking(ObjectNode other, int edition) {
        if (edition == 0) {
            return new StoredModel(other, skill, film, cut);
        }
        Film taken = new Film(other, edition);
        ObjectNode saying = sayingSomething(Parts.skill(other, edition));
        ObjectNode rating = saying == null ? skill : saying;
        boolean isKnown = other.equals(document)
                && Objects.equals(rating, skill)
                && film != null
                && film.sha256().equals(taken.sha256());
        return new StoredModel(other, rating, taken, isKnown ? cut : Set.of());
    }

    /// The same after it met what another warehouse has of the match. All was obtained at the same
    /// moment: then the greater hash stands.
    StoredModel meeting(StoredModel other) {
        ObjectNode theirs = other.skill;
        Film theirFilm = other.film;
        boolean isTheirFilm =
                theirFilm != null && (film == null || theirFilm.sha256().compareTo(film.sha256()) > 0);
        return new StoredModel(
                isGreater(other.document, document) ? other.document : document,
                theirs != null && (skill == null || isGreater(theirs, skill)) ? theirs : skill,
                isTheirFilm ? theirFilm : film,
                isTheirFilm ? other.cut : cut);
    }

    /// Whether anything of the match names a player.
    boolean names(Xuid player) {
        boolean isInFilm = film != null && !cut.contains(player) && film.shows(player);
        return isIn(document, player) || (skill != null && isIn(skill, player)) || isInFilm;
    }

    /// Whether the document has a player.
    boolean has(Xuid player) {
        return isIn(document, player);
    }

    /// The same without a player.
    StoredModel without(Xuid player) {
        Set<Xuid> gone = new HashSet<>(cut);
        gone.add(player);
        return new StoredModel(
                without(document, "Players", "PlayerId", player),
                skill == null ? null : sayingSomething(without(skill, "Value", "Id", player)),
                film,
                film == null ? Set.of() : gone);
    }

    private static @Nullable ObjectNode sayingSomething(ObjectNode skill) {
        boolean saysSomething = skill.path("Value")
                .valueStream()
                .anyMatch(entry -> entry.path("ResultCode").asInt() == 0);
        return saysSomething ? skill : null;
    }

    private static ObjectNode without(ObjectNode json, String list, String id, Xuid player) {
        ObjectNode copy = json.deepCopy();
        copy.withArray(list).removeIf(entry -> entry.path(id).asString().equals("xuid(" + player.text() + ")"));
        return copy;
    }

    private static boolean isIn(ObjectNode json, Xuid player) {
        return json.toString().contains("xuid(" + player.text() + ")");
    }

    private static boolean isGreater(ObjectNode one, ObjectNode other) {
        return sha256(Parts.bytes(one)).compareTo(sha256(Parts.bytes(other))) > 0;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// A film.
    ///
    /// @param document the document it goes with
    record Film(ObjectNode document, int edition) {

        byte[] chunk() {
            return Parts.film(document, edition);
        }

        String sha256() {
            return StoredModel.sha256(chunk());
        }

        boolean shows(Xuid player) {
            return Parts.events(document, edition).stream()
                    .anyMatch(event -> event.player().xuid() == player.value());
        }
    }
}
