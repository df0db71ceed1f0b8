package dev.spartanlake.cli.command;

import dev.spartanlake.fact.MatchPart;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.sync.SyncRequest;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the user wants of a sync.
///
/// @param players gamertags and identifiers; none for the tracked players
/// @param full whether the whole history is looked through
/// @param maxMatches how many matches of each player at most; null for all
/// @param skill whether skill data are wanted
/// @param film whether highlight events are wanted
/// @param patience how long to wait for another writer; null for as long as is configured
record SyncOptions(
        List<String> players,
        boolean full,
        @Nullable Integer maxMatches,
        boolean skill,
        boolean film,
        @Nullable Duration patience) {

    SyncOptions {
        players = List.copyOf(players);
    }

    /// The request for some players, at least one.
    SyncRequest request(List<Xuid> whose) {
        Set<MatchPart> parts = EnumSet.noneOf(MatchPart.class);
        if (skill) {
            parts.add(MatchPart.SKILL);
        }
        if (film) {
            parts.add(MatchPart.FILM);
        }
        SyncRequest request = SyncRequest.of(whose)
                .withParts(parts)
                .withExtent(full ? SyncRequest.Extent.FULL : SyncRequest.Extent.NEW);
        return maxMatches == null ? request : request.withMostMatches(maxMatches);
    }
}
