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
}
