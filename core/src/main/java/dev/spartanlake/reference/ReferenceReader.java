package dev.spartanlake.reference;

import java.nio.file.Path;

/// Reads the files of reference data.
///
/// What holds for all of them: entries are taken one by one. A bad one (a missing field, a wrong type, a
/// blank name, a malformed id, an index that points nowhere …) is listed in [ReferenceData#rejections()] with
/// its JSON pointer and keeps nothing else out. Of a key that occurs twice in an object, or an id in a list,
/// the first stands; if that happens inside an entry, the whole entry is refused, as it does not say one
/// thing. Fields that are not known are passed over, and `null` says the same as nothing. Reading the same
/// file again gives an equal result.
///
/// Files are UTF-8, with or without a byte order mark, of 16 MB at most.
///
/// **Errors**: each method throws a [dev.spartanlake.error.WarehouseException] with
/// [dev.spartanlake.error.ErrorCode#SOURCE_UNREADABLE] if the file is absent or cannot be read, and with
/// [dev.spartanlake.error.ErrorCode#REFERENCE_MALFORMED] if it is not JSON or not of the right shape as a
/// whole.
public final class ReferenceReader {

    private ReferenceReader() {}

    /// Reads playlists, modes and categories: `Playlist_modes_translations.json`. A section that is absent is
    /// empty.
    ///
    /// @throws dev.spartanlake.error.WarehouseException as told above
    public static ReferenceData playlists(Path file) {
        return TranslationSections.read(document(file, TranslationSections.SHAPE));
    }

    /// Reads medal names in one language: `medals_en.json`, `medals_fr.json`.
    ///
    /// @param language the language of the names, which the file does not tell
    /// @throws dev.spartanlake.error.WarehouseException as told above
    public static ReferenceData medalNames(Path file, Language language) {
        return MedalNameSections.read(document(file, MedalNameSections.SHAPE), language);
    }

    /// Reads the game's own medal metadata: `medal_metadata.json`.
    ///
    /// @throws dev.spartanlake.error.WarehouseException as told above
    public static ReferenceData medalMetadata(Path file) {
        return MedalMetadataSections.read(document(file, MedalMetadataSections.SHAPE));
    }

    private static ReferenceDocument document(Path path, String shape) {
        ReferenceFile file = new ReferenceFile(path, shape);
        return JsonTree.parse(file, file.text());
    }
}
