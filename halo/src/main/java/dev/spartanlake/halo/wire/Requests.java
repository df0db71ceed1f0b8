package dev.spartanlake.halo.wire;

import dev.failsafe.Execution;
import dev.failsafe.RetryPolicy;
import dev.spartanlake.halo.reply.Reply;
import dev.spartanlake.halo.secret.Secret;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Sends requests, again and again if need be, at the pace of each service. One for all threads of
/// a client.
public final class Requests implements AutoCloseable {

    private static final double GROWTH = 2;
    private static final double JITTER = 0.25;
    private static final int TIMEOUT = 408;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;

    private final Transport transport;
    private final Timing timing;
    private final RequestLog log;
    private final RetryPolicy<Outcome> retrying;
    private final Duration firstBackoff;
    private final Map<Origin, Service> services = new EnumMap<>(Origin.class);

    /// @param userAgent what the client calls itself
    public Requests(Origins origins, TimeLimits limits, Pace pace, Timing timing, RequestLog log, String userAgent) {
        this.transport = new Transport(origins, limits, userAgent, timing);
        this.timing = timing;
        this.log = log;
        this.firstBackoff = pace.firstBackoff();
        this.retrying = RetryPolicy.<Outcome>builder()
                .handleResultIf(Requests::mayPass)
                .withMaxRetries(pace.retries())
                .withBackoff(pace.firstBackoff(), pace.longestBackoff(), GROWTH)
                .withJitter(JITTER)
                .build();
        for (Origin origin : Origin.values()) {
            services.put(origin, new Service(pace, timing));
        }
    }

    /// Sends a request that needs no token, or whose tokens are at hand.
    ///
    /// @param tokens further headers, by name
    /// @return the answer, if its status is one that the call accepts
    /// @throws InterruptedException if the caller is not to wait any longer; nothing of the request
    ///     goes on
    public Reply<Answer> send(Call call, Map<String, Secret> tokens) throws InterruptedException {
        return Judgement.of(call, outcome(call, tokens), at(call.origin()).paused());
    }

    private Outcome outcome(Call call, Map<String, Secret> tokens) throws InterruptedException {
        Service service = at(call.origin());
        Execution<Outcome> execution = Execution.of(retrying);
        while (true) {
            Optional<Outcome> refusal = service.admit();
            if (refusal.isPresent()) {
                return refusal.get();
            }
            Outcome outcome = attempt(call, tokens, service);
            execution.recordResult(outcome);
            boolean spent = call.spends() && outcome instanceof Outcome.Lost;
            if (spent || execution.isComplete() || !service.isWorthWaiting()) {
                return outcome;
            }
            timing.pause(execution.getDelay());
            log.repeated(call.origin());
        }
    }

    private Outcome attempt(Call call, Map<String, Secret> tokens, Service service) throws InterruptedException {
        @Nullable Outcome outcome = null;
        try {
            log.sent(call.origin());
            outcome = transport.send(call, tokens);
            if (outcome instanceof Outcome.Answered(Answer answer)) {
                heed(answer, call.origin(), service);
            }
            return outcome;
        } finally {
            if (outcome == null) {
                service.abandoned();
            } else if (failed(outcome)) {
                service.failed();
            } else {
                service.answered();
            }
        }
    }

    /// Leaves the whole service alone when it asks for that, not only this request.
    private void heed(Answer answer, Origin origin, Service service) {
        if (answer.status() == TOO_MANY) {
            log.throttled(origin);
            service.pauseFor(RetryAfter.of(answer, timing.now()).orElse(firstBackoff));
        } else if (answer.status() >= SERVER_ERROR) {
            RetryAfter.of(answer, timing.now()).ifPresent(service::pauseFor);
        }
    }

    private static boolean mayPass(Outcome outcome) {
        return failed(outcome) || (outcome instanceof Outcome.Answered(Answer answer) && answer.status() == TOO_MANY);
    }

    private static boolean failed(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Unsent _, Outcome.Lost _ -> true;
            case Outcome.Answered(Answer answer) -> answer.status() == TIMEOUT || answer.status() >= SERVER_ERROR;
            case Outcome.Unreadable _, Outcome.Paused _, Outcome.Tripped _ -> false;
        };
    }

    private Service at(Origin origin) {
        Service service = services.get(origin);
        if (service == null) {
            throw new IllegalStateException("every service has a gate, " + origin + " has none");
        }
        return service;
    }

    /// Gives up connections and whatever is still being sent.
    @Override
    public void close() {
        transport.close();
    }
}
