package dev.spartanlake.testsupport.api;

import dev.spartanlake.generator.film.Film;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Answers about films. The last few are kept, as the one who asks for a manifest asks for the
/// chunk next.
///
/// **Threads**: safe.
final class FilmAnswers {

    private static final int KEPT = 32;

    private final World world;
    private final LinkedHashMap<String, Film> films = new LinkedHashMap<>();
    private final Map<String, String> matchesByChunk = new HashMap<>();

    FilmAnswers(World world) {
        this.world = world;
    }

    Reply manifest(String matchId) {
        return Reply.json(film(matchId).map(Film::manifest));
    }

    /// The chunk with the highlight events; of the others there is none.
    Reply chunk(String path) {
        return match(path)
                .flatMap(this::film)
                .map(film -> Reply.bytes(film.chunk()))
                .orElseGet(() -> Reply.empty(404));
    }

    private synchronized Optional<String> match(String chunkPath) {
        return Optional.ofNullable(matchesByChunk.get(chunkPath));
    }

    private synchronized Optional<Film> film(String matchId) {
        Film known = films.get(matchId);
        if (known != null) {
            return Optional.of(known);
        }
        return world.match(matchId).map(match -> {
            Film film = match.film();
            if (films.size() == KEPT) {
                films.pollFirstEntry();
            }
            films.put(matchId, film);
            matchesByChunk.put(film.chunkPath(), matchId);
            return film;
        });
    }
}
