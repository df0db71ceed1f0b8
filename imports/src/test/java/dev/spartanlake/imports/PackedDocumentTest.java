package dev.spartanlake.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.source.SourceDocument;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PackedDocumentTest {

    private static final String NAME = "dump/00000000-0000-4000-8000-00000000000a.json";
    private static final Path FILE = Path.of(NAME);

    /// As long as that of a large match.
    private static byte[] skill() {
        return LongStream.range(0, 80)
                .mapToObj(player -> WorkshopFile.skillOf(2533270000000001L + player, 1000 + (int) player))
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void keepsADocumentInASmallPartOfItsLength() {
        byte[] text = skill();

        PackedDocument packed = PackedDocument.of(new SourceDocument(NAME, text, FILE));

        assertThat(packed.packedBytes()).isLessThan(text.length / 4);
        assertThat(packed.unpacked().bytes()).isEqualTo(text);
        assertThat(packed.unpacked().name()).isEqualTo(NAME);
        assertThat(packed.unpacked().file()).isEqualTo(FILE);
    }

    @Test
    void skillOfAFolderKeepsNoTextItself() {
        byte[] text = skill();
        DumpSkill skill = new DumpSkill();
        skill.take(new SourceDocument(NAME, text, FILE));

        SourceDocument kept = Objects.requireNonNull(skill.of(skill.matches().getFirst()));

        assertThat(kept.bytes()).isEqualTo(text).isNotSameAs(text);
    }
}
