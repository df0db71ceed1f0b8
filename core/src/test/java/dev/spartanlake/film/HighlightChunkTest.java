package dev.spartanlake.film;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.spartanlake.generator.film.FilmEvent;
import dev.spartanlake.generator.film.FilmPlayer;
import dev.spartanlake.generator.film.HighlightChunkWriter;
import dev.spartanlake.match.Xuid;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HighlightChunkTest {

    private static final long FIRST = 2533270000000001L;
    private static final long SECOND = 2533270000000002L;

    @ParameterizedTest
    @ValueSource(ints = {30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 57})
    void readsEveryEventOfEveryVersion(int version) {
        byte[] chunk = new HighlightChunkWriter(version, version)
                .record(event(FIRST, "Demo Larkspur", 0, 3, 20_000, 0, 0, 50))
                .record(event(SECOND, "Ünïcode", 1, 0, 20_001, 0, 1, 20))
                .record(event(FIRST, "Demo Larkspur", 0, 3, 20_001, 1, 107, 100))
                .record(event(FIRST, "Demo Larkspur", 0, 3, 30_000, 0, 2, 10))
                .chunk();

        assertThat(events(HighlightChunk.read(chunk, version)))
                .containsExactly(
                        event(0, FIRST, "Demo Larkspur", 0, 3, 20_000, new Happening.Kill(), 50),
                        event(1, SECOND, "Ünïcode", 1, 0, 20_001, new Happening.Death(), 20),
                        event(2, FIRST, "Demo Larkspur", 0, 3, 20_001, new Happening.Medal(107), 100),
                        event(3, FIRST, "Demo Larkspur", 0, 3, 30_000, new Happening.Mode(), 10));
    }

    /// Shifted by a bit or two, 24,000 and 48,000 in 32 bits are the mark at the end of a record.
    @ParameterizedTest
    @ValueSource(ints = {30, 34, 35, 38, 40, 41})
    void readsTimesThatLookLikeTheEndOfARecord(int version) {
        List<FilmEvent> events = List.of(
                event(FIRST, "Demo", 0, 1, 24_000, 0, 0, 50),
                event(SECOND, "Other", 1, 0, 24_000, 0, 2, 10),
                event(FIRST, "Demo", 0, 1, 48_000, 0, 1, 20),
                event(SECOND, "Other", 1, 0, 48_000, 1, 107, 100),
                event(FIRST, "Demo", 0, 1, 96_000, 1, 107, 200));
        for (int first = 0; first < events.size(); first++) {
            for (int end = first + 1; end <= events.size(); end++) {
                HighlightChunkWriter writer = new HighlightChunkWriter(version, 10L * first + end);
                events.subList(first, end).forEach(writer::record);

                assertThat(events(HighlightChunk.read(writer.chunk(), version)))
                        .as("%d to %d", first, end)
                        .extracting(event -> event.time().toMillis())
                        .isEqualTo(events.subList(first, end).stream()
                                .map(FilmEvent::millis)
                                .toList());
            }
        }
    }

    /// A weight of 10 and a time in the fiftieth minute are eight bytes that are an XUID, and the mark after it.
    @Test
    void readsTimesThatLookLikeTheBeginningOfARecord() {
        HighlightChunkWriter writer = new HighlightChunkWriter(41, 2);
        for (int i = 0; i < 20; i++) {
            writer.record(event(i % 2 == 0 ? FIRST : SECOND, "Demo", i % 2, 0, 0x2DC000 + i, 0, 2, 10));
        }

        assertThat(events(HighlightChunk.read(writer.chunk(), 41)))
                .hasSize(20)
                .allMatch(event -> event.xuid().value() == FIRST || event.xuid().value() == SECOND)
                .allMatch(event -> event.time().toMillis() == 0x2DC000 + event.ordinal());
    }

    @Test
    void keepsEventsThatAreAlike() {
        byte[] chunk = new HighlightChunkWriter(36, 1)
                .record(event(FIRST, "Demo", 0, 0, 5, 0, 2, 10))
                .record(event(FIRST, "Demo", 0, 0, 5, 0, 2, 10))
                .chunk();

        assertThat(events(HighlightChunk.read(chunk, 36))).hasSize(2);
    }

    @Test
    void hasNoSlotWhereEveryoneIsForThemselves() {
        byte[] chunk = new HighlightChunkWriter(34, 1)
                .record(event(FIRST, "Demo", 7, 0xFF, 5, 0, 0, 50))
                .chunk();

        assertThat(events(HighlightChunk.read(chunk, 34))).singleElement().satisfies(event -> {
            assertThat(event.slot()).isNull();
            assertThat(event.team()).isEqualTo(7);
        });
    }

    @Test
    void keepsWhatItDoesNotKnow() {
        byte[] chunk = new HighlightChunkWriter(41, 1)
                .record(event(FIRST, "Demo", 0, 0, 5, 0, 3, 77))
                .record(event(FIRST, "Demo", 0, 0, 6, 2, 0xFFFFFFFFL, 1))
                .record(event(FIRST, "Demo", 0, 0, 7, 1, 200, 33))
                .chunk();

        List<HighlightEvent> events = events(HighlightChunk.read(chunk, 41));
        assertThat(events)
                .extracting(HighlightEvent::happening)
                .containsExactly(
                        new Happening.Unknown(0, 3), new Happening.Unknown(2, 0xFFFFFFFFL), new Happening.Medal(200));
        assertThat(events).extracting(HighlightEvent::weight).containsExactly(77, 1, 33);
    }

    @Test
    void aFilmWithoutEventsHasNone() {
        assertThat(events(HighlightChunk.read(new HighlightChunkWriter(41, 1).chunk(), 41)))
                .isEmpty();
    }

    @Test
    void refusesAnotherNumberOfRecordsThanTheHeaderSays() {
        HighlightChunkWriter writer = new HighlightChunkWriter(41, 1).record(event(FIRST, "Demo", 0, 0, 5, 0, 0, 50));

        assertThat(HighlightChunk.read(HighlightChunkWriter.deflated(writer.inflated(2)), 41))
                .isEqualTo(new FilmReading.Refused("records", "2, as the header says", "1"));
    }

    /// The oracle is the table of places in the description of the format; 0 to 2 are its three columns.
    @ParameterizedTest
    @CsvSource({"38,0", "39,1", "40,1", "41,2", "57,2"})
    void refusesAFilmThatHasNamesAndTeamsElsewhere(int version, int column) {
        byte[] chunk = new HighlightChunkWriter(version, 3)
                .record(event(FIRST, "Demo", 0, 1, 5, 0, 0, 50))
                .record(event(SECOND, "Demo", 1, 0, 6, 0, 1, 20))
                .chunk();
        List<Integer> others = List.of(38, 39, 41);
        List<String> names = List.of("versions up to 38", "versions 39 and 40", "version 41");

        for (int other = 0; other < others.size(); other++) {
            FilmReading reading = HighlightChunk.read(chunk, others.get(other));
            if (other == column) {
                assertThat(reading).isInstanceOf(FilmReading.Decoded.class);
            } else {
                assertThat(reading)
                        .isEqualTo(new FilmReading.Refused(
                                "places of names and teams",
                                "those of films of " + names.get(other),
                                "those of films of " + names.get(column)));
            }
        }
    }

    /// Somebody who plays alone is in team 0 and slot 0, wherever they are read.
    @Test
    void readsTheSameByTwoLayoutsOfWhoeverHasNoTeamButTheFirst() {
        byte[] chunk = new HighlightChunkWriter(38, 3)
                .record(event(FIRST, "Demo", 0, 0, 5, 0, 2, 10))
                .chunk();

        assertThat(HighlightChunk.read(chunk, 41)).isEqualTo(HighlightChunk.read(chunk, 38));
    }

    @Test
    void refusesPlacesThatNoVersionHas() {
        byte[] chunk = new HighlightChunkWriter(41, 3)
                .record(event(FIRST, "", 0, 1, 5, 0, 2, 10))
                .chunk();

        assertThat(HighlightChunk.read(chunk, 41))
                .isEqualTo(new FilmReading.Refused(
                        "places of names and teams", "those of films of version 41", "others than are known"));
    }

    @Test
    void refusesTimesThatGoBack() {
        byte[] chunk = new HighlightChunkWriter(41, 1)
                .record(event(FIRST, "Demo", 0, 0, 5, 0, 0, 50))
                .record(event(FIRST, "Demo", 0, 0, 4, 0, 0, 50))
                .chunk();

        assertThat(HighlightChunk.read(chunk, 41))
                .isEqualTo(new FilmReading.Refused("time of record 1", "at least 5 ms", "4 ms"));
    }

    @Test
    void refusesAChunkThatIsCutOffAnywhere() {
        byte[] chunk = new HighlightChunkWriter(41, 1)
                .record(event(FIRST, "Demo", 0, 0, 5, 0, 0, 50))
                .chunk();

        for (int length = 0; length < chunk.length; length++) {
            assertThat(HighlightChunk.read(Arrays.copyOf(chunk, length), 41))
                    .as("%d bytes", length)
                    .isInstanceOf(FilmReading.Refused.class);
        }
    }

    @Test
    void refusesContentThatIsShorterThanItSays() {
        byte[] inflated = new HighlightChunkWriter(41, 1)
                .record(event(FIRST, "Demo", 0, 0, 5, 0, 0, 50))
                .inflated();

        for (int length : new int[] {0, 31, 32, 100, inflated.length - 1}) {
            assertThat(HighlightChunk.read(HighlightChunkWriter.deflated(Arrays.copyOf(inflated, length)), 41))
                    .isInstanceOf(FilmReading.Refused.class);
        }
    }

    /// A thousandth of its size unpacks to more than is allowed.
    @Test
    void refusesABomb() {
        byte[] bomb = HighlightChunkWriter.deflated(new byte[(16 << 20) + 1]);

        assertThat(bomb.length).isLessThan(100_000);
        assertThat(HighlightChunk.read(bomb, 41))
                .isInstanceOfSatisfying(
                        FilmReading.Refused.class,
                        refused -> assertThat(refused.where()).isEqualTo("compression"));
    }

    @Test
    void refusesNoise() {
        Random random = new Random(11);
        for (int i = 0; i < 200; i++) {
            byte[] noise = new byte[random.nextInt(5000)];
            random.nextBytes(noise);
            assertThat(HighlightChunk.read(noise, 41)).isInstanceOf(FilmReading.Refused.class);
            assertThat(HighlightChunk.read(HighlightChunkWriter.deflated(noise), 41))
                    .isInstanceOf(FilmReading.Refused.class);
        }
    }

    /// A film's bytes have thousands of bits of which nothing is known: any of them may be anything.
    @Test
    void neverFailsOnChangedContent() {
        byte[] inflated = new HighlightChunkWriter(38, 2)
                .record(event(FIRST, "Demo", 0, 0, 5, 0, 0, 50))
                .record(event(SECOND, "Demo", 1, 0, 6, 0, 1, 20))
                .inflated();
        Random random = new Random(3);
        List<FilmReading> readings = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            byte[] changed = inflated.clone();
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            readings.add(HighlightChunk.read(HighlightChunkWriter.deflated(changed), 38));
        }
        assertThat(readings).hasSize(3000);
    }

    private static FilmEvent event(
            long xuid, String gamertag, int team, int slot, long millis, int flag, long code, int weight) {
        return new FilmEvent(new FilmPlayer(xuid, gamertag, team, slot), millis, flag, code, weight);
    }

    private static List<HighlightEvent> events(FilmReading reading) {
        return assertThat(reading)
                .asInstanceOf(type(FilmReading.Decoded.class))
                .actual()
                .events();
    }

    private static HighlightEvent event(
            int ordinal, long xuid, String gamertag, int team, int slot, long millis, Happening happening, int weight) {
        return new HighlightEvent(
                ordinal, new Xuid(xuid), gamertag, team, slot, Duration.ofMillis(millis), happening, weight);
    }
}
