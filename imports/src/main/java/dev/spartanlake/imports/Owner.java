package dev.spartanlake.imports;

import dev.spartanlake.fact.MatchReader;
import dev.spartanlake.fact.MatchReading;
import dev.spartanlake.fact.PlayerRow;
import dev.spartanlake.match.Xuid;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Finds out whose history it is, from what is said and from who is in the matches.
final class Owner {

    /// Workshop names a database for its owner, LevelUp sometimes; copies get something after the
    /// number.
    private static final Pattern FILE = Pattern.compile("(?:spnkr_xuid_)?([0-9]{15,19})(?![0-9]).*");

    /// How many of the first matches are enough to look at.
    private static final int SAMPLE = 256;

    private final MatchReader reader = new MatchReader();
    private final Map<Xuid, Integer> matchesOf = new HashMap<>();
    private int matches;

    /// The player a file is named for.
    static Optional<Xuid> ofFile(Path file) {
        Matcher name = FILE.matcher(String.valueOf(file.getFileName()));
        if (!name.matches()) {
            return Optional.empty();
        }
        BigInteger number = new BigInteger(name.group(1));
        return number.signum() > 0 && number.bitLength() < Long.SIZE
                ? Optional.of(new Xuid(number.longValueExact()))
                : Optional.empty();
    }

    /// Looks at who is in a match, if not enough have been looked at.
    void look(byte[] document) {
        if (matches < SAMPLE && reader.read(document) instanceof MatchReading.Accepted accepted) {
            Set<Xuid> players = accepted.rows().participants().stream()
                    .map(PlayerRow::xuid)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet());
            players.forEach(player -> matchesOf.merge(player, 1, Integer::sum));
            matches++;
        }
    }

    /// Whether there was any match.
    boolean hasMatches() {
        return matches > 0;
    }

    /// Tells of doubts whether it is the history of the player who was said.
    void confirm(Xuid said, Tally tally) {
        int own = matchesOf.getOrDefault(said, 0);
        if (2 * own < matches) {
            tally.remark(ImportRemark.of(ImportRemark.Kind.OWNER_DOUBTFUL, said, own, matches));
        }
    }

    /// Whose history it is, by what is said of it; else the one player who is in most of the
    /// matches.
    ///
    /// @param said null because nothing says it
    /// @param tally is told of doubts
    /// @return null because nobody knows
    @Nullable
    Xuid find(@Nullable Xuid said, Tally tally) {
        if (said != null) {
            confirm(said, tally);
            return said;
        }
        int most = matchesOf.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        List<Xuid> candidates = matchesOf.entrySet().stream()
                .filter(player -> player.getValue() == most)
                .map(Map.Entry::getKey)
                .toList();
        if (matches > 1 && 2 * most > matches && candidates.size() == 1) {
            tally.remark(ImportRemark.of(ImportRemark.Kind.OWNER_GUESSED, candidates.getFirst(), most, matches));
            return candidates.getFirst();
        }
        tally.remark(ImportRemark.of(ImportRemark.Kind.OWNER_UNKNOWN));
        return null;
    }
}
