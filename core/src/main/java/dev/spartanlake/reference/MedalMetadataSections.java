package dev.spartanlake.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// The game's own medal metadata.
///
/// Shape: `{"difficulties": ["normal", …], "types": ["spree", …], "medals": [{"name", "description",
/// "nameId", …}]}`, where a name or description is `{"value": "<en>", "translations": {"<locale>":
/// "<text>"}}`, and a medal points into the first two by index.
final class MedalMetadataSections {

    static final String SHAPE = "a JSON object with difficulties, types and medals";

    private static final String DIFFICULTIES = "difficulties";
    private static final String TYPES = "types";
    private static final String MEDALS = "medals";

    private final ReferenceDocument document;
    private final List<@Nullable String> difficulties;
    private final List<@Nullable String> types;

    private MedalMetadataSections(ReferenceDocument document) {
        this.document = document;
        this.difficulties = labels(document, DIFFICULTIES);
        this.types = labels(document, TYPES);
    }

    static ReferenceData read(ReferenceDocument document) {
        document.requireObject();
        for (String section : List.of(DIFFICULTIES, TYPES, MEDALS)) {
            if (!document.has(section)) {
                throw document.file().malformed("an object without " + section);
            }
        }
        List<MedalDefinition> medals = new MedalMetadataSections(document).medals();
        return new ReferenceData(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                medals,
                document.rejections().list());
    }

    /// The labels by index; absent where one is refused, so that the others keep theirs.
    private static List<@Nullable String> labels(ReferenceDocument document, String section) {
        List<@Nullable String> labels = new ArrayList<>();
        for (Entry entry : document.items(section)) {
            String label = entry.text(TextRule.NAME);
            entry.violations().forEach(document.rejections()::add);
            labels.add(entry.isSound() ? label : null);
        }
        return labels;
    }

    private List<MedalDefinition> medals() {
        Admission<MedalDefinition> admission =
                new Admission<>(document, MedalDefinition::nameId, (medal, entry) -> entry.field("nameId"));
        for (Entry entry : document.items(MEDALS)) {
            long nameId = entry.field("nameId").medalId();
            Map<String, String> names = texts(entry.field("name"), TextRule.NAME);
            Entry description = entry.field("description");
            Map<String, String> descriptions =
                    description.isAbsent() ? Map.of() : texts(description, TextRule.DESCRIPTION);
            String difficulty = label(entry.field("difficultyIndex"), difficulties, DIFFICULTIES);
            String type = label(entry.field("typeIndex"), types, TYPES);
            int spriteIndex = entry.field("spriteIndex").integerFrom(0);
            int sortingWeight = entry.field("sortingWeight").integerFrom(Integer.MIN_VALUE);
            int personalScore = entry.field("personalScore").integerFrom(Integer.MIN_VALUE);
            admission.admit(
                    entry,
                    () -> new MedalDefinition(
                            nameId, names, descriptions, difficulty, type, spriteIndex, sortingWeight, personalScore));
        }
        return admission.admitted();
    }

    /// The texts by locale. The value that stands beside the translations is the English one.
    private static Map<String, String> texts(Entry translated, TextRule rule) {
        Map<String, String> texts = translated.field("translations").textsByLocale(rule);
        texts.putIfAbsent(Language.EN.locale(), translated.field("value").text(rule));
        return texts;
    }

    private static String label(Entry index, List<@Nullable String> labels, String section) {
        String rule = "the index of a label of /" + section + ", which holds " + labels.size();
        OptionalInt place = index.integer(0, labels.size() - 1, rule);
        if (place.isEmpty()) {
            return "";
        }
        String label = labels.get(place.getAsInt());
        if (label == null) {
            index.refuse("the index of a label of /" + section + " that was not refused");
            return "";
        }
        return label;
    }
}
