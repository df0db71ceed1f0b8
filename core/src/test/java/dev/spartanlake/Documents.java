package dev.spartanlake;

import dev.spartanlake.generator.Career;
import dev.spartanlake.generator.CareerPlan;
import dev.spartanlake.generator.GeneratedDocument;
import dev.spartanlake.match.Xuid;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Generated documents as trees, for tests that change one thing about them.
public final class Documents {

    public static final JsonMapper JSON = new JsonMapper();

    private Documents() {}

    /// The first documents of a career with every special case.
    public static List<ObjectNode> mixed(int count) {
        List<ObjectNode> documents = new ArrayList<>();
        for (GeneratedDocument document : Career.of(CareerPlan.mixed(7, Math.max(64, count)))) {
            if (documents.size() < count) {
                documents.add((ObjectNode) JSON.readTree(document.json()));
            }
        }
        return documents;
    }

    /// The tracked player of these documents who is in the first of them.
    public static Xuid player() {
        String id = mixed(1).getFirst()
                .at("/Players")
                .valueStream()
                .map(player -> player.path("PlayerId").asString())
                .filter(text -> CareerPlan.mixed(7, 64).players().stream()
                        .anyMatch(player -> text.equals("xuid(" + player.xuid() + ")")))
                .findFirst()
                .orElseThrow();
        return Xuid.parse(id);
    }

    /// Sets the value at a JSON pointer; the text is JSON, or empty to remove the value.
    public static ObjectNode with(ObjectNode document, String pointer, String json) {
        ObjectNode changed = document.deepCopy();
        int last = pointer.lastIndexOf('/');
        ObjectNode parent = (ObjectNode) changed.at(pointer.substring(0, last));
        String name = pointer.substring(last + 1);
        if (json.isEmpty()) {
            parent.remove(name);
        } else {
            JsonNode value = JSON.readTree(json);
            parent.set(name, value);
        }
        return changed;
    }
}
