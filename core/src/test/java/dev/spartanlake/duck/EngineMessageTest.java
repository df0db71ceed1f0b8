package dev.spartanlake.duck;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EngineMessageTest {

    @Test
    void isTheFirstLine() {
        assertThat(EngineMessage.sentence("IO Error: Cannot open file \"x\": {Permission denied}\n\nLINE 1"))
                .isEqualTo("IO Error: Cannot open file \"x\": {Permission denied}");
        assertThat(EngineMessage.sentence("")).isEmpty();
    }

    @Test
    void isInWordsWhereTheEngineTellsOfItsBackground() {
        assertThat(EngineMessage.sentence("IO Error: Async write failed for range [offset=27, size=492542]:"
                        + " {\"exception_type\":\"IO\",\"exception_message\":\"Could not write file"
                        + " \\\"/lake/$1 x.parquet\\\": No space left on device\",\"errno\":\"28\"}"))
                .isEqualTo("IO Error: Async write failed for range [offset=27, size=492542]: Could not write file"
                        + " \"/lake/$1 x.parquet\": No space left on device");
    }

    @Test
    void undoesTheEscapesOfItsObject() {
        assertThat(EngineMessage.sentence("IO Error: {\"exception_type\":\"IO\",\"exception_message\":"
                        + "\"\\u0022C:\\\\lake\\\\n\\u00e9e\\u0022\\tor \\/tmp\\/x\\r\\nLINE 1: SELECT\"} (again)"))
                .isEqualTo("IO Error: \"C:\\lake\\n\u00e9e\"\tor /tmp/x (again)");
    }

    @Test
    void looksBehindABraceThatBelongsToAName() {
        assertThat(EngineMessage.sentence("IO Error: \"/lake/{\"x\"}\": {\"exception_message\":\"disk full\"}"))
                .isEqualTo("IO Error: \"/lake/{\"x\"}\": disk full");
        assertThat(EngineMessage.sentence("IO Error: {\"errno\":28} {\"exception_message\":\"cut of"))
                .isEqualTo("IO Error: {\"errno\":28} {\"exception_message\":\"cut of");
    }

    @Test
    void mayBeAsLongAsItLikes() {
        String path = "/\\\"".repeat(500_000);

        assertThat(EngineMessage.sentence("IO Error: {\"exception_message\":\"" + path + "\"}"))
                .isEqualTo("IO Error: " + "/\"".repeat(500_000));
        assertThat(EngineMessage.sentence("{\"a\":".repeat(2000))).isEqualTo("{\"a\":".repeat(2000));
    }

    /// Each brace costs as much as the rest is long.
    @Test
    void looksBehindNoMoreThanSomeBraces() {
        String object = "{\"exception_message\":\"disk full\"}";
        String few = "{\"a\" ".repeat(15);
        String many = "{\"a\" ".repeat(300_000);

        assertThat(EngineMessage.sentence("IO Error: " + few + object)).isEqualTo("IO Error: " + few + "disk full");
        assertThat(EngineMessage.sentence("IO Error: " + many + object)).isEqualTo("IO Error: " + many + object);
    }
}
