package dev.spartanlake.fact;

import dev.spartanlake.document.CoreStats;
import dev.spartanlake.document.DocumentContent;
import dev.spartanlake.document.MatchDocument;
import dev.spartanlake.document.ParseResult;
import dev.spartanlake.document.SkillDocument;
import dev.spartanlake.film.FilmIdentity;
import dev.spartanlake.film.Highlights;
import dev.spartanlake.match.Xuid;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Everything the warehouse stores of one match.
///
/// @param document the document row
/// @param participants one row for everybody, bots included
/// @param skill what the skill service says of the match; null because that is not known
/// @param highlights what its film shows of its participants; null because that is not known
public record MatchRows(
        DocumentRow document,
        List<PlayerRow> participants,
        @Nullable SkillDocument skill,
        @Nullable Highlights highlights) {

    /// Copies the list.
    public MatchRows {
        participants = List.copyOf(participants);
    }

    /// The rows of an accepted document.
    public static MatchRows of(ParseResult.Parsed parsed) {
        return of(parsed.document(), parsed.content());
    }

    private static MatchRows of(MatchDocument document, DocumentContent content) {
        List<PlayerRow> participants = document.players().stream()
                .map(player -> PlayerRow.of(document, player))
                .toList();
        return new MatchRows(new DocumentRow(document, content), participants, null, null);
    }

    /// The same match with what the skill service says of it.
    ///
    /// @param known null leaves the match as it is
    public MatchRows with(@Nullable SkillDocument known) {
        if (known == null) {
            return this;
        }
        List<PlayerRow> rated =
                participants.stream().map(player -> player.rated(known)).toList();
        return new MatchRows(document, rated, known, highlights);
    }

    /// The same match with what its film shows of its participants. Whoever was cut from the document stays out of the
    /// match's events, too, wherever they come from.
    ///
    /// @param known null leaves the match as it is
    public MatchRows with(@Nullable Highlights known) {
        return known == null ? this : new MatchRows(document, participants, skill, known.of(humans()));
    }

    /// The participants who are no bots.
    public Set<Xuid> humans() {
        return participants.stream()
                .map(PlayerRow::xuid)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .collect(Collectors.toSet());
    }

    /// The same match with these parts in the place of its own, where there are any.
    public MatchRows with(MatchParts known) {
        return with(known.skill()).with(known.highlights());
    }

    /// The same match with those of these parts that it lacks.
    public MatchRows completedBy(MatchParts known) {
        return with(skill == null ? known.skill() : null).with(highlights == null ? known.highlights() : null);
    }

    /// What is known of the match beside its document.
    public MatchParts parts() {
        return new MatchParts(skill, highlights);
    }

    /// The match's identifier.
    public String matchId() {
        return document.document().matchId();
    }

    /// The rows of `skill_documents`: one, or none.
    public List<DocumentRow> skillDocuments() {
        return skill == null ? List.of() : List.of(new DocumentRow(document.document(), skill.content()));
    }

    /// The rows of `highlight_events`.
    public List<EventRow> events() {
        if (highlights == null) {
            return List.of();
        }
        FilmIdentity film = highlights.film();
        return highlights.events().stream()
                .map(event -> new EventRow(document.document(), film, event))
                .toList();
    }

    /// The rows of `match_facts`: the participants who are tracked.
    ///
    /// @param tracked the tracked players
    public List<PlayerRow> facts(Set<Xuid> tracked) {
        return participants.stream()
                .filter(row -> row.xuid() != null && tracked.contains(row.xuid()))
                .toList();
    }

    /// The rows of `medal_awards`: the medals of the participants who are tracked.
    public List<MedalRow> medals(Set<Xuid> tracked) {
        List<MedalRow> medals = new ArrayList<>();
        for (PlayerRow row : facts(tracked)) {
            for (CoreStats.Medal medal : row.stats().medals()) {
                medals.add(new MedalRow(row, medal));
            }
        }
        return medals;
    }
}
