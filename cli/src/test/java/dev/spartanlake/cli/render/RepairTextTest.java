package dev.spartanlake.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.fact.MatchPart;
import dev.spartanlake.reference.Language;
import dev.spartanlake.repair.MetadataRescue;
import dev.spartanlake.repair.RepairReport;
import dev.spartanlake.repair.RepairReport.LostMatch;
import dev.spartanlake.repair.RepairReport.LostPart;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RepairTextTest {

    @Test
    void saysHowManyItDoesNotShow() {
        List<String> restored =
                IntStream.range(0, 22).mapToObj(i -> "restored-" + i).toList();
        List<LostMatch> lost = IntStream.range(0, 21)
                .mapToObj(i -> new LostMatch("lost-" + i, "a.parquet"))
                .toList();

        assertThat(text(restored, lost).lines())
                .contains("  put back from its second copy: restored-19", "  … and 2 more")
                .contains(
                        "lost, as neither a.parquet nor its second copy can be read there:",
                        "  lost-19",
                        "  … and 1 more")
                .noneMatch(line -> line.contains("restored-20") || line.contains("lost-20"));
    }

    @Test
    void saysNothingOfMoreWhereAllAreShown() {
        assertThat(text(List.of("one"), List.of())).doesNotContain("more");
    }

    @Test
    void saysWhatBecameOfTheMetadata() {
        RepairReport report =
                RepairReport.NOTHING.change().metadata(MetadataRescue.PUT_BACK).build();

        assertThat(new RepairText(Messages.in(Language.EN)).of(report))
                .isEqualTo("Mended: the metadata database, put back from its second copy\n");
    }

    @Test
    void saysWhereToGetNamesBackThatWereOnlyInTheMetadata() {
        RepairReport report = RepairReport.NOTHING
                .change()
                .metadata(MetadataRescue.MADE_ANEW)
                .found(5)
                .build();

        assertThat(new RepairText(Messages.in(Language.EN)).of(report)).isEqualTo("""
                Mended: the metadata database, made anew from the documents, 5 matches found
                Names and friends that stood only in the metadata database are lost; bring them back from a backup with: spartanlake merge BACKUP
                """);
    }

    @Test
    void countsEverythingItDid() {
        RepairReport report = RepairReport.NOTHING
                .change()
                .secondCopies(1)
                .partitionsWritten(2)
                .careers(1)
                .unlisted(3)
                .build();

        assertThat(new RepairText(Messages.in(Language.EN)).of(report))
                .isEqualTo("Mended: 2 files made anew, 1 second copy made anew, "
                        + "sessions and progress of 1 player computed again, 3 unknown files put aside\n");
    }

    @Test
    void namesLostSkillDocumentsAndFilms() {
        RepairReport report = RepairReport.NOTHING
                .change()
                .lostParts(List.of(
                        new LostPart("one", MatchPart.SKILL, "a.parquet"),
                        new LostPart("two", MatchPart.SKILL, "a.parquet"),
                        new LostPart("one", MatchPart.FILM, "b.parquet")))
                .build();

        assertThat(report.isComplete()).isFalse();
        assertThat(new RepairText(Messages.in(Language.EN)).of(report)).isEqualTo("""
                Mended: 2 skill documents lost, highlight events of 1 match lost
                lost, as neither a.parquet nor its second copy can be read there:
                  one
                  two
                lost, as neither b.parquet nor its second copy can be read there:
                  one
                Lost skill documents and highlight events count as not obtained yet. Bring them in again from a backup, with: spartanlake merge BACKUP
                """);
    }

    private static String text(List<String> restored, List<LostMatch> lost) {
        RepairReport report =
                RepairReport.NOTHING.change().restored(restored).lost(lost).build();
        return new RepairText(Messages.in(Language.EN)).of(report);
    }
}
