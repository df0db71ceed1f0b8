package dev.spartanlake.imports;

import dev.spartanlake.match.MatchId;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the name of a file says of the answer in it, where the answer itself does not say it.
final class AnswerName {

    private static final Pattern GUID =
            Pattern.compile("(?<![0-9a-f])[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9a-f])");

    /// The words by which tools tell the answers about one match apart.
    private static final Pattern KIND = Pattern.compile("get|match|stats|skill|player");

    private static final Pattern SEPARATORS = Pattern.compile("[_.\\- ]+");

    private AnswerName() {}

    /// The one GUID in the name of a file, without its directories; empty because there is none or
    /// more than one.
    static Optional<MatchId> guid(String name) {
        Matcher matcher = GUID.matcher(fileName(name));
        Set<MatchId> found = new HashSet<>();
        while (matcher.find()) {
            found.add(new MatchId(matcher.group()));
        }
        return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
    }

    /// What the names of the answers about one match have in common: directory and name without the
    /// words for what each of them is. Empty because nothing is left of the name.
    static Optional<String> stem(String name) {
        String file = fileName(name);
        String directory = name.substring(0, name.length() - file.length());
        String left = SEPARATORS
                .splitAsStream(file)
                .filter(word -> !KIND.matcher(word).matches())
                .reduce("", (first, word) -> first + " " + word);
        String bare = left.replaceAll("( (json|gz|zst))+$", "");
        return bare.isBlank() ? Optional.empty() : Optional.of(directory + bare);
    }

    /// The last step of a path, be it in an archive.
    private static String fileName(String name) {
        int slash = Math.max(name.lastIndexOf('/'), name.lastIndexOf('!'));
        return name.substring(slash + 1).toLowerCase(Locale.ROOT);
    }
}
