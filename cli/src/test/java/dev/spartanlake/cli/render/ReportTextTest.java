package dev.spartanlake.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.ReferenceReport;
import dev.spartanlake.WarehouseStatus;
import dev.spartanlake.catalog.Commits;
import dev.spartanlake.catalog.Players.Player;
import dev.spartanlake.catalog.Players.Tracking;
import dev.spartanlake.cli.render.Screen.Symbols;
import dev.spartanlake.ingest.IngestReport;
import dev.spartanlake.ingest.IngestReport.Application;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.reference.Language;
import dev.spartanlake.validation.Rejection;
import dev.spartanlake.validation.Violation;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReportTextTest {

    private static final Messages ENGLISH = Messages.in(Language.EN);
    private static final Messages FRENCH = Messages.in(Language.FR);
    private static final Path QUARANTINE = Path.of("quarantine");
    private static final Rejection REJECTION = new Rejection(
            "batch.ndjson:7", new Violation("/Players/0/Rank", "an integer from 0 to 32767", "\"first\""));
    private static final IngestReport REPORT = new IngestReport(
            1236, 1234, 1, 0, 1, List.of(REJECTION), 57, Application.COMMITTED, Duration.ofMillis(2345));

    @Test
    void anIngestIsSummedUpOnOneLine() {
        assertThat(new IngestText(REPORT, ENGLISH).summary())
                .isEqualTo(
                        "1,236 documents read: 1,234 new, 1 updated, 0 unchanged, 1 refused; 57 files written in 2.3 s");
        assertThat(new IngestText(REPORT, FRENCH).summary().replace('\u00A0', ' '))
                .isEqualTo("1 236 documents lus : 1 234 nouveaux, 1 mis à jour, 0 inchangé, 1 refusé"
                        + " ; 57 fichiers écrits en 2,3 s");
    }

    @Test
    void aRefusedDocumentSaysWhatWasExpectedAndWhereItIsKept() {
        assertThat(new IngestText(REPORT, ENGLISH).rejections(QUARANTINE))
                .containsExactly(
                        "refused: batch.ndjson:7 at /Players/0/Rank: expected an integer from 0 to 32767, found"
                                + " \"first\"",
                        "Refused documents are kept with their reasons in quarantine; mend them there and ingest"
                                + " that directory again.");
    }

    @Test
    void onlyTheFirstOfManyRefusalsAreShown() {
        IngestReport report = new IngestReport(
                25, 0, 0, 0, 25, Collections.nCopies(24, REJECTION), 0, Application.REFUSED, Duration.ZERO);

        assertThat(new IngestText(report, ENGLISH).rejections(QUARANTINE))
                .hasSize(22)
                .endsWith(
                        "… and 5 more",
                        "Nothing was stored, because --strict takes all documents or none; mend those above or leave"
                                + " --strict out.");
    }

    @Test
    void aDryRunSaysThatNothingWasChanged() {
        IngestReport report = new IngestReport(3, 3, 0, 0, 0, List.of(), 0, Application.DRY_RUN, Duration.ofSeconds(1));

        assertThat(new IngestText(report, ENGLISH).summary())
                .isEqualTo("Dry run, nothing was changed. 3 documents read: 3 new, 0 updated, 0 unchanged, 0 refused"
                        + " (1.0 s)");
    }

    @Test
    void anIngestIsOneJsonObjectWithTheKeysThatWerePromised() {
        assertThat(ReportJson.of(REPORT))
                .isEqualTo(
                        "{\"read\":1236,\"accepted\":1235,\"inserted\":1234,\"updated\":1,\"unchanged\":0,"
                                + "\"rejected\":1,\"rejections\":[{\"source\":\"batch.ndjson:7\","
                                + "\"pointer\":\"/Players/0/Rank\",\"rule\":\"an integer from 0 to 32767\","
                                + "\"value\":\"\\\"first\\\"\"}],\"rejections_omitted\":0,\"application\":\"committed\",\"partitions_written\":57,\"seconds\":2.345}\n");
    }

    @Test
    void anImportOfReferenceFilesIsSummedUp() {
        ReferenceReport report = new ReferenceReport(14, 313, 16, 306, 1, List.of(REJECTION));

        assertThat(new ReferenceText(report, ENGLISH).summary())
                .isEqualTo("Imported: 14 playlists, 313 modes, 16 categories, 306 medal names, 1 medal description,"
                        + " 1 entry refused");
        assertThat(new ReferenceText(report, ENGLISH).rejections())
                .containsExactly("refused: batch.ndjson:7 at /Players/0/Rank: expected an integer from 0 to 32767,"
                        + " found \"first\"");
        assertThat(ReportJson.of(report))
                .startsWith("{\"playlists\":14,\"modes\":313,\"categories\":16,\"medal_names\":306,\"medals\":1,"
                        + "\"rejected\":1,\"rejections\":[{");
    }

    @Test
    void aStatusIsSeenAtAGlance() {
        WarehouseStatus status = status();

        assertThat(new StatusText(status, ENGLISH).text(QUARANTINE, new Screen(80, Symbols.UNICODE)))
                .isEqualTo("""
                Warehouse    %s
                Matches      1,250 from 2022-02-01 to 2025-01-31
                Files        218 data files, 4.4 MB
                Last change  2026-11-22 23:01 UTC by "ingest": 1,250 new, 0 updated
                Quarantine   1 document in quarantine

                Player        XUID              Matches  First       Last
                ────────────  ────────────────  ───────  ──────────  ──────────
                DemoLarkspur  2533270000000001     1025  2022-02-01  2025-01-31
                              2533270000000002        0
                """.formatted(status.directory()));
    }

    @Test
    void aStatusSpeaksFrench() {
        assertThat(new StatusText(status(), FRENCH)
                        .text(QUARANTINE, Screen.unlimited())
                        .replace('\u00A0', ' '))
                .contains("Entrepôt  ", "1 250 du 2022-02-01 au 2025-01-31", "4,4 MB", "« ingest »", "Joueur");
    }

    @Test
    void aStatusIsOneJsonObject() {
        WarehouseStatus status = status();

        assertThat(ReportJson.of(status))
                .isEqualTo(
                        "{\"warehouse\":" + JsonText.string(status.directory().toString())
                                + ",\"matches\":1250,\"lost\":0,\"first_match\":\"2022-02-01T18:00:00Z\","
                                + "\"last_match\":\"2025-01-31T22:30:00Z\",\"files\":218,\"size_bytes\":4412345,"
                                + "\"last_commit\":{\"commit_id\":7,\"committed_at\":\"2026-11-22T23:01:02Z\","
                                + "\"command\":\"ingest\",\"inserted\":1250,\"updated\":0},\"quarantined\":1,"
                                + "\"players\":[{\"xuid\":\"2533270000000001\",\"gamertag\":\"DemoLarkspur\","
                                + "\"matches\":1025,\"first_match\":\"2022-02-01T18:00:00Z\","
                                + "\"last_match\":\"2025-01-31T22:30:00Z\"},{\"xuid\":\"2533270000000002\","
                                + "\"gamertag\":null,\"matches\":0,\"first_match\":null,\"last_match\":null}]}\n");
    }

    @Test
    void anEmptyWarehouseSaysHowToGoOn() {
        WarehouseStatus status =
                new WarehouseStatus(Path.of("w"), 0, 0, null, null, List.of(), 0, 0, Optional.empty(), 0);

        assertThat(new StatusText(status, ENGLISH).text(QUARANTINE, Screen.unlimited()))
                .isEqualTo("""
                Warehouse    w
                Matches      0
                Files        0 data files, 0 B
                Last change  never
                Quarantine   empty

                No player is tracked; keep a career with: spartanlake player set XUID --gamertag NAME --track
                """);
        assertThat(ReportJson.of(status)).contains("\"first_match\":null", "\"last_commit\":null", "\"players\":[]");
    }

    private static WarehouseStatus status() {
        Player named = new Player(new Xuid(2533270000000001L), "DemoLarkspur", Tracking.TRACKED, null);
        Player nameless = new Player(new Xuid(2533270000000002L), null, Tracking.TRACKED, null);
        return new WarehouseStatus(
                Path.of("w").toAbsolutePath(),
                1250,
                0,
                Instant.parse("2022-02-01T18:00:00Z"),
                Instant.parse("2025-01-31T22:30:00Z"),
                List.of(
                        new WarehouseStatus.Career(
                                named,
                                1025,
                                Instant.parse("2022-02-01T18:00:00Z"),
                                Instant.parse("2025-01-31T22:30:00Z")),
                        new WarehouseStatus.Career(nameless, 0, null, null)),
                218,
                4_412_345,
                Optional.of(new Commits.Commit(7, Instant.parse("2026-11-22T23:01:02Z"), "ingest", 1250, 0)),
                1);
    }
}
