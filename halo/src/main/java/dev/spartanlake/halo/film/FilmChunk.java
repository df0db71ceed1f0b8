package dev.spartanlake.halo.film;

import dev.spartanlake.halo.json.JsonValue;
import dev.spartanlake.halo.json.UnexpectedJson;

/// A piece of a film, as its manifest has it.
///
/// @param index its place among the pieces, from 0
/// @param sizeBytes compressed, as it is downloaded
/// @param path below the film's prefix, such as `/filmChunk26`
/// @param type 1 header, 2 replication data, 3 highlight events
public record FilmChunk(int index, int sizeBytes, String path, int type) {

    static FilmChunk read(JsonValue value) throws UnexpectedJson {
        return new FilmChunk(
                value.field("Index").integer(),
                value.field("ChunkSize").integer(),
                value.field("FileRelativePath").nonEmpty(),
                value.field("ChunkType").integer());
    }
}
