package dev.spartanlake.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.match.Xuid;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OwnerTest {

    @ParameterizedTest
    @CsvSource({
        "2533274800000001.db, 2533274800000001",
        "spnkr_xuid_2533274800000001.db, 2533274800000001",
        "2533274800000001 (copy).db, 2533274800000001",
        "1000000000000000000.db, 1000000000000000000",
        "9223372036854775807.db, 9223372036854775807"
    })
    void readsWhomAFileIsNamedFor(String name, String xuid) {
        assertThat(Owner.ofFile(Path.of("somewhere", name))).contains(Xuid.parse(xuid));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "matches.db",
                "20250129.db",
                "000000000000000000.db",
                "9223372036854775808.db",
                "25332748000000012533274800000001.db"
            })
    void takesOtherNumbersForNobodys(String name) {
        assertThat(Owner.ofFile(Path.of(name))).isEmpty();
    }
}
