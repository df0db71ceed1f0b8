package dev.spartanlake.schema;

import dev.spartanlake.match.Xuid;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One cut of a table, which is one file.
///
/// @param table the table's name
/// @param xuid the player; null in tables that are not cut by player
/// @param month the month of the matches' start in UTC
public record Partition(String table, @Nullable Xuid xuid, YearMonth month) implements Comparable<Partition> {

    /// The one file of a partition's directory.
    public static final String FILE_NAME = "data.parquet";

    private static final Pattern FILE = Pattern.compile(
            "([a-z_]+)/(?:player=([0-9]{1,19})/)?year=([0-9]{4})/month=(0[1-9]|1[0-2])/" + Pattern.quote(FILE_NAME));

    private static final Comparator<Partition> ORDER = Comparator.comparing(Partition::table)
            .thenComparing(Partition::xuid, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Partition::month);

    /// The partition a match belongs to.
    ///
    /// @param xuid the player; ignored by tables that are not cut by player
    /// @param startTime when the match started
    public static Partition of(Table<?> table, @Nullable Xuid xuid, Instant startTime) {
        return of(table, xuid, monthOf(startTime));
    }

    /// The partition of a month.
    ///
    /// @param xuid the player; ignored by tables that are not cut by player
    public static Partition of(Table<?> table, @Nullable Xuid xuid, YearMonth month) {
        return switch (table.partitioning()) {
            case MONTH -> new Partition(table.name(), null, month);
            case PLAYER_MONTH -> {
                if (xuid == null) {
                    throw new IllegalArgumentException(table.name() + " is cut by player, and no player was given");
                }
                yield new Partition(table.name(), xuid, month);
            }
        };
    }

    /// The partition of a file.
    ///
    /// @param file the file's path below the warehouse's directory, as [#file] gives it
    /// @throws IllegalArgumentException when no partition has a file of this path
    public static Partition parse(String file) {
        Matcher matcher = FILE.matcher(file);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("expected the path of a partition's file, found \"" + file + "\"");
        }
        @Nullable String player = matcher.group(2);
        YearMonth month = YearMonth.of(Integer.parseInt(matcher.group(3)), Integer.parseInt(matcher.group(4)));
        return new Partition(matcher.group(1), player == null ? null : Xuid.parse(player), month);
    }

    /// The month a moment falls in, in UTC.
    public static YearMonth monthOf(Instant time) {
        return YearMonth.from(time.atOffset(ZoneOffset.UTC));
    }

    /// The directory below the table's, with `/` between its steps, such as
    /// `player=2533270000000001/year=2025/month=01`.
    public String path() {
        String date = String.format(Locale.ROOT, "year=%04d/month=%02d", month.getYear(), month.getMonthValue());
        return xuid == null ? date : "player=" + xuid.text() + "/" + date;
    }

    /// The partition's file below the warehouse's directory, with `/` between its steps.
    public String file() {
        return table + "/" + path() + "/" + FILE_NAME;
    }

    /// The name of its file while it waits beside those of other partitions.
    public String stagedName() {
        return file().replace('/', '_').replace('=', '-') + ".staged";
    }

    @Override
    public int compareTo(Partition other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return table + "/" + path();
    }
}
