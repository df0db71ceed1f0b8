package dev.spartanlake.imports;

import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.intake.ObtainedMatch;
import dev.spartanlake.match.MatchId;
import dev.spartanlake.source.listing.FoundFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The chunks of highlight events in a folder, named `<version>_<match>.gzip` as SPNKr's users keep
/// them: the version
/// of the film stands in its manifest only, and the match nowhere in it.
final class DumpFilms {

    private static final Pattern NAME = Pattern.compile("(?:.*/)?([0-9]{1,3})_([0-9a-fA-F-]{36})\\.gzip");

    /// Ten times the largest one that is known.
    private static final long LONGEST = 16L << 20;

    private final TreeMap<MatchId, Film> films = new TreeMap<>();
    private final List<String> others = new ArrayList<>();

    /// Looks at a file that is no JSON.
    void look(FoundFile file) {
        Matcher name = NAME.matcher(file.name());
        if (name.matches() && MatchId.isGuid(name.group(2)) && file.sizeBytes() <= LONGEST) {
            Path path = Objects.requireNonNull(file.path());
            films.put(new MatchId(name.group(2)), new Film(path, file.name(), Integer.parseInt(name.group(1))));
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
        try {
            return match.withFilm(Files.readAllBytes(film.path()), film.version());
        } catch (IOException failed) {
            throw new WarehouseException(
                    ErrorCode.SOURCE_UNREADABLE,
                    Location.of(film.path()),
                    "cannot read " + film.path() + ": " + failed + "; run the command again when it can be read",
                    failed);
        }
    }

    private Film film(MatchId match) {
        return Objects.requireNonNull(films.get(match), match.value());
    }

    private record Film(Path path, String name, int version) {}
}
