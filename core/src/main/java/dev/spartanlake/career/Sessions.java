package dev.spartanlake.career;

import dev.spartanlake.match.Xuid;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Cuts a career into play sessions: a new one starts when more than the gap lies between the end of one match
/// and the start of the next.
public final class Sessions {

    /// The gap unless configured otherwise.
    public static final Duration STANDARD_GAP = Duration.ofHours(2);

    /// No colon, so that an identifier can name a file on every platform.
    private static final DateTimeFormatter START = DateTimeFormatter.ofPattern(
                    "uuuuMMdd'T'HHmmss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Duration gap;

    /// Prepares cutting at this gap.
    ///
    /// @throws IllegalArgumentException when the gap is not positive, since identifiers could then repeat
    public Sessions(Duration gap) {
        if (!gap.isPositive()) {
            throw new IllegalArgumentException("session gap: expected a positive duration, found " + gap);
        }
        this.gap = gap;
    }

    /// The sessions of a career in order.
    ///
    /// @param career the matches of one player in [CareerMatch#ORDER]
    public List<Session> of(Xuid xuid, List<CareerMatch> career) {
        List<Session> sessions = new ArrayList<>();
        int first = 0;
        for (int i = 1; i <= career.size(); i++) {
            if (i == career.size() || startsSession(career.get(i - 1), career.get(i))) {
                List<CareerMatch> matches = career.subList(first, i);
                sessions.add(new Session(sessionId(xuid, matches.getFirst().startTime()), xuid, matches));
                first = i;
            }
        }
        return sessions;
    }

    private boolean startsSession(CareerMatch previous, CareerMatch next) {
        return Duration.between(previous.end(), next.startTime()).compareTo(gap) > 0;
    }

    private static String sessionId(Xuid xuid, Instant start) {
        return xuid.text() + "-" + START.format(start);
    }
}
