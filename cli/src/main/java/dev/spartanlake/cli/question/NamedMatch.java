package dev.spartanlake.cli.question;

import dev.spartanlake.analytics.match.MatchLine;
import dev.spartanlake.analytics.match.MatchList;
import dev.spartanlake.analytics.match.MatchLookup;
import dev.spartanlake.analytics.question.Filter;
import dev.spartanlake.match.MatchId;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import picocli.CommandLine.ParameterException;

/// A match as a user names it: by its id, by the beginning of it, or as the last.
///
/// @param text what the user wrote
/// @param argument where
/// @param misuse makes an error of what is wrong with it
record NamedMatch(String text, String argument, Function<String, ParameterException> misuse) {

    private static final String LAST = "last";

    /// The match. Filters choose among several only where the last is asked for.
    ///
    /// @throws ParameterException when there is none, or several
    MatchId in(Asked asked) {
        return new MatchId(text.toLowerCase(Locale.ROOT).equals(LAST) ? last(asked) : find(asked));
    }

    private String last(Asked asked) {
        List<MatchLine> matches = asked.answer(new MatchList(1));
        if (matches.isEmpty()) {
            throw misuse("there is no match of " + asked.playerName() + " that the filters leave");
        }
        return matches.getFirst().matchId();
    }

    private String find(Asked asked) {
        if (!asked.filter().equals(Filter.of(asked.filter().player()))) {
            throw misuse("expected no filter but --player, as the match is named; filters choose with: match last");
        }
        List<String> found = asked.answer(new MatchLookup(text)).stream()
                .map(MatchLookup.Found::matchId)
                .toList();
        if (found.isEmpty()) {
            throw unknown(asked);
        }
        if (found.size() > 1) {
            throw misuse("several matches begin with '" + text + "', such as " + String.join(" and ", found)
                    + "; give more of it");
        }
        return found.getFirst();
    }

    /// There is no such match.
    ParameterException unknown(Asked asked) {
        return misuse(
                "no match of " + asked.playerName() + " begins with '" + text + "'; find it with: spartanlake matches");
    }

    private ParameterException misuse(String message) {
        return misuse.apply(argument + ": " + message);
    }
}
