package dev.spartanlake.film;

import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/// Where a record has what moved between versions of films, in bytes from the start of its last 60.
///
/// A film's records tell which layout is theirs: a name does not begin with zeros in all of them, and where another
/// layout has teams there is nothing. Where nobody has a team or slot other than 0, two layouts say the same.
///
/// @param versions the films that have it, as a line names them
/// @param gamertag the first of 16 UTF-16 code units, the least significant byte first
/// @param team the number of the team
/// @param slot the number within the team
/// @param zeros what is zero in every record
record RecordLayout(String versions, int gamertag, int team, int slot, List<Integer> zeros) {

    private static final RecordLayout FIRST =
            new RecordLayout("films of versions up to 38", 0, 33, 32, List.of(36, 37, 38));

    private static final RecordLayout SECOND =
            new RecordLayout("films of versions 39 and 40", 12, 4, 7, List.of(0, 1, 2, 3, 5, 8, 9, 10, 11));

    private static final RecordLayout THIRD = new RecordLayout("films of version 41", 0, 37, 36, List.of(32, 33, 34));

    private static final int LAST_OF_FIRST = 38;
    private static final int LAST_OF_SECOND = 40;

    /// Copies the list.
    RecordLayout {
        zeros = List.copyOf(zeros);
    }

    /// The layout of a version. One that is not known yet has the latest.
    static RecordLayout of(int majorVersion) {
        if (majorVersion <= LAST_OF_FIRST) {
            return FIRST;
        }
        return majorVersion <= LAST_OF_SECOND ? SECOND : THIRD;
    }

    /// The layout that records have; empty for none that is known.
    ///
    /// @param records of each the byte at an offset, unsigned
    static Optional<RecordLayout> among(List<IntUnaryOperator> records) {
        return List.of(FIRST, SECOND, THIRD).stream()
                .filter(layout -> layout.fits(records))
                .findFirst();
    }

    /// Whether records may have this layout. That nobody has a name is a sign that names are elsewhere.
    ///
    /// @param records of each the byte at an offset, unsigned
    boolean fits(List<IntUnaryOperator> records) {
        boolean isNamed = records.stream()
                .anyMatch(record -> record.applyAsInt(gamertag) != 0 || record.applyAsInt(gamertag + 1) != 0);
        return (isNamed || records.isEmpty())
                && records.stream()
                        .allMatch(record -> zeros.stream().allMatch(offset -> record.applyAsInt(offset) == 0));
    }
}
