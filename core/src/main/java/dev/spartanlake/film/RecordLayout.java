package dev.spartanlake.film;

/// Where a record has what moved between versions of films, in bytes from the start of its last 60.
///
/// @param gamertag the first of 16 UTF-16 code units, the least significant byte first
/// @param team the number of the team
/// @param slot the number within the team
record RecordLayout(int gamertag, int team, int slot) {

    /// Up to version 38.
    private static final RecordLayout FIRST = new RecordLayout(0, 33, 32);

    /// Versions 39 and 40.
    private static final RecordLayout SECOND = new RecordLayout(12, 4, 7);

    /// From version 41 on.
    private static final RecordLayout THIRD = new RecordLayout(0, 37, 36);

    private static final int LAST_OF_FIRST = 38;
    private static final int LAST_OF_SECOND = 40;

    /// The layout of a version. One that is not known yet has the latest.
    static RecordLayout of(int majorVersion) {
        if (majorVersion <= LAST_OF_FIRST) {
            return FIRST;
        }
        return majorVersion <= LAST_OF_SECOND ? SECOND : THIRD;
    }
}
