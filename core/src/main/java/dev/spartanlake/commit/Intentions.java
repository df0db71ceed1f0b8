package dev.spartanlake.commit;

import dev.spartanlake.catalog.Catalog;
import dev.spartanlake.commit.CommitRecord.WrongEntries;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.schema.Partition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/// What a commit is to do beside taking matches in. Collected for one commit.
final class Intentions {

    private final Set<Xuid> newlyTracked = new TreeSet<>();
    private final Set<Xuid> dropped = new TreeSet<>();
    private final Set<Xuid> recomputed = new TreeSet<>();
    private final List<Consumer<Catalog>> further = new ArrayList<>();
    private Rederivation rederivation = Rederivation.NONE;
    private WrongEntries wrongEntries = WrongEntries.LEFT;
    private boolean recomputesAll;
    private boolean onlyMends;

    /// A career is kept from now on.
    void track(Xuid player) {
        newlyTracked.add(player);
    }

    /// A career is given up.
    void drop(Xuid player) {
        dropped.add(player);
    }

    /// Careers are made anew from their facts, whatever else changes.
    void recompute(Collection<Xuid> players) {
        recomputed.addAll(players);
    }

    /// All careers are.
    void recomputeAll() {
        recomputesAll = true;
    }

    /// Stored rows are made anew.
    void rederive(Rederivation other) {
        rederivation = other;
    }

    /// Entries of the list of data files that are no partition's go.
    void takeOutWrongEntries() {
        wrongEntries = WrongEntries.TAKEN_OUT;
    }

    /// A change of the metadata comes along.
    void also(Consumer<Catalog> change) {
        further.add(change);
    }

    /// Nothing a user has is altered.
    void onlyMend() {
        onlyMends = true;
    }

    /// Whether there is nothing to do.
    boolean isEmpty() {
        return newlyTracked.isEmpty()
                && dropped.isEmpty()
                && further.isEmpty()
                && recomputed.isEmpty()
                && wrongEntries == WrongEntries.LEFT
                && !recomputesAll
                && rederivation.equals(Rederivation.NONE);
    }

    Set<Xuid> newlyTracked() {
        return newlyTracked;
    }

    Rederivation rederivation() {
        return rederivation;
    }

    WrongEntries wrongEntries() {
        return wrongEntries;
    }

    List<Consumer<Catalog>> further() {
        return further;
    }

    boolean onlyMends() {
        return onlyMends;
    }

    /// The players whose careers are made anew or go.
    ///
    /// @param tracked the players whose careers are kept
    Set<Xuid> affected(Collection<Xuid> tracked) {
        Set<Xuid> players = new TreeSet<>(dropped);
        players.addAll(recomputed);
        if (recomputesAll) {
            players.addAll(tracked);
        }
        return players;
    }

    /// Whether what is stored of a player's career stays as it is, but for matches that are added.
    boolean keep(Xuid player) {
        return rederivation.equals(Rederivation.NONE)
                && !recomputesAll
                && !recomputed.contains(player)
                && !dropped.contains(player);
    }

    /// Whether the stored rows of a partition are not even read.
    boolean discard(Partition partition) {
        Xuid player = partition.xuid();
        return rederivation.concerns(partition) || (player != null && dropped.contains(player));
    }
}
