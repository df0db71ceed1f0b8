package dev.spartanlake;

import dev.spartanlake.validation.Rejection;
import java.util.List;

/// What came of an import of reference files.
///
/// @param playlists playlists that were read
/// @param modes modes that were read
/// @param categories categories that were read
/// @param medalNames names of medals that were read, each language counted
/// @param medals descriptions of medals that were read
/// @param rejections entries that were refused
public record ReferenceReport(
        int playlists, int modes, int categories, int medalNames, int medals, List<Rejection> rejections) {

    /// Copies the list.
    public ReferenceReport {
        rejections = List.copyOf(rejections);
    }
}
