package dev.spartanlake.source.listing;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;

/// Names of files and archive entries as people read them and as they are ordered, alike on every platform.
public final class FileNames {

    /// Where macOS puts its resource forks when it packs an archive.
    private static final String RESOURCE_FORKS = "__MACOSX";

    /// By code point: neither the locale nor the file system's own order, and not UTF-16 units either, which put
    /// U+10000 before U+FFFD.
    static final Comparator<String> BY_CODE_POINT = FileNames::compareCodePoints;

    private FileNames() {}

    /// Whether a folder or file of this name is not meant for people: `.git`, `._x.json`, `__MACOSX`.
    static boolean hidden(String segment) {
        return (segment.startsWith(".") && !segment.equals(".")) || segment.equals(RESOURCE_FORKS);
    }

    /// Whether any folder or file of a path, with `/` between its segments, is not meant for people.
    public static boolean hiddenAnywhere(String path) {
        return Arrays.stream(path.split("/", -1)).anyMatch(FileNames::hidden);
    }

    /// A path with `/` between its segments.
    static String slashed(Path path) {
        String text = path.toString();
        String separator = path.getFileSystem().getSeparator();
        return separator.equals("/") ? text : text.replace(separator, "/");
    }

    /// A name inside a folder; the folder's own name may be empty or end in a slash.
    static String join(String folder, String name) {
        return folder.isEmpty() || folder.endsWith("/") ? folder + name : folder + "/" + name;
    }

    /// A name that cannot break a report line or steer a terminal.
    public static String printable(String name) {
        if (name.chars().noneMatch(Character::isISOControl)) {
            return name;
        }
        StringBuilder shown = new StringBuilder(name.length());
        name.chars().forEach(unit -> shown.append(Character.isISOControl(unit) ? '\uFFFD' : (char) unit));
        return shown.toString();
    }

    private static int compareCodePoints(String left, String right) {
        int shorter = Math.min(left.length(), right.length());
        for (int i = 0; i < shorter; i++) {
            char a = left.charAt(i);
            char b = right.charAt(i);
            if (a != b) {
                boolean sameKind = Character.isSurrogate(a) == Character.isSurrogate(b);
                return sameKind
                        ? Character.compare(a, b)
                        : Boolean.compare(Character.isSurrogate(a), Character.isSurrogate(b));
            }
        }
        return Integer.compare(left.length(), right.length());
    }
}
