package dev.spartanlake.reference;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The file of playlist, mode and category names.
///
/// Shape: `{"playlists": [{"uuid"?, "en", "fr"}], "modes": [{"en", "fr", "category"}], "categories": {"<en>":
/// "<fr>"}}`.
final class TranslationSections {

    static final String SHAPE = "a JSON object with playlists, modes and categories";

    private static final String PLAYLISTS = "playlists";
    private static final String MODES = "modes";
    private static final String CATEGORIES = "categories";

    private TranslationSections() {}

    static ReferenceData read(ReferenceDocument document) {
        document.requireObject();
        if (!document.has(PLAYLISTS) && !document.has(MODES) && !document.has(CATEGORIES)) {
            throw document.file().malformed("an object with none of them");
        }
        List<PlaylistName> playlists = playlists(document);
        List<ModeName> modes = modes(document);
        List<CategoryName> categories = categories(document);
        return new ReferenceData(
                playlists,
                modes,
                categories,
                List.of(),
                List.of(),
                document.rejections().list());
    }

    private static List<PlaylistName> playlists(ReferenceDocument document) {
        Admission<PlaylistName> admission = new Admission<>(
                document,
                playlist -> playlist.assetId() == null ? "named " + playlist.nameEn() : playlist.assetId(),
                (playlist, entry) -> entry.field(playlist.assetId() == null ? "en" : "uuid"));
        for (Entry entry : document.items(PLAYLISTS)) {
            @Nullable String assetId = entry.field("uuid").optionalText(TextRule.ASSET_ID);
            String en = entry.field("en").text(TextRule.NAME);
            String fr = entry.field("fr").text(TextRule.NAME);
            admission.admit(entry, () -> new PlaylistName(assetId, en, fr));
        }
        return admission.admitted();
    }

    private static List<ModeName> modes(ReferenceDocument document) {
        Admission<ModeName> admission = new Admission<>(document, ModeName::nameEn, (mode, entry) -> entry.field("en"));
        for (Entry entry : document.items(MODES)) {
            String en = entry.field("en").text(TextRule.NAME);
            String fr = entry.field("fr").text(TextRule.NAME);
            String category = entry.field("category").text(TextRule.NAME);
            admission.admit(entry, () -> new ModeName(en, fr, category));
        }
        return admission.admitted();
    }

    private static List<CategoryName> categories(ReferenceDocument document) {
        Admission<CategoryName> admission = new Admission<>(document, CategoryName::nameEn, (category, entry) -> entry);
        for (ReferenceDocument.Member member : document.members(CATEGORIES)) {
            if (!TextRule.NAME.accepts(member.key())) {
                member.entry().refuseKey(TextRule.NAME.words(), member.key());
            }
            String fr = member.entry().text(TextRule.NAME);
            admission.admit(member.entry(), () -> new CategoryName(member.key(), fr));
        }
        return admission.admitted();
    }
}
