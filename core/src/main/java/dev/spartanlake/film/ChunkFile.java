package dev.spartanlake.film;

import dev.spartanlake.error.ErrorCode;
import dev.spartanlake.error.Location;
import dev.spartanlake.error.WarehouseException;
import dev.spartanlake.match.MatchId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A chunk of highlight events in a file, whose name may say what it is of: `38_<match>.gzip` is of a film of version
/// 38, as tools that download films name them.
///
/// @param path the file; where it is a link, its own name counts and the content of what it leads to
public record ChunkFile(Path path) {

    private static final Pattern NAME = Pattern.compile("([0-9]{1,3})_([0-9A-Fa-f-]{36})([.].*)?");

    /// The film's major version by the name; empty for a name that does not say.
    public OptionalInt majorVersion() {
        Matcher name = name();
        return isTelling(name) ? OptionalInt.of(Integer.parseInt(name.group(1))) : OptionalInt.empty();
    }

    /// The match by the name; empty for a name that does not say.
    public Optional<MatchId> match() {
        Matcher name = name();
        return isTelling(name) ? Optional.of(new MatchId(name.group(2))) : Optional.empty();
    }

    private Matcher name() {
        Path last = path.getFileName();
        return NAME.matcher(last == null ? "" : last.toString());
    }

    private static boolean isTelling(Matcher name) {
        return name.matches() && MatchId.isGuid(name.group(2));
    }

    /// The chunk, or the beginning of what is longer than a chunk may be.
    ///
    /// @throws WarehouseException [ErrorCode#SOURCE_UNREADABLE] when there is no such file, or it cannot be read
    public byte[] read() {
        if (Files.isDirectory(path)) {
            throw unreadable("it is a directory", null);
        }
        try (InputStream in = Files.newInputStream(path)) {
            return read(in);
        } catch (NoSuchFileException none) {
            throw unreadable("there is no such file", none);
        } catch (AccessDeniedException denied) {
            throw unreadable("access is denied", denied);
        } catch (IOException failed) {
            throw unreadable(String.valueOf(failed.getMessage()), failed);
        }
    }

    /// A chunk from a stream, or the beginning of what is longer than a chunk may be: one byte more than allowed.
    public static byte[] read(InputStream in) throws IOException {
        return in.readNBytes(HighlightChunk.MOST_CHUNK_BYTES + 1);
    }

    private WarehouseException unreadable(String reason, @Nullable IOException cause) {
        return new WarehouseException(
                ErrorCode.SOURCE_UNREADABLE,
                Location.of(path),
                "the film '" + path + "' cannot be read: " + reason + "; name an existing file that you may read",
                cause);
    }
}
