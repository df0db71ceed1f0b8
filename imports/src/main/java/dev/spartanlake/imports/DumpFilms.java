package dev.spartanlake.imports;

import dev.spartanlake.film.ChunkFile;
import dev.spartanlake.intake.ObtainedMatch;
import dev.spartanlake.match.MatchId;
import dev.spartanlake.source.listing.FoundFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

/// The chunks of highlight events in a folder, named `<version>_<match>.gzip` as SPNKr's users keep
/// them: the version of the film stands in its manifest only, and the match nowhere in it.
final class DumpFilms {

    /// Ten times the largest one that is known.
    private static final long LONGEST = 16L << 20;

    private final TreeMap<MatchId, Film> films = new TreeMap<>();
    private final List<String> others = new ArrayList<>();

    /// Looks at a file that is no JSON.
    void look(FoundFile file) {
        Path path = file.path();
        ChunkFile chunk = new ChunkFile(path == null ? Path.of("") : path);
        if (chunk.match().isPresent() && chunk.majorVersion().isPresent() && file.sizeBytes() <= LONGEST) {
            films.put(
                    chunk.match().get(),
                    new Film(chunk, file.name(), chunk.majorVersion().getAsInt()));
        } else {
            others.add(file.name());
        }
    }

    /// The files that are none.
    List<String> others() {
        return others;
    }

    /// The matches of which there is one.
    List<MatchId> matches() {
        return List.copyOf(films.keySet());
    }

    boolean has(MatchId match) {
        return films.containsKey(match);
    }

    /// What a film is called in reports.
    String name(MatchId match) {
        return film(match).name();
    }

    /// A match with its film.
    ObtainedMatch added(ObtainedMatch match) {
        Film film = film(match.match());
        return match.withFilm(film.chunk().read(), film.version());
    }

    private Film film(MatchId match) {
        return Objects.requireNonNull(films.get(match), match.value());
    }

    private record Film(ChunkFile chunk, String name, int version) {}
}
