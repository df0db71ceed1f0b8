package dev.spartanlake.query.result;

import dev.spartanlake.query.statement.SqlToken;
import dev.spartanlake.query.statement.SqlTokens;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/// A DuckDB type as a tree, read from its name such as `STRUCT(a INTEGER, "b c" VARCHAR[])`.
sealed interface ValueType {

    /// A type without parts that Java sees.
    ///
    /// @param name without arguments, in upper case
    record Scalar(String name) implements ValueType {}

    /// A list or an array.
    record Listing(ValueType element) implements ValueType {}

    /// A struct or a union.
    ///
    /// @param types in the order of `fields`
    record Structure(List<String> fields, List<ValueType> types) implements ValueType {}

    /// A map.
    record Mapping(ValueType key, ValueType value) implements ValueType {}

    /// Whether values of this type have parts.
    default boolean isNested() {
        return !(this instanceof Scalar(String name)) || name.equals("VARIANT");
    }

    /// Reads a type's name. What is not understood becomes a scalar, whose values are texts.
    static ValueType parse(String name) {
        return new Parser(SqlTokens.of(name)).type();
    }

    /// Reads a type from tokens, left to right.
    final class Parser {

        private final List<SqlToken> tokens;
        private int next;

        private Parser(List<SqlToken> tokens) {
            this.tokens = tokens;
        }

        private ValueType type() {
            ValueType type = base();
            while (at("[")) {
                skipGroup();
                type = new Listing(type);
            }
            return type;
        }

        private ValueType base() {
            StringBuilder words = new StringBuilder();
            while (next < tokens.size() && tokens.get(next).kind() != SqlToken.Kind.SYMBOL) {
                words.append(words.isEmpty() ? "" : " ")
                        .append(tokens.get(next++).text());
            }
            String name = words.toString().toUpperCase(Locale.ROOT).replace("\"", "");
            if (!at("(")) {
                return new Scalar(name);
            }
            return switch (name) {
                case "STRUCT", "UNION" -> structure();
                case "MAP" -> mapping();
                case "TUPLE" -> tuple();
                default -> {
                    skipGroup();
                    yield new Scalar(name);
                }
            };
        }

        private ValueType structure() {
            List<String> fields = new ArrayList<>();
            List<ValueType> types = new ArrayList<>();
            while (isSeparator()) {
                fields.add(unquoted(tokens.get(next++).text()));
                types.add(type());
            }
            next++;
            return new Structure(List.copyOf(fields), List.copyOf(types));
        }

        private ValueType mapping() {
            next++;
            ValueType key = type();
            next++;
            ValueType value = type();
            next++;
            return new Mapping(key, value);
        }

        /// A struct without names; its JSON is an array.
        private ValueType tuple() {
            List<ValueType> types = new ArrayList<>();
            while (isSeparator()) {
                types.add(type());
            }
            next++;
            return new Structure(Collections.nCopies(types.size(), ""), List.copyOf(types));
        }

        private boolean isSeparator() {
            boolean more = at("(") || at(",");
            next += more ? 1 : 0;
            return more;
        }

        private boolean at(String symbol) {
            return next < tokens.size() && tokens.get(next).is(symbol);
        }

        private void skipGroup() {
            int depth = tokens.get(next++).depth();
            while (next < tokens.size() && tokens.get(next).depth() > depth) {
                next++;
            }
            next++;
        }

        private static String unquoted(String name) {
            return name.startsWith("\"") ? name.substring(1, name.length() - 1).replace("\"\"", "\"") : name;
        }
    }
}
