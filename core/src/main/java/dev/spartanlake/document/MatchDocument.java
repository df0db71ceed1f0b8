package dev.spartanlake.document;

import io.avaje.validation.constraints.NotNull;
import io.avaje.validation.constraints.Size;
import io.avaje.validation.constraints.Valid;
import java.util.List;
import java.util.Locale;

/// A match as the API's `GET /hi/matches/{id}/stats` describes it.
///
/// The component names are those of the document in camel case, so that the path of a violation is its JSON
/// pointer.
///
/// @param matchId the match's GUID
/// @param matchInfo what holds for the match as a whole
/// @param teams the teams; empty where the mode has none
/// @param players everybody who took part for however short a time, bots included
@Valid
public record MatchDocument(
        @NotNull @Guid String matchId,
        @NotNull @Valid MatchInfo matchInfo,
        @Valid List<Team> teams,
        @NotNull @Size(min = 1) @Valid List<Player> players) {

    /// Treats an absent list of teams like an empty one, as the generations of the payload do.
    public MatchDocument {
        matchId = matchId == null ? matchId : matchId.toLowerCase(Locale.ROOT);
        teams = teams == null ? List.of() : List.copyOf(teams);
        // Absent players stay null: the constraint above reports them with their pointer.
        players = players == null ? players : List.copyOf(players);
    }
}
