package dev.spartanlake.halo.content;

import dev.spartanlake.halo.json.JsonValue;
import dev.spartanlake.halo.json.UnexpectedJson;
import java.util.LinkedHashMap;
import java.util.Map;

/// A text in several languages.
///
/// @param value in English
/// @param translations by language, such as `fr-FR`
public record LocalText(String value, Map<String, String> translations) {

    /// Keeps a copy.
    public LocalText {
        translations = Map.copyOf(translations);
    }

    static LocalText read(JsonValue value) throws UnexpectedJson {
        Map<String, String> translations = new LinkedHashMap<>();
        JsonValue languages = value.optional("translations");
        if (languages != null) {
            for (Map.Entry<String, JsonValue> language : languages.fields().entrySet()) {
                translations.put(language.getKey(), language.getValue().text());
            }
        }
        return new LocalText(value.field("value").text(), translations);
    }
}
