package dev.spartanlake.repair;

import dev.spartanlake.career.CareerRules;
import dev.spartanlake.catalog.Catalog;
import dev.spartanlake.commit.Career;
import dev.spartanlake.commit.PendingCommit;
import dev.spartanlake.match.Xuid;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Makes sessions and scores of all tracked players anew by other rules, in one commit. What is as the rules say
/// already is not touched.
public final class Recomputation {

    private final Catalog catalog;
    private final PendingCommit commit;
    private final CareerRules rules;

    /// Prepares to recompute.
    ///
    /// @param commit a commit by the rules, to which nothing was added yet
    /// @param rules the rules to apply
    public Recomputation(Catalog catalog, PendingCommit commit, CareerRules rules) {
        this.catalog = catalog;
        this.commit = commit;
        this.rules = rules;
    }

    /// Finds out what would change, and changes nothing.
    public Report preview() {
        return report(0);
    }

    /// Recomputes, unless nothing would change.
    ///
    /// @param command what it is done for, as it stands in the history
    public Report run(String command, Instant now) {
        Report found = report(0);
        if (!found.isChange()) {
            return found;
        }
        commit.recompute();
        return found.with(commit.commit(command, now).partitionsWritten());
    }

    private Report report(int partitionsWritten) {
        return new Report(
                catalog.careerRules(),
                rules,
                commit.careers().stream().map(this::change).toList(),
                partitionsWritten);
    }

    private PlayerChange change(Career career) {
        List<Career.Fact> facts = career.facts();
        return new PlayerChange(
                career.xuid(),
                facts.size(),
                catalog.sessions().count(career.xuid()),
                career.sessions().size(),
                catalog.sessions()
                        .differences(career.xuid(), career.sessions(), career.scores())
                        .size(),
                facts.stream().filter(Recomputation::isMoved).count(),
                facts.stream().filter(Recomputation::isScoredAnew).count());
    }

    private static boolean isMoved(Career.Fact fact) {
        return !fact.derived().sessionId().equals(fact.storedSessionId());
    }

    private static boolean isScoredAnew(Career.Fact fact) {
        return !Objects.equals(fact.derived().performanceScore(), fact.storedScore());
    }

    /// What a recomputation changes.
    ///
    /// @param before the rules that sessions and scores were made by; empty when there are no matches
    /// @param after the rules they are made by from now on
    /// @param players the tracked players, by identifier
    /// @param partitionsWritten the files that got another content
    public record Report(
            Optional<CareerRules> before, CareerRules after, List<PlayerChange> players, int partitionsWritten) {

        /// Copies the list.
        public Report {
            players = List.copyOf(players);
        }

        /// Whether anything is other than it was, be it only the rules.
        public boolean isChange() {
            return before.filter(rules -> !rules.equals(after)).isPresent()
                    || players.stream().anyMatch(PlayerChange::isChange);
        }

        private Report with(int written) {
            return new Report(before, after, players, written);
        }
    }

    /// What changes for one player.
    ///
    /// @param player the player
    /// @param matches the stored matches of the player
    /// @param sessionsBefore the sessions there were
    /// @param sessionsAfter the sessions there are from now on
    /// @param sessionsChanged of both, those that the other does not have in the same way
    /// @param matchesMoved the matches that are in a session of another beginning
    /// @param scoresChanged the matches that have another score
    public record PlayerChange(
            Xuid player,
            long matches,
            long sessionsBefore,
            long sessionsAfter,
            long sessionsChanged,
            long matchesMoved,
            long scoresChanged) {

        private boolean isChange() {
            return sessionsChanged > 0 || matchesMoved > 0 || scoresChanged > 0;
        }
    }
}
