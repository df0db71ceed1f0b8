package dev.spartanlake.imports;

import dev.spartanlake.document.SkillDocumentParser;
import dev.spartanlake.document.SkillReading;
import dev.spartanlake.fact.MatchReader;
import dev.spartanlake.fact.MatchReading;
import dev.spartanlake.fact.PlayerRow;
import dev.spartanlake.match.MatchId;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.source.SourceDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Finds out which match the skill documents of a folder are of, as they do not say so: by the
/// match's GUID in the name, or by a match document beside it that differs in the word for its kind
/// only, if all who are rated were in that match. Of the others nothing is guessed.
final class DumpSkill {

    private final MatchReader reader = new MatchReader();
    private final TreeMap<MatchId, PackedDocument> byMatch = new TreeMap<>();
    private final Map<String, List<PackedDocument>> byStem = new HashMap<>();
    private final Map<String, Set<MatchId>> matchesOfStem = new HashMap<>();
    private final Map<MatchId, Set<Xuid>> players = new HashMap<>();
    private final List<String> unassigned = new ArrayList<>();

    /// Looks at a match document.
    void lookAtMatch(SourceDocument document, MatchId match) {
        Optional<String> stem = AnswerName.stem(document.name());
        if (AnswerName.guid(document.name()).isEmpty()
                && stem.isPresent()
                && reader.read(document.bytes()) instanceof MatchReading.Accepted accepted) {
            matchesOfStem.computeIfAbsent(stem.get(), _ -> new HashSet<>()).add(match);
            players.put(
                    match,
                    accepted.rows().participants().stream()
                            .map(PlayerRow::xuid)
                            .filter(Objects::nonNull)
                            .collect(Collectors.toSet()));
        }
    }

    /// Takes a skill document.
    void take(SourceDocument document) {
        Optional<MatchId> match = AnswerName.guid(document.name());
        Optional<String> stem = AnswerName.stem(document.name());
        if (match.isPresent()) {
            byMatch.put(match.get(), PackedDocument.of(document));
        } else if (stem.isPresent()) {
            byStem.computeIfAbsent(stem.get(), _ -> new ArrayList<>()).add(PackedDocument.of(document));
        } else {
            unassigned.add(document.name());
        }
    }

    /// Brings those that are named like a match document together with it, when all have been
    /// looked at.
    void assign() {
        byStem.forEach((stem, documents) -> {
            Set<MatchId> matches = matchesOfStem.getOrDefault(stem, Set.of());
            for (PackedDocument document : documents) {
                MatchId match = matches.size() == 1 && documents.size() == 1
                        ? matches.iterator().next()
                        : null;
                if (match != null && isOf(document, match) && !byMatch.containsKey(match)) {
                    byMatch.put(match, document);
                } else {
                    unassigned.add(document.name());
                }
            }
        });
        byStem.clear();
    }

    private boolean isOf(PackedDocument document, MatchId match) {
        return SkillDocumentParser.parse(document.unpacked().bytes()) instanceof SkillReading.Read read
                && players.getOrDefault(match, Set.of())
                        .containsAll(read.skill().players().keySet());
    }

    /// Those of no match that is known, in the order of their names.
    List<String> unassigned() {
        return unassigned.stream().sorted().toList();
    }

    /// The matches of which there is one.
    List<MatchId> matches() {
        return List.copyOf(byMatch.keySet());
    }

    /// A match's; null because there is none.
    @Nullable
    SourceDocument of(MatchId match) {
        PackedDocument document = byMatch.get(match);
        return document == null ? null : document.unpacked();
    }
}
