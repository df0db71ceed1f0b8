package dev.spartanlake.bench.inner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.generator.Career;
import dev.spartanlake.generator.CareerPlan;
import dev.spartanlake.generator.GeneratedDocument;
import java.io.IOException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every library reads all of a document; Jackson's tree is the oracle.
class TokenWalkTest {

    private static final CareerPlan PLAN = CareerPlan.benchmark(40);

    @Test
    void readsEveryNameAndValueWithEachLibrary() throws IOException {
        long expected = 0;
        TokenWalk[] walks = IntStream.range(0, 5).mapToObj(i -> new TokenWalk()).toArray(TokenWalk[]::new);
        for (GeneratedDocument document : Career.of(PLAN)) {
            expected += total(JsonMapper.shared().readTree(document.json()));
            walks[0].strictJackson(document.json());
            walks[1].jackson(document.json());
            walks[2].fastjson(document.json());
            walks[3].dslJson(document.json());
            walks[4].jsoniter(document.json());
        }

        assertThat(walks).extracting(TokenWalk::total).containsOnly(expected);
    }

    private static long total(JsonNode node) {
        if (node.isString()) {
            return node.stringValue().length();
        }
        if (node.isNumber()) {
            return (long) node.doubleValue();
        }
        long names = node.properties().stream()
                .mapToLong(property -> property.getKey().length())
                .sum();
        return names + node.values().stream().mapToLong(TokenWalkTest::total).sum();
    }
}
