package dev.spartanlake.query;

import java.sql.SQLException;

/// The engine's messages, cut to what helps.
final class EngineMessage {

    private static final int LONGEST = 400;

    private EngineMessage() {}

    static String of(SQLException failed) {
        String message = failed.getMessage();
        return tidy(message == null ? failed.toString() : message);
    }

    /// The first paragraph without the picture of the place, in one line.
    static String tidy(String message) {
        String firstParagraph = message.strip().split("\\n\\s*\\n|\\nLINE ", 2)[0];
        String line = firstParagraph.replaceAll("\\s*\\n\\s*", " ");
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }
}
