package dev.spartanlake.bench.inner;

import dev.spartanlake.generator.film.FilmEvent;
import dev.spartanlake.generator.film.FilmPlayer;
import dev.spartanlake.generator.film.HighlightChunkWriter;

/// A generated chunk of highlight events as large as those of long matches are: eight players kill each other in turn.
final class GeneratedChunk {

    static final int MAJOR_VERSION = 38;

    /// What a chunk of a long match has at least.
    static final int INFLATED_BYTES = 1_600_000;

    private static final long SEED = 38;
    private static final long FIRST_XUID = 2_533_274_800_000_001L;
    private static final int PLAYERS = 8;
    private static final int KILLS_BETWEEN_LOOKS = 20;
    private static final long FIRST_MILLIS = 30_000;
    private static final long MILLIS_BETWEEN_KILLS = 1_500;

    private GeneratedChunk() {}

    /// The chunk as it is downloaded; what it holds is at least [#INFLATED_BYTES] long.
    static byte[] deflated() {
        HighlightChunkWriter writer = new HighlightChunkWriter(MAJOR_VERSION, SEED);
        byte[] content = writer.inflated();
        for (int kills = 0; content.length < INFLATED_BYTES; ) {
            for (int more = 0; more < KILLS_BETWEEN_LOOKS; more++, kills++) {
                long millis = FIRST_MILLIS + kills * MILLIS_BETWEEN_KILLS;
                writer.record(FilmEvent.kill(player(kills), millis)).record(FilmEvent.death(player(kills + 1), millis));
            }
            content = writer.inflated();
        }
        return HighlightChunkWriter.deflated(content);
    }

    private static FilmPlayer player(int turn) {
        int number = turn % PLAYERS;
        return new FilmPlayer(FIRST_XUID + number, "Player" + number, number % 2, number);
    }
}
