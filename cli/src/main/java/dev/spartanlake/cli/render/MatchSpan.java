package dev.spartanlake.cli.render;

import dev.spartanlake.WarehouseStatus;
import dev.spartanlake.WarehouseStatus.Career;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The time that the careers of a warehouse span.
///
/// @param first the earliest start; null because no tracked player has a match
/// @param last the latest start; null likewise
record MatchSpan(@Nullable Instant first, @Nullable Instant last) {

    static MatchSpan of(WarehouseStatus status) {
        return new MatchSpan(
                starts(status, Career::firstMatch)
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                starts(status, Career::lastMatch).max(Comparator.naturalOrder()).orElse(null));
    }

    private static Stream<Instant> starts(WarehouseStatus status, Function<Career, @Nullable Instant> start) {
        return status.careers().stream().map(start).filter(Objects::nonNull).map(Objects::requireNonNull);
    }
}
