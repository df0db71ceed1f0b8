package dev.spartanlake;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The reference files to import; null for those not given.
///
/// @param playlists playlists, modes and categories in English and French
/// @param medalsEn English names of medals
/// @param medalsFr French names of medals
/// @param medalMetadata the game's own description of its medals
public record ReferenceFiles(
        @Nullable Path playlists,
        @Nullable Path medalsEn,
        @Nullable Path medalsFr,
        @Nullable Path medalMetadata) {

    /// Whether there is nothing to import.
    public boolean isEmpty() {
        return playlists == null && medalsEn == null && medalsFr == null && medalMetadata == null;
    }
}
