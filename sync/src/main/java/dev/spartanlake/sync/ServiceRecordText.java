package dev.spartanlake.sync;

import dev.spartanlake.catalog.Snapshots.ServiceRecord;
import dev.spartanlake.match.Xuid;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The totals of a service record; the rest of it stays in its document.
final class ServiceRecordText {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ServiceRecordText() {}

    /// Reads a record, whose JSON is known to be whole.
    ///
    /// @param now when it was asked for
    static ServiceRecord read(Xuid player, Instant now, String document) {
        JsonNode record = JSON.readTree(document);
        return new ServiceRecord(
                player,
                now,
                number(record.path("MatchesCompleted")),
                number(record.path("Wins")),
                number(record.path("Losses")),
                number(record.path("Ties")),
                seconds(record.path("TimePlayed")),
                record.toString());
    }

    private static @Nullable Long number(JsonNode value) {
        return value.isIntegralNumber() && value.canConvertToLong() ? Long.valueOf(value.asLong()) : null;
    }

    private static @Nullable Double seconds(JsonNode value) {
        if (!value.isString()) {
            return null;
        }
        try {
            return Duration.parse(value.asString()).toNanos() / 1e9;
        } catch (DateTimeException | ArithmeticException unreadable) {
            return null;
        }
    }
}
