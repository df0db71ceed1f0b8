package dev.spartanlake.reference;

import dev.spartanlake.validation.Violation;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.StringNode;

/// One entry of a reference file, or a place inside it, read by the types its fields must have.
///
/// A field that breaks a rule is noted and read as a stand-in, so that all mistakes of an entry are found in
/// one pass; the stand-ins are worth something only if [#isSound()] says that there was none.
final class Entry {

    private final JsonPointer pointer;
    private final JsonNode value;
    /// Those of the whole entry, shared by all places inside it. A set, because every field of what should be
    /// an object and is none finds the same fault.
    private final Set<Violation> violations;

    private Entry(JsonPointer pointer, JsonNode value, Set<Violation> violations) {
        this.pointer = pointer;
        this.value = value;
        this.violations = violations;
    }

    static Entry of(JsonPointer pointer, JsonNode value) {
        return new Entry(pointer, value, new LinkedHashSet<>());
    }

    String pointer() {
        return pointer.toString();
    }

    boolean isSound() {
        return violations.isEmpty();
    }

    List<Violation> violations() {
        return List.copyOf(violations);
    }

    /// Whether there is nothing here, which JSON can say in two ways.
    boolean isAbsent() {
        return value.isMissingNode() || value.isNull();
    }

    /// The place of a field; whether there is anything is not yet asked.
    Entry field(String name) {
        if (value.isObject()) {
            JsonNode child = value.get(name);
            return new Entry(
                    pointer.appendProperty(name), child == null ? MissingNode.getInstance() : child, violations);
        }
        refuse("an object");
        // What this place lacks is already told, so what its fields lack goes unheard.
        return new Entry(pointer.appendProperty(name), MissingNode.getInstance(), new LinkedHashSet<>());
    }

    /// The text here, or an empty stand-in.
    String text(TextRule rule) {
        if (value.isString() && rule.accepts(value.stringValue())) {
            return value.stringValue();
        }
        refuse(rule.words());
        return "";
    }

    /// The text here; absent because there is none, or because it breaks the rule.
    @Nullable
    String optionalText(TextRule rule) {
        return isAbsent() ? null : text(rule);
    }

    /// The texts by locale of the object here; none where there is nothing.
    Map<String, String> textsByLocale(TextRule rule) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (isAbsent()) {
            return texts;
        }
        if (!value.isObject()) {
            refuse("an object from locales to texts");
            return texts;
        }
        for (String locale : value.propertyNames()) {
            Entry translation = field(locale);
            if (!TextRule.LOCALE.accepts(locale)) {
                translation.refuseKey(TextRule.LOCALE.words(), locale);
            }
            texts.put(locale, translation.text(rule));
        }
        return texts;
    }

    /// The integer here, of 32 bits and not less than another, or 0 as a stand-in.
    int integerFrom(int least) {
        return integer(least, Integer.MAX_VALUE, "an integer from " + least + " to " + Integer.MAX_VALUE)
                .orElse(0);
    }

    /// The integer here; empty because it breaks the rule.
    OptionalInt integer(int least, int most, String rule) {
        if (value.isIntegralNumber() && value.bigIntegerValue().bitLength() < Integer.SIZE) {
            int number = value.bigIntegerValue().intValueExact();
            if (number >= least && number <= most) {
                return OptionalInt.of(number);
            }
        }
        refuse(rule);
        return OptionalInt.empty();
    }

    /// The medal id here, or 0 as a stand-in.
    long medalId() {
        OptionalLong id = value.isIntegralNumber() ? MedalId.of(value.bigIntegerValue()) : OptionalLong.empty();
        if (id.isEmpty()) {
            refuse(MedalId.RULE);
        }
        return id.orElse(0);
    }

    /// Notes that what is here breaks a rule.
    ///
    /// @param rule what was expected, in words that fit after "expected"
    void refuse(String rule) {
        violations.add(new Violation(pointer(), rule, value.isMissingNode() ? "missing" : value.toString()));
    }

    /// Notes that the key of this place breaks a rule.
    ///
    /// @param rule what was expected, in words that fit after "expected"
    void refuseKey(String rule, String key) {
        violations.add(new Violation(
                pointer(), "as the key " + rule, StringNode.valueOf(key).toString()));
    }
}
