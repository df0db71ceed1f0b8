package dev.spartanlake.halo.film;

import dev.spartanlake.halo.json.JsonValue;
import dev.spartanlake.halo.json.UnexpectedJson;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What a film is made of.
///
/// @param status 0 unknown, 1 complete, 2 ongoing, 3 recovered
/// @param prefix the address that the paths of chunks begin with, as it was served
/// @param majorVersion of the film's format
/// @param lengthMillis how long it lasts
/// @param hasGameEnded whether no more chunks will come
/// @param refreshSeconds when to ask again, if some will
public record FilmManifest(
        UUID assetId,
        int status,
        String prefix,
        int majorVersion,
        int lengthMillis,
        boolean hasGameEnded,
        int refreshSeconds,
        List<FilmChunk> chunks) {

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

    static FilmManifest read(JsonValue value) throws UnexpectedJson {
        JsonValue data = value.field("CustomData");
        return new FilmManifest(
                value.field("AssetId").guid(),
                value.field("FilmStatusBond").integer(),
                value.field("BlobStoragePathPrefix").nonEmpty(),
                data.field("FilmMajorVersion").integer(),
                data.field("FilmLength").integer(),
                data.field("HasGameEnded").truth(),
                data.field("ManifestRefreshSeconds").integer(),
                data.field("Chunks").elements(FilmChunk::read));
    }
}
