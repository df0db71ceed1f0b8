package dev.spartanlake.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.testsupport.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GameRulesTest {

    @ParameterizedTest
    @CsvSource({"14, 4, 16, -0.66", "8, 10, 14, -2.66", "31, 15, 50, -14", "365, 97, 5, 392.33", "0, 0, 0, 0"})
    void truncatesKdaTowardZero(int kills, int assists, int deaths, float served) {
        assertThat(GameRules.kda(kills, assists, deaths)).isEqualTo(served);
    }

    @ParameterizedTest
    @CsvSource({"329, 875, 37.59", "0, 0, 0", "5, 5, 100", "1, 3, 33.33"})
    void computesAccuracyInSinglePrecision(int hit, int fired, float served) {
        assertThat(GameRules.accuracy(hit, fired)).isEqualTo(served);
    }

    @Test
    void agreesWithEveryRecordedBlock() throws IOException {
        List<JsonNode> blocks = new ArrayList<>();
        for (Path file : SharedData.matches()) {
            blocks.addAll(new JsonMapper().readTree(Files.readAllBytes(file)).findValues("CoreStats"));
        }

        assertThat(blocks).hasSizeGreaterThan(80).allSatisfy(block -> {
            assertThat(GameRules.kda(
                            block.path("Kills").asInt(),
                            block.path("Assists").asInt(),
                            block.path("Deaths").asInt()))
                    .isEqualTo((float) block.path("KDA").asDouble());
            assertThat(GameRules.accuracy(
                            block.path("ShotsHit").asInt(),
                            block.path("ShotsFired").asInt()))
                    .isEqualTo((float) block.path("Accuracy").asDouble());
        });
    }
}
