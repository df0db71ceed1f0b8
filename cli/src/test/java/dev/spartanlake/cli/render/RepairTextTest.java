package dev.spartanlake.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.reference.Language;
import dev.spartanlake.repair.MetadataRescue;
import dev.spartanlake.repair.RepairReport;
import dev.spartanlake.repair.RepairReport.LostMatch;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RepairTextTest {

    @Test
    void saysHowManyItDoesNotShow() {
        List<String> restored =
                IntStream.range(0, 22).mapToObj(i -> "restored-" + i).toList();
        List<LostMatch> lost = IntStream.range(0, 21)
                .mapToObj(i -> new LostMatch("lost-" + i, "gone"))
                .toList();

        assertThat(text(restored, lost).lines())
                .contains("  put back from its second copy: restored-19", "  … and 2 more")
                .contains("lost: match lost-19; gone", "… and 1 more")
                .noneMatch(line -> line.contains("restored-20") || line.contains("lost-20"));
    }

    @Test
    void saysNothingOfMoreWhereAllAreShown() {
        assertThat(text(List.of("one"), List.of())).doesNotContain("more");
    }

    @Test
    void saysWhatBecameOfTheMetadata() {
        RepairReport report =
                new RepairReport(0, MetadataRescue.PUT_BACK, List.of(), 0, 0, 0, List.of(), List.of(), null);

        assertThat(new RepairText(Messages.in(Language.EN)).of(report))
                .isEqualTo("Mended: the metadata database, put back from its second copy\n");
    }

    private static String text(List<String> restored, List<LostMatch> lost) {
        RepairReport report = new RepairReport(0, MetadataRescue.NOT_NEEDED, restored, 0, 0, 0, lost, List.of(), null);
        return new RepairText(Messages.in(Language.EN)).of(report);
    }
}
