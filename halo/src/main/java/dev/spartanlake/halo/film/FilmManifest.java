package dev.spartanlake.halo.film;

import dev.spartanlake.halo.json.JsonValue;
import dev.spartanlake.halo.json.UnexpectedJson;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What a film is made of.
///
/// @param match whose film it is
/// @param prefix the address that the paths of chunks begin with, as it was served
/// @param majorVersion of the film's format
public record FilmManifest(UUID match, String prefix, int majorVersion, List<FilmChunk> chunks) {

    private static final int HIGHLIGHTS = 3;

    /// Keeps a copy.
    public FilmManifest {
        chunks = List.copyOf(chunks);
    }

    /// The chunk with the highlight events: the last one of its type.
    ///
    /// @return empty while the film is not finished
    public Optional<FilmChunk> highlights() {
        return chunks.stream()
                .filter(chunk -> chunk.type() == HIGHLIGHTS)
                .max(Comparator.comparingInt(FilmChunk::index));
    }

    static FilmManifest read(UUID match, JsonValue value) throws UnexpectedJson {
        JsonValue data = value.field("CustomData");
        return new FilmManifest(
                match,
                value.field("BlobStoragePathPrefix").nonEmpty(),
                data.field("FilmMajorVersion").integer(),
                data.field("Chunks").elements(FilmChunk::read));
    }
}
