package dev.spartanlake.document;

import dev.spartanlake.validation.Violation;
import io.avaje.validation.ConstraintViolation;
import io.avaje.validation.Validator;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Reads match documents and holds them against their rules.
///
/// A document is accepted whole or refused whole; a refusal names every rule it breaks as far as the text
/// could be read.
///
/// **Threads**: one instance serves any number of threads.
public final class MatchDocumentParser {

    private final Validator validator = Validator.builder()
            .addResourceBundles("dev.spartanlake.document.rules")
            .setDefaultLocale(Locale.ENGLISH)
            .build();

    /// Reads one document.
    ///
    /// @param text JSON in UTF-8, with or without a byte order mark, of either payload generation
    public ParseResult parse(byte[] text) {
        byte[] json = Utf8.withoutByteOrderMark(text);
        if (!Utf8.isText(json)) {
            return refused(Utf8.NO_TEXT);
        }
        MatchDocument document;
        try {
            document = DocumentDecoder.decode(json);
        } catch (MalformedDocument malformed) {
            return refused(Malformation.describe(malformed, json));
        }
        if (document == null) {
            return refused(new Violation("", "an object", "null"));
        }
        List<Violation> violations = violations(document, json);
        return violations.isEmpty()
                ? new ParseResult.Parsed(document, DocumentContent.of(json))
                : new ParseResult.Refused(violations);
    }

    private List<Violation> violations(MatchDocument document, byte[] json) {
        Violation unpaired = UnpairedSurrogates.find(json);
        if (unpaired != null) {
            return List.of(unpaired);
        }
        Set<ConstraintViolation> broken = validator.check(document);
        if (!broken.isEmpty()) {
            return broken.stream()
                    .map(violation -> Malformation.describe(violation, json))
                    .sorted(Comparator.comparing(Violation::pointer))
                    .toList();
        }
        List<Violation> repeated = repeatedPlayers(document);
        if (repeated.isEmpty()) {
            repeated = repeatedTeams(document);
        }
        return repeated.isEmpty() ? oversizedSums(document) : repeated;
    }

    /// The parts of a sum may each fit their columns while the sum does not.
    private List<Violation> oversizedSums(MatchDocument document) {
        for (int i = 0; i < document.players().size(); i++) {
            Player player = document.players().get(i);
            if (isSummed(player) && !sumsFit(player)) {
                return List.of(new Violation(
                        "/Players/" + i + "/PlayerTeamStats", "entries whose sums fit their columns", "larger sums"));
            }
        }
        return List.of();
    }

    /// Figures are summed over several teams, and medals of a kind within one.
    private static boolean isSummed(Player player) {
        return player.playerTeamStats().size() > 1
                || player.playerTeamStats().stream().anyMatch(entry -> {
                    List<CoreStats.Medal> medals = entry.stats().coreStats().medals();
                    return medals.stream()
                                    .map(CoreStats.Medal::nameId)
                                    .distinct()
                                    .count()
                            < medals.size();
                });
    }

    private boolean sumsFit(Player player) {
        try {
            return validator.check(player.stats()).isEmpty();
        } catch (ArithmeticException overflow) {
            return false;
        }
    }

    /// Participants are keyed by player within a match, so a repeated player could not be stored.
    private static List<Violation> repeatedPlayers(MatchDocument document) {
        Set<String> seen = HashSet.newHashSet(document.players().size());
        for (int i = 0; i < document.players().size(); i++) {
            String playerId = document.players().get(i).playerId();
            if (!seen.add(playerId)) {
                return List.of(new Violation(
                        "/Players/" + i + "/PlayerId", "each player once in a match", '"' + playerId + "\" again"));
            }
        }
        return List.of();
    }

    /// A player's entries are summed because each is of another team; two of one team would count twice what was done
    /// once. Entries that do not say their team may be of different ones.
    private static List<Violation> repeatedTeams(MatchDocument document) {
        for (int i = 0; i < document.players().size(); i++) {
            List<Player.TeamEntry> entries = document.players().get(i).playerTeamStats();
            Set<Integer> seen = HashSet.newHashSet(entries.size());
            for (int j = 0; j < entries.size(); j++) {
                Integer teamId = entries.get(j).teamId();
                if (teamId != null && !seen.add(teamId)) {
                    return List.of(new Violation(
                            "/Players/" + i + "/PlayerTeamStats/" + j + "/TeamId",
                            "each team once for a player",
                            teamId + " again"));
                }
            }
        }
        return List.of();
    }

    private static ParseResult refused(Violation violation) {
        return new ParseResult.Refused(List.of(violation));
    }
}
