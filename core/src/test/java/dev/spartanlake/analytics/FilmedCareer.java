package dev.spartanlake.analytics;

import dev.spartanlake.Fixture;
import dev.spartanlake.Warehouse;
import dev.spartanlake.film.FilmReading;
import dev.spartanlake.film.HighlightChunk;
import dev.spartanlake.film.HighlightEvent;
import dev.spartanlake.generator.film.FilmEvent;
import dev.spartanlake.generator.film.FilmPlayer;
import dev.spartanlake.generator.film.HighlightChunkWriter;
import dev.spartanlake.intake.Obtained;
import dev.spartanlake.intake.ObtainedMatch;
import dev.spartanlake.match.MatchId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The film of a match, event by event, to be brought into a warehouse.
final class FilmedCareer {

    static final long ME = SmallCareer.PLAYER.value();
    private static final int VERSION = 41;

    private final Obtained obtained = new Obtained();

    /// One event.
    ///
    /// @param code 0 for a kill, 1 for a death, 2 for the mode; of a medal its number
    record Shot(long millis, long xuid, int team, int flag, long code) {

        static Shot kill(long millis, long xuid, int team) {
            return new Shot(millis, xuid, team, 0, 0);
        }

        static Shot death(long millis, long xuid, int team) {
            return new Shot(millis, xuid, team, 0, 1);
        }

        static Shot mode(long millis, long xuid, int team) {
            return new Shot(millis, xuid, team, 0, 2);
        }

        static Shot medal(long millis, long xuid, int team, long code) {
            return new Shot(millis, xuid, team, 1, code);
        }
    }

    /// Films a match of a [SmallCareer]. Events come in the order of their times, those of one moment in the given
    /// order.
    ///
    /// @param number the match, counted from 0
    /// @return the events as the film has them
    List<HighlightEvent> film(int number, List<Shot> shots) {
        List<Shot> ordered = new ArrayList<>(shots);
        ordered.sort(Comparator.comparingLong(Shot::millis));
        HighlightChunkWriter writer = new HighlightChunkWriter(VERSION, number);
        ordered.forEach(shot -> writer.record(new FilmEvent(
                new FilmPlayer(shot.xuid(), "Film " + shot.xuid() % 1000, shot.team(), 0),
                shot.millis(),
                shot.flag(),
                shot.code(),
                shot.flag() == 1 ? 100 : 50)));
        byte[] chunk = writer.chunk();
        obtained.add(ObtainedMatch.of(new MatchId(SmallCareer.id(number)), "film " + number)
                .withFilm(chunk, VERSION));
        return ((FilmReading.Decoded) HighlightChunk.read(chunk, VERSION)).events();
    }

    void store(Fixture fixture) {
        try (Warehouse warehouse = fixture.warehouse()) {
            warehouse.take(obtained);
        }
    }
}
