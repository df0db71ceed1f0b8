package dev.spartanlake.generator.film;

/// What a version of films does differently: how long its records are, and where they have name,
/// team and slot.
///
/// @param endBits from the beginning of a record to its second mark; the same in all records of a
///     film
/// @param meanBits how long records are on average
/// @param gamertag where the name begins, in bytes of the last 60 before the second mark
/// @param slot where the number within the team is
/// @param team where the number of the team is
/// @param teamAgain where it is a second time
record RecordShape(int endBits, int meanBits, int gamertag, int slot, int team, int teamAgain) {

    static RecordShape of(int majorVersion) {
        if (majorVersion <= 33) {
            return first(17_006, 24_700);
        }
        if (majorVersion == 34) {
            return first(15_534, 27_900);
        }
        if (majorVersion == 35) {
            return first(15_406, 27_600);
        }
        if (majorVersion <= 38) {
            return first(11_086, 18_200);
        }
        return majorVersion <= 40
                ? new RecordShape(12_526, 22_200, 12, 7, 4, 6)
                : new RecordShape(15_406, 24_800, 0, 36, 37, 38);
    }

    private static RecordShape first(int endBits, int meanBits) {
        return new RecordShape(endBits, meanBits, 0, 32, 33, 34);
    }
}
