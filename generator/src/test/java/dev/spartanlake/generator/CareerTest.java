package dev.spartanlake.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CareerTest {

    private static final CareerPlan SMALL = CareerPlan.mixed(5, 96);

    @Test
    void equalPlansGiveTheSameBytes() {
        assertThat(texts(CareerPlan.mixed(5, 96))).isEqualTo(texts(SMALL));
    }

    @Test
    void iteratingAgainGivesTheSameBytes() {
        Career career = Career.of(SMALL);
        List<String> first = texts(career);

        assertThat(texts(career)).isEqualTo(first);
    }

    @Test
    void iteratorsDoNotDisturbOneAnother() {
        Iterator<GeneratedDocument> one = Career.of(SMALL).iterator();
        Iterator<GeneratedDocument> other = Career.of(SMALL).iterator();
        List<String> fromOne = new ArrayList<>();
        while (one.hasNext()) {
            fromOne.add(text(one.next()));
            other.next();
        }

        assertThat(fromOne).isEqualTo(texts(SMALL));
    }

    @Test
    void anotherSeedGivesOtherMatches() {
        Set<String> ids = new HashSet<>();
        Career.of(SMALL).forEach(document -> ids.add(document.matchId()));

        Career.of(SMALL.withSeed(6)).forEach(document -> assertThat(ids).doesNotContain(document.matchId()));
    }

    @Test
    void givesAsManyDocumentsAsPlannedWithDistinctIds() {
        for (int matches : List.of(0, 1, 2, 10, 63, 1000)) {
            Set<String> ids = new HashSet<>();
            Career.of(CareerPlan.mixed(3, matches)).forEach(document -> ids.add(document.matchId()));

            assertThat(ids).hasSize(matches);
        }
    }

    @Test
    void tellsWhenThereAreNoMore() {
        Iterator<GeneratedDocument> documents =
                Career.of(CareerPlan.mixed(3, 1)).iterator();
        documents.next();

        assertThat(documents.hasNext()).isFalse();
        assertThatThrownBy(documents::next)
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("the career has 1 matches and no more");
    }

    @Test
    void idAndStartTimeAreThoseInTheText() {
        for (GeneratedDocument document : Career.of(SMALL)) {
            assertThat(Documents.parse(document).get("MatchId").asString()).isEqualTo(document.matchId());
            assertThat(MatchRules.instant(Documents.info(Documents.parse(document)), "StartTime"))
                    .isEqualTo(document.startTime());
        }
    }

    @Test
    void documentsCannotBeChangedFromOutside() throws IOException {
        GeneratedDocument document = Career.of(SMALL).iterator().next();
        String before = text(document);

        document.json()[0] = 'x';

        ByteArrayOutputStream written = new ByteArrayOutputStream();
        document.writeTo(written);
        assertThat(text(document)).isEqualTo(before);
        assertThat(written.toString(StandardCharsets.UTF_8)).isEqualTo(before);
        assertThat(document.openStream()).hasContent(before);
        assertThat(document.sizeBytes()).isEqualTo(written.size());
    }

    @Test
    void textIsOneMinifiedLine() {
        for (String text : texts(SMALL)) {
            assertThat(text).startsWith("{\"MatchId\":\"").endsWith("]}]}").doesNotContain("\n", "\r");
            assertThat(text).isEqualTo(text.strip());
        }
    }

    private static List<String> texts(CareerPlan plan) {
        return texts(Career.of(plan));
    }

    private static List<String> texts(Career career) {
        List<String> texts = new ArrayList<>();
        career.forEach(document -> texts.add(text(document)));
        return texts;
    }

    private static String text(GeneratedDocument document) {
        return new String(document.json(), StandardCharsets.UTF_8);
    }
}
