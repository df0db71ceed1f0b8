package dev.spartanlake.catalog;

import dev.spartanlake.reference.GameVariantCategoryName;
import dev.spartanlake.reference.Language;
import dev.spartanlake.reference.MedalDefinition;
import dev.spartanlake.reference.MedalName;
import dev.spartanlake.reference.PlaylistName;
import dev.spartanlake.reference.ReferenceData;
import java.util.Collection;
import java.util.List;

/// Names of medals, playlists, modes and categories.
///
/// Everything here merges: what a file does not say stays as it is, and importing the same file again changes
/// nothing.
public final class ReferenceTables {

    private final Database database;

    ReferenceTables(Database database) {
        this.database = database;
    }

    /// Merges what reference files say into what is known. What they say stands over what was known from other
    /// files.
    public void merge(ReferenceData data) {
        mergePlaylists(data.playlists());
        database.updateAll(
                """
                INSERT INTO game_modes (name_en, name_fr, category) VALUES (?, ?, ?)
                ON CONFLICT (name_en) DO UPDATE SET name_fr = excluded.name_fr,
                    category = coalesce(excluded.category, category)
                """,
                data.modes().stream()
                        .map(mode -> Database.Parameters.of(mode.nameEn(), mode.nameFr(), mode.category()))
                        .toList());
        database.updateAll(
                """
                INSERT INTO categories (name_en, name_fr) VALUES (?, ?)
                ON CONFLICT (name_en) DO UPDATE SET name_fr = excluded.name_fr
                """,
                data.categories().stream()
                        .map(category -> Database.Parameters.of(category.nameEn(), category.nameFr()))
                        .toList());
        for (Language language : Language.values()) {
            mergeMedalNames(language, data.medalNames());
        }
        mergeMedals(data.medalDefinitions());
    }

    /// Adds what is not known yet, and changes nothing that is.
    public void mergeBelow(ReferenceData builtIn, List<GameVariantCategoryName> variantCategories) {
        database.updateAll(
                "INSERT OR IGNORE INTO game_variant_categories (category, name_en, name_fr) VALUES (?, ?, ?)",
                variantCategories.stream()
                        .map(name -> Database.Parameters.of(name.category(), name.nameEn(), name.nameFr()))
                        .toList());
        database.updateAll(
                """
                INSERT INTO playlists (asset_id, public_name, name_en, name_fr) VALUES (?1, ?2, ?2, ?3)
                ON CONFLICT (asset_id) DO UPDATE SET public_name = coalesce(public_name, excluded.public_name),
                    name_en = coalesce(name_en, excluded.name_en), name_fr = coalesce(name_fr, excluded.name_fr)
                """,
                builtIn.playlists().stream()
                        .filter(playlist -> playlist.assetId() != null)
                        .map(playlist ->
                                Database.Parameters.of(playlist.assetId(), playlist.nameEn(), playlist.nameFr()))
                        .toList());
        database.updateAll(
                "INSERT OR IGNORE INTO game_modes (name_en, name_fr, category) VALUES (?, ?, ?)",
                builtIn.modes().stream()
                        .map(mode -> Database.Parameters.of(mode.nameEn(), mode.nameFr(), mode.category()))
                        .toList());
        database.updateAll(
                "INSERT OR IGNORE INTO categories (name_en, name_fr) VALUES (?, ?)",
                builtIn.categories().stream()
                        .map(category -> Database.Parameters.of(category.nameEn(), category.nameFr()))
                        .toList());
        database.updateAll(
                """
                INSERT INTO medal_definitions (name_id, name_en, name_fr, description_en, description_fr, difficulty, type,
                    sprite_index, sorting_weight, personal_score) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (name_id) DO UPDATE SET
                    name_en = coalesce(name_en, excluded.name_en), name_fr = coalesce(name_fr, excluded.name_fr),
                    description_en = coalesce(description_en, excluded.description_en),
                    description_fr = coalesce(description_fr, excluded.description_fr),
                    difficulty = coalesce(difficulty, excluded.difficulty), type = coalesce(type, excluded.type),
                    sprite_index = coalesce(sprite_index, excluded.sprite_index),
                    sorting_weight = coalesce(sorting_weight, excluded.sorting_weight),
                    personal_score = coalesce(personal_score, excluded.personal_score)
                """,
                builtIn.medalDefinitions().stream().map(ReferenceTables::medal).toList());
        for (MedalName name : builtIn.medalNames()) {
            String column = name.language() == Language.EN ? "name_en" : "name_fr";
            database.update(
                    "INSERT INTO medal_definitions (name_id, " + column
                            + ") VALUES (?, ?) ON CONFLICT (name_id) DO UPDATE SET " + column + " = coalesce(" + column
                            + ", excluded." + column + ")",
                    name.nameId(),
                    name.name());
        }
    }

    /// A name that came from a file before is replaced by a later file's, a name that came from the API is not.
    private void mergePlaylists(List<PlaylistName> playlists) {
        database.updateAll(
                """
                INSERT INTO playlists (asset_id, public_name, name_en, name_fr) VALUES (?1, ?2, ?2, ?3)
                ON CONFLICT (asset_id) DO UPDATE SET
                    public_name = CASE WHEN public_name IS NULL OR public_name = name_en THEN excluded.name_en
                        ELSE public_name END,
                    name_en = excluded.name_en, name_fr = excluded.name_fr
                """,
                playlists.stream()
                        .filter(playlist -> playlist.assetId() != null)
                        .map(playlist ->
                                Database.Parameters.of(playlist.assetId(), playlist.nameEn(), playlist.nameFr()))
                        .toList());
        database.updateAll(
                "UPDATE playlists SET name_en = ?1, name_fr = ?2 WHERE public_name = ?1",
                playlists.stream()
                        .filter(playlist -> playlist.assetId() == null)
                        .map(playlist -> Database.Parameters.of(playlist.nameEn(), playlist.nameFr()))
                        .toList());
    }

    private void mergeMedalNames(Language language, Collection<MedalName> names) {
        String column = "name_" + language.tag();
        database.updateAll(
                "INSERT INTO medal_definitions (name_id, %1$s) VALUES (?, ?) ON CONFLICT (name_id) DO UPDATE SET %1$s = excluded.%1$s"
                        .formatted(column),
                names.stream()
                        .filter(name -> name.language() == language)
                        .map(name -> Database.Parameters.of(name.nameId(), name.name()))
                        .toList());
    }

    private void mergeMedals(List<MedalDefinition> medals) {
        database.updateAll("""
                INSERT INTO medal_definitions (name_id, name_en, name_fr, description_en, description_fr, difficulty, type,
                    sprite_index, sorting_weight, personal_score) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (name_id) DO UPDATE SET
                    name_en = coalesce(excluded.name_en, name_en), name_fr = coalesce(excluded.name_fr, name_fr),
                    description_en = coalesce(excluded.description_en, description_en),
                    description_fr = coalesce(excluded.description_fr, description_fr),
                    difficulty = excluded.difficulty, type = excluded.type, sprite_index = excluded.sprite_index,
                    sorting_weight = excluded.sorting_weight, personal_score = excluded.personal_score
                """, medals.stream().map(ReferenceTables::medal).toList());
        database.updateAll(
                """
                INSERT INTO medal_translations (name_id, locale, name, description) VALUES (?, ?, ?, ?)
                ON CONFLICT (name_id, locale) DO UPDATE SET name = excluded.name,
                    description = coalesce(excluded.description, description)
                """,
                medals.stream()
                        .flatMap(medal -> medal.names().entrySet().stream()
                                .map(name -> Database.Parameters.of(
                                        medal.nameId(),
                                        name.getKey(),
                                        name.getValue(),
                                        medal.descriptions().get(name.getKey()))))
                        .toList());
    }

    private static Database.Parameters medal(MedalDefinition medal) {
        return Database.Parameters.of(
                medal.nameId(),
                medal.nameEn(),
                medal.nameFr(),
                medal.descriptionEn(),
                medal.descriptionFr(),
                medal.difficulty(),
                medal.type(),
                medal.spriteIndex(),
                medal.sortingWeight(),
                medal.personalScore());
    }
}
