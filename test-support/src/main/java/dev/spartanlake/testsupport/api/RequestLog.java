package dev.spartanlake.testsupport.api;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/// Counts requests.
///
/// **Threads**: safe.
final class RequestLog {

    private final Map<Kind, Integer> asked = new EnumMap<>(Kind.class);
    private final Map<Kind, Integer> answered = new EnumMap<>(Kind.class);
    private final Map<Kind, Integer> refused = new EnumMap<>(Kind.class);
    private final Map<String, Integer> answeredByUrl = new HashMap<>();
    private final Map<Service, Integer> limitExceeded = new EnumMap<>(Service.class);
    private int now;
    private int mostAtOnce;

    /// Returns how many of the kind there are by now.
    synchronized int begin(Kind kind) {
        now++;
        mostAtOnce = Math.max(mostAtOnce, now);
        return asked.merge(kind, 1, Integer::sum);
    }

    synchronized void end() {
        now--;
    }

    synchronized void answered(Kind kind, String url) {
        answered.merge(kind, 1, Integer::sum);
        answeredByUrl.merge(url, 1, Integer::sum);
    }

    synchronized void refused(Kind kind) {
        refused.merge(kind, 1, Integer::sum);
    }

    synchronized void tooFast(Service service) {
        limitExceeded.merge(service, 1, Integer::sum);
    }

    synchronized Requests snapshot() {
        return new Requests(asked, answered, refused, answeredByUrl, limitExceeded, mostAtOnce);
    }

    synchronized void forget() {
        asked.clear();
        answered.clear();
        refused.clear();
        answeredByUrl.clear();
        limitExceeded.clear();
        mostAtOnce = now;
    }
}
