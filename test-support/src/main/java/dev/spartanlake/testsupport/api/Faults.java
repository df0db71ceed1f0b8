package dev.spartanlake.testsupport.api;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/// What goes wrong, and when. All of it is by the number of the request, so that it is the same
/// every time. The texts that URLs are looked at for are without percent signs, such as
/// `xuid(2533270000000001)`.
///
/// **Threads**: safe.
public final class Faults {

    private final List<Rule> rules = new ArrayList<>();

    private static final class Rule {

        private final Kind kind;
        private final String part;
        private final IntPredicate which;
        private final Fault fault;
        private final Map<String, Integer> seen = new HashMap<>();
        private final boolean byUrl;

        Rule(Kind kind, String part, IntPredicate which, Fault fault, boolean byUrl) {
            this.kind = kind;
            this.part = part;
            this.which = which;
            this.fault = fault;
            this.byUrl = byUrl;
        }

        Optional<Fault> next(Kind asked, String url) {
            if (asked != kind || !url.contains(part)) {
                return Optional.empty();
            }
            int number = seen.merge(byUrl ? url : "", 1, Integer::sum);
            return which.test(number) ? Optional.of(fault) : Optional.empty();
        }
    }

    /// The next requests of a kind fail, as many as given.
    public synchronized void next(Kind kind, int requests, Fault fault) {
        rules.add(new Rule(kind, "", number -> number <= requests, fault, false));
    }

    /// After some requests of a kind, the following ones fail.
    public synchronized void after(Kind kind, int good, int bad, Fault fault) {
        rules.add(new Rule(kind, "", number -> number > good && number <= good + bad, fault, false));
    }

    /// Every n-th request of a kind fails.
    public synchronized void every(Kind kind, int nth, Fault fault) {
        rules.add(new Rule(kind, "", number -> number % nth == 0, fault, false));
    }

    /// The first requests of every URL of a kind fail, as a match that has just ended is not there
    /// yet.
    public synchronized void firstOfEach(Kind kind, int requests, Fault fault) {
        rules.add(new Rule(kind, "", number -> number <= requests, fault, true));
    }

    /// The first requests of a kind whose URL has a text in it fail.
    public synchronized void first(Kind kind, String part, int requests, Fault fault) {
        rules.add(new Rule(kind, part, number -> number <= requests, fault, false));
    }

    /// All requests of a kind whose URL has a text in it fail, such as those for a film or an
    /// asset that is gone, or the history of somebody who hides it.
    public synchronized void always(Kind kind, String part, Fault fault) {
        rules.add(new Rule(kind, part, _ -> true, fault, false));
    }

    /// From now on nothing goes wrong.
    public synchronized void clear() {
        rules.clear();
    }

    /// What goes wrong with a request. Every rule counts it; the first one that applies decides.
    synchronized Optional<Fault> of(Kind kind, String url) {
        Optional<Fault> fault = Optional.empty();
        for (Rule rule : rules) {
            Optional<Fault> own = rule.next(kind, url);
            fault = fault.isPresent() ? fault : own;
        }
        return fault;
    }
}
