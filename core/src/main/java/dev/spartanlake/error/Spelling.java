package dev.spartanlake.error;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Finds the known names that a name nobody knows may have been meant to be.
public final class Spelling {

    private static final int MOST = 3;
    private static final int LEAST_PART = 3;
    private static final int CHARACTERS_FOR_AN_EDIT = 3;
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

    private Spelling() {}

    /// The names that are close to a text, at most three, the closest first, of equals in their order. Case and
    /// accents do not count. Close is a name that the text is a part of, and one that takes an edit for every three
    /// characters or fewer to be it.
    public static List<String> closest(String text, Collection<String> names) {
        String wanted = folded(text);
        return names.stream()
                .distinct()
                .filter(name -> isClose(wanted, folded(name)))
                .sorted(Comparator.comparingInt(name -> edits(wanted, folded(name))))
                .limit(MOST)
                .toList();
    }

    private static boolean isClose(String wanted, String name) {
        boolean isPart = wanted.length() >= LEAST_PART && name.contains(wanted);
        int most = Math.max(1, Math.min(wanted.length(), name.length()) / CHARACTERS_FOR_AN_EDIT);
        return isPart || edits(wanted, name) <= most;
    }

    private static String folded(String text) {
        return ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }

    /// Levenshtein's distance: how many characters must be put in, taken out or replaced.
    public static int edits(String from, String to) {
        int[] previous = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int[] current = new int[to.length() + 1];
            current[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = previous[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[to.length()];
    }
}
