package dev.spartanlake.analytics.question;

import dev.spartanlake.analytics.measure.Figures;
import dev.spartanlake.fact.Tables;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.query.Query;
import dev.spartanlake.schema.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The matches that a filter leaves, as the table `scope` of a statement: rows of `matches`, and beside its
/// columns `played_seconds`, the seconds in play that measures per minute are made of.
public final class Scope {

    /// SQL of a season's name: the last step of its path without the ending.
    public static final String SEASON = "regexp_replace(season_id, '^.*/|[.]json$', '', 'g')";

    private static final Pattern WORD_BREAK = Pattern.compile("\\W+");

    private static final List<String> FACTS =
            Tables.MATCH_FACTS.columns().stream().map(Column::name).toList();

    /// What `matches` has beside the facts, for which it looks into the metadata. Not `gamertag`: statements that
    /// name it mean that of other people, and would join the names of everything for the player's own.
    private static final List<String> LOOKED_UP =
            List.of("map_name", "mode_name", "playlist_name", "category_name", "is_ranked");

    /// The facts alone, for statements that need none of these: a fraction of the work.
    private static final String FACTS_ALONE = "(SELECT *, " + Opposition.IS_PVE + " AS is_pve FROM match_facts)";

    private static final String EVERY_COLUMN = "*";

    private final Filter filter;
    private final Viewpoint viewpoint;
    private final List<String> conditions = new ArrayList<>();
    private final List<@Nullable Object> parameters = new ArrayList<>();

    private Scope(Filter filter, Viewpoint viewpoint) {
        this.filter = filter;
        this.viewpoint = viewpoint;
    }

    /// The scope of a filter.
    public static Scope of(Filter filter, Viewpoint viewpoint) {
        Scope scope = new Scope(filter, viewpoint);
        scope.collect();
        return scope;
    }

    /// The filter it is made of.
    public Filter filter() {
        return filter;
    }

    /// From where the matches are looked at.
    public Viewpoint viewpoint() {
        return viewpoint;
    }

    /// The same viewpoint on other matches.
    public Scope with(Filter other) {
        return of(other, viewpoint);
    }

    /// A statement over `scope`, which has every column of `matches`, whether the statement names it or not.
    ///
    /// @param sql what follows the scope: `SELECT …`, or `, name AS (…) SELECT …`
    /// @param more the values of its parameters
    public Query query(String sql, @Nullable Object... more) {
        return overRows(EVERY_COLUMN, "matches", sql, more);
    }

    /// A statement over a `scope` of `match_id`, `played_seconds` and those columns alone that the statement
    /// names somewhere, in upper or lower case, quoted or not. In it `*` is all of these and not all that
    /// `matches` has. It has no `gamertag`, which is the same in every row.
    ///
    /// What nobody names is not read, and names of maps, modes and so on are looked up only where one is
    /// named, so that a statement about a few facts takes a fraction of the time that [#query] does.
    ///
    /// @param sql what follows the scope: `SELECT …`, or `, name AS (…) SELECT …`
    /// @param more the values of its parameters
    public Query queryOfNamedColumns(String sql, @Nullable Object... more) {
        Set<String> selected = words(sql);
        Set<String> read = words(where());
        read.addAll(selected);
        boolean isOfFactsAlone = Collections.disjoint(LOOKED_UP, read);
        return overRows(columns(selected), isOfFactsAlone ? FACTS_ALONE : "matches", sql, more);
    }

    /// The same, for a statement to whose answer no other player's rows of `match_facts`, `matches` and `medal_awards`
    /// make a difference. They may be missing then: only the player's files are read.
    ///
    /// @param sql what follows the scope: `SELECT …`, or `, name AS (…) SELECT …`
    /// @param more the values of its parameters
    public Query queryOfPlayer(String sql, @Nullable Object... more) {
        return queryOfNamedColumns(sql, more).ofPlayer(filter.player());
    }

    private Query overRows(String columns, String source, String sql, @Nullable Object... more) {
        List<@Nullable Object> values = new ArrayList<>(parameters);
        values.addAll(Arrays.asList(more));
        String scope = "WITH scope AS (SELECT " + columns + ", " + Figures.GROUND + "\n  FROM " + source
                + " AS matches WHERE " + where() + ")\n";
        return new Query(scope + sql, values);
    }

    private String where() {
        return String.join("\n  AND ", conditions);
    }

    /// The columns of `matches` among some words.
    private static String columns(Set<String> words) {
        return Stream.of(FACTS, LOOKED_UP, List.of("is_pve"))
                .flatMap(List::stream)
                .filter(name -> name.equals("match_id") || words.contains(name))
                .collect(Collectors.joining(", "));
    }

    /// What may be names of columns, in lower case: SQL does not tell cases apart, in quotes neither.
    private static Set<String> words(String sql) {
        return new HashSet<>(List.of(WORD_BREAK.split(sql.toLowerCase(Locale.ROOT), -1)));
    }

    private void collect() {
        require("xuid = ?", filter.player().text());
        require("start_time >= ?", filter.from());
        require("start_time < ?", filter.until());
        requireName("playlist_id", "playlist_name", filter.playlist());
        requireName("map_id", "map_name", filter.map());
        requireName("game_variant_id", "mode_name", filter.mode());
        if (filter.category() != null) {
            conditions.add(sameName("category_name"));
            parameters.add(filter.category());
        }
        if (filter.season() != null) {
            conditions.add("lower(?) IN (lower(season_id), lower(" + SEASON + "))");
            parameters.add(filter.season());
        }
        conditions.add(filter.competition().condition());
        conditions.add(filter.opposition().condition());
        require(
                "outcome = ?",
                filter.outcome() == null ? null : filter.outcome().code());
        require("session_id = ?", filter.session());
        requireCompany(filter.teamMate(), Companionship.SAME_TEAM);
        requireCompany(filter.opponent(), Companionship.OTHER_TEAM);
    }

    private void require(String condition, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            parameters.add(value);
        }
    }

    private void requireName(String id, String name, @Nullable String wanted) {
        if (wanted != null) {
            conditions.add("(" + id + " = ? OR " + sameName(name) + ")");
            parameters.add(wanted.toLowerCase(Locale.ROOT));
            parameters.add(wanted);
        }
    }

    private static String sameName(String column) {
        return "lower(strip_accents(" + column + ")) = lower(strip_accents(?))";
    }

    private void requireCompany(@Nullable Xuid other, String companionship) {
        if (other != null) {
            conditions.add("""
                    EXISTS (SELECT 1 FROM match_participants AS p
                        WHERE p.match_id = matches.match_id AND p.xuid = ? AND p.xuid <> matches.xuid AND %s)""".formatted(companionship.formatted("matches")));
            parameters.add(other.text());
        }
    }
}
