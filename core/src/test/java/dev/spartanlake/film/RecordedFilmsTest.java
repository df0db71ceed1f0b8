package dev.spartanlake.film;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The recorded films, against what is known of them from elsewhere: how often each thing happened, how many players
/// there were, and the first and the last moment.
class RecordedFilmsTest {

    private static final Path FILMS =
            Path.of(System.getProperty("spartanlake.shared", "../shared")).resolve("data/film");

    @ParameterizedTest
    @CsvSource({
        "30_f3aea1fc, 30, 60, 60, 104, 21, 4, 29375, 661019, 60",
        "31_2b29d32d, 31, 160, 165, 123, 80, 8, 50017, 909401, 160",
        "33_61190383, 33, 84, 84, 0, 81, 8, 34133, 476545, 84",
        "34_7fe02b07, 34, 148, 150, 0, 52, 9, 36205, 701128, 148",
        "36_d8094e6d, 36, 105, 105, 77, 48, 8, 40241, 538752, 105",
        "37_adfde763, 37, 96, 96, 0, 38, 8, 40000, 512441, 96",
        "38_63391382, 38, 203, 203, 149, 85, 8, 47053, 1107657, 203",
        "39_73607aca, 39, 130, 130, 98, 59, 8, 45858, 799951, 130",
        "41_e4309281, 41, 116, 116, 86, 47, 8, 37907, 629525, 116",
        "highlight_events, 37, 2, 1, 2, 1, 1, 23626, 69875, 0"
    })
    void areReadAsAWhole(
            String name,
            int version,
            int kills,
            int deaths,
            int modes,
            int medals,
            int players,
            long first,
            long last,
            int pairs)
            throws IOException {
        List<HighlightEvent> events = events(name, version);

        assertThat(count(events, Happening.Kill.class)).isEqualTo(kills);
        assertThat(count(events, Happening.Death.class)).isEqualTo(deaths);
        assertThat(count(events, Happening.Mode.class)).isEqualTo(modes);
        assertThat(count(events, Happening.Medal.class)).isEqualTo(medals);
        assertThat(events).hasSize(kills + deaths + modes + medals);
        assertThat(events.stream().map(HighlightEvent::xuid).distinct()).hasSize(players);
        assertThat(events.getFirst().time().toMillis()).isEqualTo(first);
        assertThat(events.getLast().time().toMillis()).isEqualTo(last);
        assertThat(events.stream().map(HighlightEvent::gamertag)).allMatch(gamertag -> gamertag.matches("[\\w ]+"));
        assertThat(KillPairs.of(events)).hasSize(pairs);
    }

    @ParameterizedTest
    @CsvSource({
        "30_f3aea1fc, 41", "31_2b29d32d, 39", "33_61190383, 41", "34_7fe02b07, 41", "36_d8094e6d, 40",
        "37_adfde763, 41", "38_63391382, 41", "39_73607aca, 38", "39_73607aca, 41", "41_e4309281, 38",
        "41_e4309281, 40", "highlight_events, 41"
    })
    void areRefusedAsAnotherVersion(String name, int version) throws IOException {
        assertThat(reading(name, version))
                .isInstanceOfSatisfying(
                        FilmReading.Refused.class,
                        refused -> assertThat(refused.where()).isEqualTo("places of names and teams"));
    }

    private static List<HighlightEvent> events(String name, int version) throws IOException {
        return ((FilmReading.Decoded) reading(name, version)).events();
    }

    private static FilmReading reading(String name, int version) throws IOException {
        assumeThat(FILMS).as("recorded films").isDirectory();
        try (Stream<Path> files = Files.list(FILMS)) {
            Path film = files.filter(file -> file.getFileName().toString().startsWith(name))
                    .findFirst()
                    .orElseThrow();
            return HighlightChunk.read(Files.readAllBytes(film), version);
        }
    }

    private static long count(List<HighlightEvent> events, Class<? extends Happening> kind) {
        return events.stream()
                .filter(event -> kind.isInstance(event.happening()))
                .count();
    }
}
