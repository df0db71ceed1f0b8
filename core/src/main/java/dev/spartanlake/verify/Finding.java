package dev.spartanlake.verify;

import dev.spartanlake.error.Location;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.schema.Partition;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Something about a warehouse that is not as it should be, or worth knowing.
///
/// What was expected and found are short values, not sentences: numbers, hashes, identifiers, `column=value`. `-` is
/// nothing. A finding about several rows tells of the first, with their number in parentheses, such as `(12×)`.
///
/// @param kind what it is
/// @param where the table, the partition and the file it is about, as far as it is about one; what is recorded of a
///     player in the metadata has the partition `player=<xuid>`
/// @param expected what should be there
/// @param found what is there
public record Finding(Kind kind, Location where, String expected, String found) {

    private static final Predicate<String> PLAYER_ALONE =
            Pattern.compile("player=[0-9]{1,19}").asMatchPredicate();
    private static final Pattern PLAYER = Pattern.compile("player=([0-9]{1,19})(/.*)?");

    /// The partition it is about; empty when it is about none.
    public Optional<Partition> partition() {
        return where.table() == null || where.partition() == null || PLAYER_ALONE.test(where.partition())
                ? Optional.empty()
                : Optional.of(Partition.parse(where.table() + "/" + where.partition() + "/" + Partition.FILE_NAME));
    }

    /// The player it is about; empty when it is about none, or about several.
    public Optional<Xuid> player() {
        return Stream.ofNullable(where.partition())
                .map(PLAYER::matcher)
                .filter(Matcher::matches)
                .map(matcher -> Xuid.parse(matcher.group(1)))
                .findFirst();
    }
}
