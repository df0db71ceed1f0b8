package dev.spartanlake.imports;

import dev.spartanlake.film.ChunkFile;
import dev.spartanlake.film.HighlightChunk;
import dev.spartanlake.intake.ObtainedMatch;
import dev.spartanlake.match.MatchId;
import dev.spartanlake.source.listing.FoundFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/// The chunks of highlight events in a folder, named `<version>_<match>.gzip` as SPNKr's users keep
/// them: the version of the film stands in its manifest only, and the match nowhere in it.
final class DumpFilms {

    private final TreeMap<MatchId, Film> films = new TreeMap<>();
    private final List<String> others = new ArrayList<>();

    /// Looks at a file that is no JSON.
    void look(FoundFile file) {
        ChunkFile chunk = new ChunkFile(Objects.requireNonNull(file.path()));
        Optional<MatchId> match = chunk.match();
        OptionalInt version = chunk.majorVersion();
        // What lies beside a film, such as its checksum, has the same name before its ending.
        boolean isFilm = file.name().endsWith(".gzip") && file.sizeBytes() <= HighlightChunk.MOST_CHUNK_BYTES;
        if (isFilm && match.isPresent() && version.isPresent()) {
            films.put(match.get(), new Film(chunk, file.name(), version.getAsInt()));
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
