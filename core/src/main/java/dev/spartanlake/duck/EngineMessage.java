package dev.spartanlake.duck;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the engine says of a failure, in words.
final class EngineMessage {

    private static final System.Logger LOG = System.getLogger(EngineMessage.class.getName());

    /// An object within a message ends before the message does.
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final String OBJECT = "{\"";
    private static final String MESSAGE = "exception_message";

    /// So many braces before the object are looked at: each costs as much as the rest is long.
    private static final int MOST_BRACES = 16;

    private EngineMessage() {}

    /// Its first line. What failed in the background is told as an object within it: the message of
    /// the object stands in place of that.
    static String sentence(String message) {
        String line = firstLine(message);
        int from = line.contains(MESSAGE) ? line.indexOf(OBJECT) : -1;
        for (int i = 0; i < MOST_BRACES && from >= 0; i++, from = line.indexOf(OBJECT, from + 1)) {
            try (JsonParser parser = JSON.createParser(line.substring(from))) {
                JsonNode told = JSON.readTree(parser).path(MESSAGE);
                if (told.isString()) {
                    int end = from + Math.toIntExact(parser.currentLocation().getCharOffset());
                    return line.substring(0, from) + firstLine(told.stringValue()) + line.substring(end);
                }
            } catch (JacksonException none) {
                // A name may have a brace in it.
                LOG.log(System.Logger.Level.DEBUG, "no object in a message of the engine", none);
            }
        }
        return line;
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }
}
