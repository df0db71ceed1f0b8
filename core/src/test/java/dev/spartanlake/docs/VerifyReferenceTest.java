package dev.spartanlake.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.verify.Kind;
import dev.spartanlake.verify.Remedy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The page about verification tells of every kind of finding, and of no other.
class VerifyReferenceTest {

    private static final Path PAGE = Path.of("..", "docs", "reference", "verify.md");

    @Test
    void tellsOfEveryKindOfFinding() throws IOException {
        List<String> rows;
        try (Stream<String> lines = Files.lines(PAGE)) {
            rows = lines.filter(line -> line.startsWith("| `"))
                    .map(VerifyReferenceTest::withoutMeaning)
                    .toList();
        }

        assertThat(rows)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Kind.values()).map(VerifyReferenceTest::row).toList());
    }

    private static String withoutMeaning(String line) {
        String[] cells = line.split(" *\\| *", -1);
        assertThat(cells[3]).as(line).isNotBlank();
        return String.join(" | ", cells[1], cells[2], cells[4]);
    }

    private static String row(Kind kind) {
        return String.join(
                " | ", "`" + kind.id() + "`", kind.severity().name().toLowerCase(Locale.ROOT), remedy(kind.remedy()));
    }

    private static String remedy(Remedy remedy) {
        return switch (remedy) {
            case REPAIR -> "`repair`";
            case REBUILD -> "`rebuild`";
            case INGEST_AGAIN -> "ingest the matches again";
            case MEND -> "mend and ingest";
            case WRITE -> "the next command that writes";
            case MOVE_HERE -> "move it here";
            case DELETE -> "delete it when nobody needs it";
        };
    }
}
