package dev.spartanlake.cli.settings;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Sizes as users write them: `512MiB`, `2GiB`.
final class SizeText {

    private static final Pattern SIZE = Pattern.compile("([0-9]{1,9}) ?(kib|mib|gib)");
    private static final List<String> UNITS = List.of("KiB", "MiB", "GiB");
    private static final int BITS = 10;

    private SizeText() {}

    /// The number of bytes.
    ///
    /// @throws IllegalArgumentException when it is no size
    static long parse(String text) {
        Matcher matcher = SIZE.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new IllegalArgumentException("no size: " + text);
        }
        int unit = List.of("kib", "mib", "gib").indexOf(matcher.group(2)) + 1;
        return Long.parseLong(matcher.group(1)) << (BITS * unit);
    }

    /// A size with the greatest unit that leaves no rest.
    static String of(long bytes) {
        int unit = Math.clamp(Long.numberOfTrailingZeros(bytes) / BITS, 1, UNITS.size());
        return (bytes >> (BITS * unit)) + UNITS.get(unit - 1);
    }
}
