package dev.spartanlake.halo;

import dev.spartanlake.halo.wire.Origins;
import dev.spartanlake.halo.wire.Pace;
import dev.spartanlake.halo.wire.RequestLog;
import dev.spartanlake.halo.wire.Timing;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// How a client behaves.
///
/// @param origins where requests go
/// @param pace how many at which service, and how long failures are put up with
/// @param cache the directory for answers that need not be asked for twice; `null` for none
/// @param timing clock and waiting
/// @param log is told of every request
public record HaloSettings(
        Origins origins, Pace pace, @Nullable Path cache, Timing timing, RequestLog log) {

    /// The default: the real hosts, the standard pace, no cache, nobody told.
    public static HaloSettings standard() {
        return new HaloSettings(Origins.standard(), Pace.STANDARD, null, Timing.system(), RequestLog.none());
    }

    /// The same, with requests going elsewhere.
    public HaloSettings withOrigins(Origins other) {
        return new HaloSettings(other, pace, cache, timing, log);
    }

    /// The same at another pace.
    public HaloSettings withPace(Pace other) {
        return new HaloSettings(origins, other, cache, timing, log);
    }

    /// The same with answers kept in a directory.
    public HaloSettings withCache(Path directory) {
        return new HaloSettings(origins, pace, directory, timing, log);
    }

    /// The same with another clock.
    public HaloSettings withTiming(Timing other) {
        return new HaloSettings(origins, pace, cache, other, log);
    }

    /// The same with somebody who is told of every request.
    public HaloSettings withLog(RequestLog other) {
        return new HaloSettings(origins, pace, cache, timing, other);
    }
}
