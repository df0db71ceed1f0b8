package dev.spartanlake.generator;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// The member orders and the value types at every place of some documents; a place is a path
/// without array indexes.
final class Shapes {

    final Map<String, Set<String>> orders = new TreeMap<>();
    final Map<String, Set<String>> types = new TreeMap<>();

    Set<String> ordersAt(String place) {
        return orders.getOrDefault(place, Set.of());
    }

    void add(JsonNode document) {
        visit("$", document);
    }

    private void visit(String place, JsonNode node) {
        types.computeIfAbsent(place, _ -> new TreeSet<>()).add(type(node));
        if (node.isArray()) {
            node.forEach(element -> visit(place + "[]", element));
        } else if (node.isObject()) {
            orders.computeIfAbsent(place, _ -> new TreeSet<>()).add(String.join(",", node.propertyNames()));
            node.properties().forEach(member -> visit(place + "." + member.getKey(), member.getValue()));
        }
    }

    private static String type(JsonNode node) {
        if (node.isIntegralNumber()) {
            return "WHOLE";
        }
        return node.isNumber() ? "FRACTION" : node.getNodeType().name();
    }
}
