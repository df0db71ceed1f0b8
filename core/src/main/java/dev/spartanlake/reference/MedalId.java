package dev.spartanlake.reference;

import java.math.BigInteger;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// The unsigned 32-bit numbers by which the game names medals.
final class MedalId {

    /// The rule in words that fit after "expected".
    static final String RULE = "a medal id from 0 to 4294967295";

    static final long LARGEST = 0xFFFF_FFFFL;

    private static final Pattern DECIMAL = Pattern.compile("0|-?[1-9][0-9]{0,9}");

    private MedalId() {}

    /// Understands a key of the files from medal ids to names; empty when it is no medal id.
    static OptionalLong parse(String text) {
        return DECIMAL.matcher(text).matches() ? of(new BigInteger(text)) : OptionalLong.empty();
    }

    /// Understands a number; empty when it is no medal id.
    ///
    /// Old dumps hold the larger half of the ids as negative numbers, because they were read as signed ones.
    static OptionalLong of(BigInteger number) {
        if (number.bitLength() < Integer.SIZE) {
            return OptionalLong.of(number.longValueExact() & LARGEST);
        }
        boolean unsigned = number.signum() > 0 && number.bitLength() == Integer.SIZE;
        return unsigned ? OptionalLong.of(number.longValueExact()) : OptionalLong.empty();
    }

    static void require(long nameId) {
        if (nameId < 0 || nameId > LARGEST) {
            throw new IllegalArgumentException("nameId: expected " + RULE + ", found " + nameId);
        }
    }
}
