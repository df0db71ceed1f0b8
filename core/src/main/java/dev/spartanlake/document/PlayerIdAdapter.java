package dev.spartanlake.document;

import io.avaje.validation.adapter.AbstractConstraintAdapter;
import io.avaje.validation.adapter.ConstraintAdapter;
import io.avaje.validation.adapter.ValidationContext.AdapterCreateRequest;
import org.jspecify.annotations.Nullable;

/// Checks [PlayerId]: a human's `xuid(…)` with a number from 1 to 2^63 - 1 without leading zeros, or a bot persona's
/// `bid(…)` with up to nine digits, a point and up to three more. Public for the generated validators only.
@ConstraintAdapter(PlayerId.class)
public final class PlayerIdAdapter extends AbstractConstraintAdapter<String> {

    private static final String HUMAN = "xuid(";
    private static final String BOT = "bid(";
    private static final int MOST_DIGITS = 19;

    /// Called by the generated validators.
    public PlayerIdAdapter(AdapterCreateRequest request) {
        super(request);
    }

    @Override
    protected boolean isValid(@Nullable String text) {
        if (text == null) {
            return true;
        }
        if (!text.endsWith(")")) {
            return false;
        }
        int end = text.length() - 1;
        if (text.startsWith(HUMAN)) {
            return isXuid(text, HUMAN.length(), end);
        }
        return text.startsWith(BOT) && isPersona(text, BOT.length(), end);
    }

    private static boolean isXuid(String text, int start, int end) {
        if (end - start > MOST_DIGITS || !isDigits(text, start, end) || text.charAt(start) == '0') {
            return false;
        }
        // Nineteen digits can exceed 63 bits, but not 64: what exceeds shows as negative.
        long number = 0;
        for (int i = start; i < end; i++) {
            number = number * 10 + (text.charAt(i) - '0');
        }
        return number > 0;
    }

    private static boolean isPersona(String text, int start, int end) {
        int point = text.indexOf('.', start);
        int whole = point < 0 ? end : point;
        return isDigits(text, start, whole)
                && whole - start <= 9
                && (point < 0 || (isDigits(text, point + 1, end) && end - point - 1 <= 3));
    }

    /// Whether there are digits from one index to another, at least one.
    private static boolean isDigits(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return start < end;
    }
}
