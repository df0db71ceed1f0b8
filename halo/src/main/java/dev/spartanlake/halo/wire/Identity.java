package dev.spartanlake.halo.wire;

import java.math.BigInteger;
import java.util.OptionalLong;

/// Whose tokens are, as Xbox Live has it.
///
/// @param xuid the number of the account
/// @param gamertag its name at the time
public record Identity(long xuid, String gamertag) {

    /// The number of an account in a text of 1 to 19 digits.
    ///
    /// @return empty when the text is something else, or the number is zero, or not below 2^63
    public static OptionalLong xuid(String text) {
        if (!text.matches("[0-9]{1,19}")) {
            return OptionalLong.empty();
        }
        BigInteger number = new BigInteger(text);
        return number.signum() > 0 && number.bitLength() < Long.SIZE
                ? OptionalLong.of(number.longValueExact())
                : OptionalLong.empty();
    }
}
