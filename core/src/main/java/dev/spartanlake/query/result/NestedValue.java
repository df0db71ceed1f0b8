package dev.spartanlake.query.result;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Turns DuckDB's JSON of a list, struct or map into plain Java, each part by its type.
final class NestedValue {

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength((int) ResultLimit.MOST_VALUE_BYTES)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private NestedValue() {}

    static @Nullable Object of(String json, ValueType type) {
        return value(JSON.readTree(json), type);
    }

    private static @Nullable Object value(JsonNode node, ValueType type) {
        if (node.isNull()) {
            return null;
        }
        return switch (type) {
            case ValueType.Listing(ValueType element) -> list(node, element);
            case ValueType.Structure structure -> structure(node, structure);
            case ValueType.Mapping(ValueType key, ValueType value) -> mapping(node, key, value);
            case ValueType.Scalar(String name) -> node.isValueNode() ? scalar(text(node), name) : untyped(node);
        };
    }

    private static List<@Nullable Object> list(JsonNode node, ValueType element) {
        List<@Nullable Object> values = new ArrayList<>(node.size());
        node.forEach(item -> values.add(value(item, element)));
        return Collections.unmodifiableList(values);
    }

    private static Object structure(JsonNode node, ValueType.Structure structure) {
        if (node.isArray()) {
            List<@Nullable Object> values = new ArrayList<>();
            for (int i = 0; i < node.size(); i++) {
                values.add(value(node.path(i), structure.types().get(i)));
            }
            return Collections.unmodifiableList(values);
        }
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            int index = structure.fields().indexOf(field.getKey());
            values.put(
                    field.getKey(),
                    index < 0
                            ? untyped(field.getValue())
                            : value(field.getValue(), structure.types().get(index)));
        }
        return Collections.unmodifiableMap(values);
    }

    private static Map<Object, @Nullable Object> mapping(JsonNode node, ValueType key, ValueType value) {
        String keys = key instanceof ValueType.Scalar(String name) ? name : "VARCHAR";
        Map<Object, @Nullable Object> values = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            values.put(scalar(entry.getKey(), keys), value(entry.getValue(), value));
        }
        return Collections.unmodifiableMap(values);
    }

    /// A value whose type only the value itself knows.
    private static @Nullable Object untyped(JsonNode node) {
        if (node.isObject()) {
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            node.properties().forEach(field -> values.put(field.getKey(), untyped(field.getValue())));
            return Collections.unmodifiableMap(values);
        }
        if (node.isArray()) {
            return list(node, new ValueType.Scalar("VARIANT"));
        }
        return switch (node.getNodeType()) {
            case NULL -> null;
            case BOOLEAN -> node.asBoolean();
            case NUMBER -> node.isIntegralNumber() ? integral(node) : node.doubleValue();
            default -> text(node);
        };
    }

    private static Object integral(JsonNode node) {
        return node.canConvertToLong() ? (Object) node.longValue() : node.bigIntegerValue();
    }

    private static String text(JsonNode node) {
        return node.isBigDecimal() ? node.decimalValue().toString() : node.asString();
    }

    private static Object scalar(String text, String type) {
        try {
            return switch (type) {
                case "BOOLEAN" -> Boolean.valueOf(text);
                case "TINYINT" -> Byte.valueOf(text);
                case "SMALLINT", "UTINYINT" -> Short.valueOf(text);
                case "INTEGER", "USMALLINT" -> Integer.valueOf(text);
                case "BIGINT", "UINTEGER" -> Long.valueOf(text);
                case "UBIGINT", "HUGEINT", "UHUGEINT" -> new BigInteger(text);
                case "FLOAT" -> Float.valueOf(text);
                case "DOUBLE" -> Double.valueOf(text);
                case "DECIMAL" -> new BigDecimal(text);
                case "DATE" -> LocalDate.parse(text);
                case "TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS" -> timestamp(text);
                case "TIMESTAMP WITH TIME ZONE" ->
                    timestamp(text.replaceFirst("\\+00$", "")).toInstant(ZoneOffset.UTC);
                default -> text;
            };
        } catch (DateTimeException | NumberFormatException infiniteOrFarAway) {
            return text;
        }
    }

    private static LocalDateTime timestamp(String text) {
        return LocalDateTime.parse(text.replace(' ', 'T'));
    }
}
