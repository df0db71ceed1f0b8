package dev.spartanlake.intake;

import dev.spartanlake.catalog.Snapshots.PlaylistCsr;
import dev.spartanlake.catalog.Snapshots.ServiceRecord;
import dev.spartanlake.match.Xuid;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads what the game's services say of a player's records and ranks. What is missing or of another type is unknown;
/// the document has it all.
///
/// **Source**: the services `halostats` and `skill`, as recorded between 2024 and 2026.
public final class SnapshotReading {

    private static final double NANOS = 1e9;

    private SnapshotReading() {}

    /// A service record; empty because the answer is none.
    ///
    /// @param obtainedAt when it was asked for
    public static Optional<ServiceRecord> serviceRecord(Xuid player, Instant obtainedAt, JsonNode answer) {
        if (!answer.has("MatchesCompleted") || !answer.has("CoreStats")) {
            return Optional.empty();
        }
        return Optional.of(new ServiceRecord(
                player,
                obtainedAt,
                number(answer, "MatchesCompleted"),
                number(answer, "Wins"),
                number(answer, "Losses"),
                number(answer, "Ties"),
                seconds(answer.path("TimePlayed")),
                answer.toString()));
    }

    /// The ranks an answer has in a playlist, one for each player.
    ///
    /// @param obtainedAt when it was asked for
    public static List<PlaylistCsr> csrs(String playlistId, Instant obtainedAt, JsonNode answer) {
        List<PlaylistCsr> csrs = new ArrayList<>();
        for (JsonNode entry : answer.path("Value")) {
            JsonNode result = entry.path("Result");
            Optional<Xuid> player = player(entry.path("Id"));
            if (player.isPresent() && result.has("Current")) {
                JsonNode current = result.path("Current");
                String tier = current.path("Tier").asString("");
                csrs.add(new PlaylistCsr(
                        player.get(),
                        playlistId,
                        obtainedAt,
                        rank(current),
                        tier.isEmpty() ? null : tier,
                        tier.isEmpty() ? null : integer(current, "SubTier"),
                        rank(result.path("SeasonMax")),
                        rank(result.path("AllTimeMax")),
                        entry.toString()));
            }
        }
        return csrs;
    }

    private static Optional<Xuid> player(JsonNode id) {
        try {
            return id.isString() ? Optional.of(Xuid.parse(id.asString())) : Optional.empty();
        } catch (IllegalArgumentException other) {
            return Optional.empty();
        }
    }

    /// −1 stands while a player is in placement.
    private static @Nullable Integer rank(JsonNode csr) {
        Integer value = integer(csr, "Value");
        return value == null || value < 0 ? null : value;
    }

    private static @Nullable Integer integer(JsonNode object, String field) {
        JsonNode value = object.path(field);
        return value.isIntegralNumber() && value.canConvertToInt() ? Integer.valueOf(value.asInt()) : null;
    }

    private static @Nullable Long number(JsonNode object, String field) {
        JsonNode value = object.path(field);
        return value.isIntegralNumber() && value.canConvertToLong() ? Long.valueOf(value.asLong()) : null;
    }

    private static @Nullable Double seconds(JsonNode duration) {
        if (!duration.isString()) {
            return null;
        }
        try {
            Duration parsed = Duration.parse(duration.asString());
            return parsed.getSeconds() + parsed.getNano() / NANOS;
        } catch (DateTimeException unknown) {
            return null;
        }
    }
}
