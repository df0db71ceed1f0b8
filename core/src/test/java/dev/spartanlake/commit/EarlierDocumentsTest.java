package dev.spartanlake.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.spartanlake.Documents;
import dev.spartanlake.Fixture;
import dev.spartanlake.Parts;
import dev.spartanlake.Tampering;
import dev.spartanlake.document.DocumentContent;
import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.fact.Tables;
import dev.spartanlake.intake.Obtained;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.schema.Table;
import dev.spartanlake.verify.Depth;
import dev.spartanlake.verify.Finding;
import dev.spartanlake.verify.Kind;
import dev.spartanlake.verify.VerifyProgress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/// A document that a version with fewer rules stored, and that is refused today.
class EarlierDocumentsTest {

    private static final String OVERFLOWING = "[{\"NameId\":1,\"Count\":30000},{\"NameId\":1,\"Count\":30000}]";

    @TempDir
    private Path directory;

    private final Xuid player = Documents.player();
    private final List<ObjectNode> documents = Documents.mixed(24);
    private final String refused = documents.getFirst().path("MatchId").asString();

    private Fixture fixture;

    @BeforeEach
    void store() throws IOException {
        fixture = new Fixture(directory.resolve("warehouse"));
        ingest(fixture, documents, Set.of());
        replace(Documents.with(
                documents.getFirst(), ofPlayer() + "/PlayerTeamStats/0/Stats/CoreStats/Medals", OVERFLOWING));
    }

    @Test
    void doesNotKeepTheOthersFromANewCareer() throws IOException {
        Fixture others = new Fixture(directory.resolve("others"));
        ingest(others, documents.subList(1, documents.size()), Set.of(player));

        List<String> warnings = warnings(() -> fixture.warehouse().track(Set.of(player)));

        assertThat(matches(fixture, Tables.MATCH_FACTS))
                .isEqualTo(matches(others, Tables.MATCH_FACTS))
                .isNotEmpty();
        assertThat(matches(fixture, Tables.MATCH_DOCUMENTS)).contains(refused);
        assertThat(warnings)
                .singleElement()
                .asString()
                .startsWith("match " + refused + " stays out of the careers that begin now")
                .contains(
                        "match_documents",
                        ofPlayer()
                                + "/PlayerTeamStats: expected entries whose sums fit their columns, found larger sums",
                        "spartanlake verify --deep");
    }

    @Test
    void isFoundByADeepVerification() {
        fixture.warehouse().track(Set.of(player));

        assertThat(fixture.warehouse().verify(Depth.DEEP, VerifyProgress.NONE).findings())
                .filteredOn(finding -> finding.kind() == Kind.DOCUMENT_MALFORMED)
                .extracting(Finding::expected)
                .containsExactly(refused);
    }

    @Test
    void isNotPassedOverByAPreview() {
        Obtained skill = Parts.supplements(documents.subList(0, 1), 1);

        Throwable thrown = catchThrowable(() -> fixture.take(skill));
        assertThat(thrown)
                .isInstanceOfSatisfying(
                        WarehouseException.class,
                        failed -> assertThat(failed.code()).isEqualTo(ErrorCode.DAMAGED))
                .hasMessageStartingWith("the stored document of match " + refused + " breaks a rule: ")
                .hasMessageContaining("PlayerTeamStats: expected entries whose sums fit their columns");
        assertThatThrownBy(() -> fixture.warehouse().foresee(skill))
                .isInstanceOf(WarehouseException.class)
                .hasMessage(thrown.getMessage());
    }

    private String ofPlayer() {
        int index = 0;
        while (!documents
                .getFirst()
                .at("/Players/" + index + "/PlayerId")
                .asString()
                .equals("xuid(" + player.text() + ")")) {
            index++;
        }
        return "/Players/" + index;
    }

    /// Puts a document in the place of the stored one of its match.
    private void replace(ObjectNode document) {
        String text = document.toString();
        String content = DocumentContent.sha256(text.getBytes(StandardCharsets.UTF_8));
        String isReplaced = "CASE WHEN match_id = '" + refused + "' THEN '";
        Tampering.rewrite(
                fixture,
                Tables.MATCH_DOCUMENTS,
                "* REPLACE (" + isReplaced + text.replace("'", "''") + "' ELSE document END AS document, " + isReplaced
                        + content + "' ELSE content_sha256 END AS content_sha256)");
        Tampering.metadata(
                fixture,
                "UPDATE match_ledger SET content_sha256 = '" + content + "' WHERE match_id = '" + refused + "'");
        Tampering.acceptMetadata(fixture);
    }

    private void ingest(Fixture target, List<ObjectNode> batch, Set<Xuid> players) throws IOException {
        Path file = directory.resolve("batch.ndjson");
        Files.write(file, batch.stream().map(ObjectNode::toString).toList());
        target.ingest(List.of(file), players);
    }

    private static List<Object> matches(Fixture fixture, Table<?> table) {
        return fixture.rows(table).stream()
                .<Object>map(row -> row.get("match_id"))
                .toList();
    }

    private static List<String> warnings(Runnable action) {
        List<String> warnings = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord record) {
                warnings.add(record.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger(StoredDocuments.class.getName());
        logger.addHandler(handler);
        logger.setUseParentHandlers(false);
        try {
            action.run();
        } finally {
            logger.removeHandler(handler);
            logger.setUseParentHandlers(true);
        }
        return warnings;
    }
}
