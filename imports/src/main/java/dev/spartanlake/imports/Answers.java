package dev.spartanlake.imports;

import dev.spartanlake.catalog.Assets.Kind;
import dev.spartanlake.catalog.Assets.NamedAsset;
import dev.spartanlake.catalog.Snapshots.PlaylistCsr;
import dev.spartanlake.catalog.Snapshots.ServiceRecord;
import dev.spartanlake.imports.json.JsonPeek;
import dev.spartanlake.match.MatchId;
import dev.spartanlake.match.Xuid;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What answers of the game's services say of players and assets.
///
/// **Source**: the services `discovery-infiniteugc`, `halostats` and `skill`, as recorded between
/// 2024 and 2026.
final class Answers {

    private static final double NANOS = 1e9;

    private Answers() {}

    /// A version of an asset and its names; empty because the answer is of no asset or has no name.
    static Optional<AssetVersion> asset(Kind kind, JsonNode answer) {
        String assetId = JsonPeek.text(answer, "AssetId");
        String versionId = JsonPeek.text(answer, "VersionId");
        String name = JsonPeek.text(answer, "PublicName");
        if (assetId == null || versionId == null || name == null || !MatchId.isGuid(assetId)) {
            return Optional.empty();
        }
        String id = assetId.toLowerCase(Locale.ROOT);
        return Optional.of(new AssetVersion(
                versionId.toLowerCase(Locale.ROOT),
                new NamedAsset(kind, id, name, null, null, JsonPeek.text(answer, "Description"))));
    }

    /// The names of one version of an asset.
    ///
    /// @param versionId the GUID of the version, in lower case
    record AssetVersion(String versionId, NamedAsset asset) {}

    /// A service record; empty because the answer is none.
    static Optional<ServiceRecord> serviceRecord(Xuid player, Instant obtainedAt, JsonNode answer) {
        if (!answer.has("MatchesCompleted") || !answer.has("CoreStats")) {
            return Optional.empty();
        }
        return Optional.of(new ServiceRecord(
                player,
                obtainedAt,
                JsonPeek.number(answer, "MatchesCompleted"),
                JsonPeek.number(answer, "Wins"),
                JsonPeek.number(answer, "Losses"),
                JsonPeek.number(answer, "Ties"),
                seconds(JsonPeek.text(answer, "TimePlayed")),
                answer.toString()));
    }

    private static @Nullable Double seconds(@Nullable String duration) {
        if (duration == null) {
            return null;
        }
        try {
            Duration parsed = Duration.parse(duration);
            return parsed.getSeconds() + parsed.getNano() / NANOS;
        } catch (DateTimeException unknown) {
            // The document stays, in which the time can still be read.
            return null;
        }
    }

    /// The ranks an answer has, one for each player.
    static List<PlaylistCsr> csrs(String playlistId, Instant obtainedAt, JsonNode answer) {
        List<PlaylistCsr> csrs = new ArrayList<>();
        for (JsonNode entry : answer.path("Value")) {
            JsonNode result = entry.path("Result");
            Optional<Xuid> player = xuid(JsonPeek.text(entry, "Id"));
            if (player.isPresent() && result.has("Current")) {
                JsonNode current = result.path("Current");
                String tier = JsonPeek.text(current, "Tier");
                csrs.add(new PlaylistCsr(
                        player.get(),
                        playlistId,
                        obtainedAt,
                        rank(current),
                        tier,
                        tier == null ? null : JsonPeek.integer(current, "SubTier"),
                        rank(result.path("SeasonMax")),
                        rank(result.path("AllTimeMax")),
                        entry.toString()));
            }
        }
        return csrs;
    }

    /// −1 stands while a player is in placement.
    private static @Nullable Integer rank(JsonNode csr) {
        Integer value = JsonPeek.integer(csr, "Value");
        return value == null || value < 0 ? null : value;
    }

    /// A player as answers write one; empty because it is no player, such as a bot.
    static Optional<Xuid> xuid(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Xuid.parse(text));
        } catch (IllegalArgumentException other) {
            return Optional.empty();
        }
    }
}
