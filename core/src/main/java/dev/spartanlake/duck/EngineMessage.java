package dev.spartanlake.duck;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the engine says of a failure, in words.
final class EngineMessage {

    /// What failed in the background is told as an object within the message.
    private static final Pattern NESTED = Pattern.compile("\\{.*\"exception_message\":\"((?:[^\"\\\\]|\\\\.)*)\".*}");

    private EngineMessage() {}

    /// Its first line; where that has an object in it, the message of the object in place of it.
    static String sentence(String message) {
        String line = message.lines().findFirst().orElse("");
        Matcher nested = NESTED.matcher(line);
        return nested.replaceFirst(found -> Matcher.quoteReplacement(unescaped(found.group(1))));
    }

    private static String unescaped(String json) {
        return json.replaceAll("\\\\(.)", "$1");
    }
}
