package dev.spartanlake.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/// One parsed reference file.
///
/// @param file where it came from
/// @param root its one JSON value
/// @param repeated the pointers of the keys that occur more than once in their object
/// @param rejections what is refused of it; grows while it is read
record ReferenceDocument(ReferenceFile file, JsonNode root, NavigableSet<String> repeated, Rejections rejections) {

    /// Makes sure that the file can have sections.
    ///
    /// @throws dev.spartanlake.error.WarehouseException if the root is no object
    void requireObject() {
        if (!root.isObject()) {
            throw file.malformed(kind(root));
        }
    }

    boolean has(String section) {
        return root.has(section);
    }

    /// The elements of an array of the root object; none when it is missing.
    ///
    /// @throws dev.spartanlake.error.WarehouseException if it is no array
    List<Entry> items(String section) {
        List<Entry> items = new ArrayList<>();
        if (has(section)) {
            JsonNode array = root.get(section);
            if (!array.isArray()) {
                throw file.malformed(section + " as " + kind(array) + " instead of an array");
            }
            JsonPointer pointer = JsonPointer.empty().appendProperty(section);
            for (int index = 0; index < array.size(); index++) {
                items.add(Entry.of(pointer.appendIndex(index), array.get(index)));
            }
        }
        return items;
    }

    /// The members of an object of the root object; none when it is missing.
    ///
    /// @throws dev.spartanlake.error.WarehouseException if it is no object
    List<Member> members(String section) {
        if (!has(section)) {
            return List.of();
        }
        JsonNode object = root.get(section);
        if (!object.isObject()) {
            throw file.malformed(section + " as " + kind(object) + " instead of an object");
        }
        return members(JsonPointer.empty().appendProperty(section), object);
    }

    /// The members of the root object.
    List<Member> members() {
        return members(JsonPointer.empty(), root);
    }

    /// Whether a key occurs twice inside an entry, so that it does not say one thing.
    boolean contradictsItself(Entry entry) {
        String prefix = entry.pointer() + "/";
        String next = repeated.ceiling(prefix);
        return next != null && next.startsWith(prefix);
    }

    private static List<Member> members(JsonPointer pointer, JsonNode object) {
        return object.properties().stream()
                .map(property -> new Member(
                        property.getKey(), Entry.of(pointer.appendProperty(property.getKey()), property.getValue())))
                .toList();
    }

    private static String kind(JsonNode node) {
        return switch (node.getNodeType()) {
            case ARRAY -> "an array";
            case OBJECT -> "an object";
            case STRING -> "a string";
            case NUMBER, POJO -> "a number";
            case BOOLEAN -> "a boolean";
            case NULL -> "null";
            case BINARY, MISSING -> throw new IllegalStateException("JSON text holds no " + node.getNodeType());
        };
    }

    /// One key of an object with its value.
    record Member(String key, Entry entry) {}
}
