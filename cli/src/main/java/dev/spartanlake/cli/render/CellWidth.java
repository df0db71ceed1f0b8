package dev.spartanlake.cli.render;

/// How many columns of a terminal text takes: none for combining marks, two for East Asian characters and emoji.
///
/// A simple measure by blocks of Unicode; terminals differ among themselves about the rest.
final class CellWidth {

    private static final int[][] WIDE = {
        {0x1100, 0x115F},
        {0x2E80, 0x303E},
        {0x3041, 0xA4CF},
        {0xAC00, 0xD7A3},
        {0xF900, 0xFAFF},
        {0xFE30, 0xFE6F},
        {0xFF00, 0xFF60},
        {0xFFE0, 0xFFE6},
        {0x1F300, 0x1F64F},
        {0x1F680, 0x1F6FF},
        {0x1F900, 0x1F9FF},
        {0x20000, 0x3FFFD},
    };

    private CellWidth() {}

    /// The columns a text takes.
    static int of(String text) {
        return text.codePoints().map(CellWidth::of).sum();
    }

    /// The text, cut to at most `columns` with the ellipsis as its end where it is longer.
    static String cut(String text, int columns, String ellipsis) {
        if (of(text) <= columns) {
            return text;
        }
        StringBuilder cut = new StringBuilder();
        int left = columns - of(ellipsis);
        for (int point : text.codePoints().toArray()) {
            left -= of(point);
            if (left < 0) {
                break;
            }
            cut.appendCodePoint(point);
        }
        return cut.append(ellipsis).toString();
    }

    private static int of(int point) {
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> isWide(point) ? 2 : 1;
        };
    }

    private static boolean isWide(int point) {
        for (int[] block : WIDE) {
            if (point >= block[0] && point <= block[1]) {
                return true;
            }
        }
        return false;
    }
}
