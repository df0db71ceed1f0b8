package dev.spartanlake.halo;

import dev.spartanlake.halo.wire.Origins;
import dev.spartanlake.halo.wire.Pace;
import dev.spartanlake.halo.wire.RequestLog;
import dev.spartanlake.halo.wire.TimeLimits;
import dev.spartanlake.halo.wire.Timing;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// How a client behaves.
///
/// @param origins where requests go
/// @param pace how many at which service, and how long failures are put up with
/// @param limits how long an exchange may take
/// @param cache the directory for answers that need not be asked for twice; `null` for none
/// @param timing clock and waiting
/// @param log is told of every request
/// @param userAgent what the client calls itself
public record HaloSettings(
        Origins origins,
        Pace pace,
        TimeLimits limits,
        @Nullable Path cache,
        Timing timing,
        RequestLog log,
        String userAgent) {

    /// The default: the real hosts, the standard pace and limits, no cache, nobody told.
    public static HaloSettings standard() {
        return new HaloSettings(
                Origins.standard(),
                Pace.STANDARD,
                TimeLimits.STANDARD,
                null,
                Timing.system(),
                RequestLog.none(),
                "SpartanLake");
    }

    /// The same, with requests going elsewhere.
    public HaloSettings withOrigins(Origins other) {
        return new HaloSettings(other, pace, limits, cache, timing, log, userAgent);
    }

    /// The same at another pace.
    public HaloSettings withPace(Pace other) {
        return new HaloSettings(origins, other, limits, cache, timing, log, userAgent);
    }

    /// The same with other time limits.
    public HaloSettings withLimits(TimeLimits other) {
        return new HaloSettings(origins, pace, other, cache, timing, log, userAgent);
    }

    /// The same with answers kept in a directory.
    public HaloSettings withCache(Path directory) {
        return new HaloSettings(origins, pace, limits, directory, timing, log, userAgent);
    }

    /// The same with another clock.
    public HaloSettings withTiming(Timing other) {
        return new HaloSettings(origins, pace, limits, cache, other, log, userAgent);
    }

    /// The same with somebody who is told of every request.
    public HaloSettings withLog(RequestLog other) {
        return new HaloSettings(origins, pace, limits, cache, timing, other, userAgent);
    }

    /// The same under another name.
    public HaloSettings withUserAgent(String name) {
        return new HaloSettings(origins, pace, limits, cache, timing, log, name);
    }
}
