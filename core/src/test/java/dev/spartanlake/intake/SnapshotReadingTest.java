package dev.spartanlake.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.Documents;
import dev.spartanlake.catalog.Snapshots.PlaylistCsr;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class SnapshotReadingTest {

    private static final Instant MOMENT = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void readsARank() {
        PlaylistCsr csr = csr("1200", "4");

        assertThat(csr.csr()).isEqualTo(1200);
        assertThat(csr.subTier()).isEqualTo(4);
    }

    /// 2^32 + 4 in 32 bits would be 4.
    @ParameterizedTest
    @ValueSource(strings = {"4294967300", "-4294967292", "9223372036854775808", "1.5", "\"4\"", "null"})
    void knowsNoNumberThatIsNone(String number) {
        PlaylistCsr csr = csr(number, number);

        assertThat(csr.csr()).isNull();
        assertThat(csr.subTier()).isNull();
        assertThat(csr.tier()).isEqualTo("Gold");
    }

    private static PlaylistCsr csr(String value, String subTier) {
        JsonNode answer = Documents.JSON.readTree("""
                {"Value": [{"Id": "xuid(2533270000000001)", "Result": {
                    "Current": {"Value": %s, "Tier": "Gold", "SubTier": %s}}}]}
                """.formatted(value, subTier));
        return SnapshotReading.csrs("playlist", MOMENT, answer).getFirst();
    }
}
