package dev.spartanlake.imports;

import dev.spartanlake.catalog.Assets.Kind;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JsonToken;

/// What an answer of the game's services is, by the fields it has; names of files say nothing of
/// it.
enum AnswerKind {
    /// A match document.
    MATCH,
    /// Skill data of a match, which it does not name, or ranks in a playlist, which it does not
    /// name either.
    RATINGS,
    /// A map, playlist, pairing or variant.
    ASSET,
    /// What a player has done in all matches.
    SERVICE_RECORD,
    /// A page of a player's history.
    HISTORY,
    /// A player's name.
    USER,
    /// Something else, such as a list of players' names.
    OTHER;

    /// @param fields the fields of the answer, each with the kind of its value; empty because it is
    ///     no object
    static AnswerKind of(Map<String, JsonToken> fields) {
        if (has(fields, "MatchId", "MatchInfo", "Players")) {
            return MATCH;
        }
        if (has(fields, "AssetId", "VersionId", "PublicName")) {
            return ASSET;
        }
        if (has(fields, "MatchesCompleted", "CoreStats")) {
            return SERVICE_RECORD;
        }
        if (has(fields, "Results", "ResultCount", "Start")) {
            return HISTORY;
        }
        if (has(fields, "xuid", "gamertag")) {
            return USER;
        }
        return fields.get("Value") == JsonToken.START_ARRAY ? RATINGS : OTHER;
    }

    private static boolean has(Map<String, JsonToken> fields, String... names) {
        return fields.keySet().containsAll(Set.of(names));
    }

    /// The kind of an asset, by the fields that only one kind has; empty because it is one that
    /// matches do not name.
    static Optional<Kind> assetKind(Set<String> fields) {
        if (fields.contains("MapLink") && fields.contains("UgcGameVariantLink")) {
            return Optional.of(Kind.MAP_MODE_PAIR);
        }
        if (fields.contains("RotationEntries")) {
            return Optional.of(Kind.PLAYLIST);
        }
        if (fields.contains("EngineGameVariantLink")) {
            return Optional.of(Kind.GAME_VARIANT);
        }
        return fields.contains("PrefabLinks") ? Optional.of(Kind.MAP) : Optional.empty();
    }
}
