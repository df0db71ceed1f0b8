package dev.spartanlake.halo.player;

import dev.spartanlake.halo.json.JsonValue;
import dev.spartanlake.halo.json.UnexpectedJson;
import dev.spartanlake.halo.wire.Identity;
import java.util.Collection;
import java.util.stream.Collectors;

/// The number of an Xbox account.
///
/// @param value positive; of sixteen decimal digits wherever it was seen
public record Xuid(long value) {

    /// @throws IllegalArgumentException if it is not positive
    public Xuid {
        if (value <= 0) {
            throw new IllegalArgumentException("xuid: expected a positive number, found " + value);
        }
    }

    /// The number as paths want it: `xuid(2533274800000001)`.
    public String wrapped() {
        return "xuid(" + value + ")";
    }

    /// Some of them as a query wants them, with commas.
    public static String wrapped(Collection<Xuid> xuids) {
        return xuids.stream().map(Xuid::wrapped).collect(Collectors.joining(","));
    }

    static Xuid read(JsonValue value) throws UnexpectedJson {
        return new Xuid(Identity.xuid(value.text()).orElseThrow(() -> value.wrong("the digits of an xuid")));
    }
}
