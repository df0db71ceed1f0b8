package dev.spartanlake.generator.service;

import dev.spartanlake.generator.game.Medal;
import dev.spartanlake.generator.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What the game's own content says of medals: of all that the careers have but the two that are
/// missing there too.
///
/// **Source**: `GET gamecms-hacs /hi/Waypoint/file/medals/metadata.json`
public final class MedalMetadata {

    private static final int COLUMNS = 16;
    private static final int PERSONAL_SCORE = 10;

    private MedalMetadata() {}

    /// The metadata.
    public static String json() {
        List<JsonObject> medals = new ArrayList<>();
        for (Medal medal : Medal.inOrder()) {
            if (medal.isListed()) {
                medals.add(medal(medal, medals.size()));
            }
        }
        return new JsonObject()
                .with("difficulties", List.of("normal", "heroic", "legendary", "mythic"))
                .with("types", List.of("spree", "mode", "multikill", "proficiency", "skill", "style"))
                .with(
                        "sprites",
                        new JsonObject()
                                .with("small", sprite("sm", 72))
                                .with("medium", sprite("med", 128))
                                .with("extra-large", sprite("xl", 256)))
                .with("medals", medals)
                .toString();
    }

    private static JsonObject sprite(String suffix, int size) {
        return new JsonObject()
                .with("path", "medals/images/medal_sheet_" + suffix + ".png")
                .with("columns", COLUMNS)
                .with("size", size);
    }

    private static JsonObject medal(Medal medal, int index) {
        String name = name(medal);
        return new JsonObject()
                .with("name", text(name, "FR " + name))
                .with("description", text("Invented: " + name + ".", "Inventé : " + name + "."))
                .with("spriteIndex", index)
                .with("sortingWeight", medal.sortingWeight())
                .with("difficultyIndex", Math.min(3, medal.sortingWeight() / 50 - 1))
                .with("typeIndex", type(medal))
                .with("personalScore", PERSONAL_SCORE)
                .with("nameId", medal.id());
    }

    private static int type(Medal medal) {
        if (Medal.sprees().contains(medal)) {
            return 0;
        }
        if (Medal.multiKills().contains(medal)) {
            return 2;
        }
        return Medal.styles().contains(medal) ? 4 : 1;
    }

    private static JsonObject text(String english, String french) {
        return new JsonObject().with("value", english).with("translations", new JsonObject().with("fr-FR", french));
    }

    private static String name(Medal medal) {
        StringBuilder name = new StringBuilder();
        for (String word : medal.name().split("_", -1)) {
            name.append(name.isEmpty() ? "" : " ").append(word.charAt(0));
            name.append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return name.toString();
    }
}
