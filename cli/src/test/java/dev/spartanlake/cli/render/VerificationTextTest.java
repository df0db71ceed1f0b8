package dev.spartanlake.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spartanlake.cli.render.Screen.Symbols;
import dev.spartanlake.error.Location;
import dev.spartanlake.reference.Language;
import dev.spartanlake.verify.Depth;
import dev.spartanlake.verify.Finding;
import dev.spartanlake.verify.Kind;
import dev.spartanlake.verify.Verification;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VerificationTextTest {

    private static final Path WAREHOUSE = Path.of("warehouse").toAbsolutePath();
    private static final String PARTITION = "player=2533270000000001/year=2025/month=01";
    private static final String MATCH = "0b1c2d3e-0000-4000-8000-000000000001";
    private static final Verification VERIFICATION = new Verification(
            Depth.DEEP,
            218,
            1250,
            3_200_000,
            Duration.ofMillis(812),
            List.of(
                    finding(
                            Kind.FILE_CHANGED,
                            "9214 B, SHA-256 " + "0a".repeat(32),
                            "9214 B, SHA-256 " + "b1".repeat(32)),
                    finding(
                            Kind.VALUE_DIFFERS,
                            MATCH + " xuid(2533270000000001) damage_taken=4711",
                            "damage_taken=999 (12×)"),
                    new Finding(Kind.QUARANTINED, Location.of(WAREHOUSE.resolve("quarantine")), "0", "3")));

    @Test
    void valuesFitTheScreenAndPlacesStayWhole() {
        String text = text(Language.EN, new Screen(80, Symbols.UNICODE));

        assertThat(text).isEqualTo("""
                        file-changed  match_facts/player=2533270000000001/year=2025/month=01/data.parquet
                            expected 9214 B, SHA-256 0a0a0a0a…, found 9214 B, SHA-256 b1b1b1b1…
                        value-differs  match_facts/player=2533270000000001/year=2025/month=01/data.parquet
                            expected 0b1c2d3e-0000-4000-8000-000000000001 xuid(2533270000000001) damage…
                            found damage_taken=999 (12×)
                        quarantined  quarantine
                            3 refused documents
                        Mend the damage with: spartanlake repair
                        Refused documents wait to be mended; bring them in with: spartanlake ingest PATH
                        218 files, 1,250 matches, 3.2 MB checked in 0.8 s: 2 findings of damage
                        """);
    }

    @Test
    void aFileGetsEverythingOnOneLine() {
        assertThat(text(Language.EN, Screen.unlimited()))
                .contains("    expected " + MATCH
                        + " xuid(2533270000000001) damage_taken=4711, found damage_taken=999 (12×)\n");
    }

    @Test
    void speaksFrench() {
        assertThat(text(Language.FR, new Screen(80, Symbols.ASCII)).replace('\u00A0', ' '))
                .contains("    attendu 9214 B, SHA-256 0a0a0a0a~, trouvé 9214 B, SHA-256 b1b1b1b1~\n")
                .endsWith("218 fichiers, 1 250 matchs, 3,2 MB vérifiés en 0,8 s : 2 dommages constatés\n");
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void hasWordsForEveryKind(Kind kind) {
        Verification one = new Verification(
                Depth.DEEP, 1, 1, 1, Duration.ZERO, List.of(new Finding(kind, Location.of(WAREHOUSE), "0", "1")));

        for (Language language : Language.values()) {
            assertThat(new VerificationText(one, WAREHOUSE, Messages.in(language)).text(Screen.unlimited()))
                    .startsWith(kind.id())
                    .hasLineCount(4);
        }
    }

    private static String text(Language language, Screen screen) {
        return new VerificationText(VERIFICATION, WAREHOUSE, Messages.in(language)).text(screen);
    }

    private static Finding finding(Kind kind, String expected, String found) {
        Path file = WAREHOUSE.resolve("match_facts/" + PARTITION + "/data.parquet");
        return new Finding(kind, new Location("match_facts", PARTITION, file), expected, found);
    }
}
