package dev.spartanlake.testsupport.api;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Spartan tokens, which are good for a time and for a number of requests.
///
/// **Threads**: safe.
final class SpartanTokens {

    private final InstantSource clock;
    private final Map<String, Grant> grants = new HashMap<>();
    private Duration life = Duration.ofHours(4);
    private int requests = Integer.MAX_VALUE;
    private int issued;

    private static final class Grant {

        private final Instant expires;
        private int requestsLeft;

        Grant(Instant expires, int requestsLeft) {
            this.expires = expires;
            this.requestsLeft = requestsLeft;
        }
    }

    SpartanTokens(InstantSource clock) {
        this.clock = clock;
    }

    synchronized String issue() {
        issued++;
        String token = String.format(Locale.ROOT, "v4=spartan-%06d", issued);
        grants.put(token, new Grant(expiry(), requests));
        return token;
    }

    /// When a token expires that is given out now.
    synchronized Instant expiry() {
        return clock.instant().plus(life);
    }

    synchronized Duration life() {
        return life;
    }

    synchronized void last(int newRequests) {
        requests = newRequests;
    }

    synchronized void last(Duration newLife) {
        life = newLife;
    }

    synchronized void expireAll() {
        grants.clear();
    }

    /// Whether a token is good, which uses up one of its requests.
    synchronized boolean admits(Optional<String> token) {
        Grant grant = token.map(grants::get).orElse(null);
        if (grant == null || grant.requestsLeft == 0 || !clock.instant().isBefore(grant.expires)) {
            return false;
        }
        grant.requestsLeft--;
        return true;
    }
}
