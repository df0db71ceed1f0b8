package dev.spartanlake.reference;

import dev.spartanlake.validation.Rejection;
import java.util.List;

/// What one reference file, or the built-in set, holds. The lists that the kind of file does not carry are
/// empty; all are in the file's order.
///
/// @param playlists no two with the same asset id, nor two without an id and with the same English name
/// @param modes no two with the same English name
/// @param categories no two with the same English name
/// @param medalNames no two with the same id and language
/// @param medalDefinitions no two with the same id
/// @param rejections what was refused, one for each rule broken: keys that occur twice first, then section
/// by section in the file's order
public record ReferenceData(
        List<PlaylistName> playlists,
        List<ModeName> modes,
        List<CategoryName> categories,
        List<MedalName> medalNames,
        List<MedalDefinition> medalDefinitions,
        List<Rejection> rejections) {

    /// Copies the lists.
    public ReferenceData {
        playlists = List.copyOf(playlists);
        modes = List.copyOf(modes);
        categories = List.copyOf(categories);
        medalNames = List.copyOf(medalNames);
        medalDefinitions = List.copyOf(medalDefinitions);
        rejections = List.copyOf(rejections);
    }
}
