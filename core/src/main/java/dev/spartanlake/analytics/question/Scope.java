package dev.spartanlake.analytics.question;

import dev.spartanlake.analytics.measure.Figures;
import dev.spartanlake.fact.Tables;
import dev.spartanlake.match.Xuid;
import dev.spartanlake.query.Query;
import dev.spartanlake.schema.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The matches that a filter leaves, as the table `scope` of a statement: rows of `matches`.
public final class Scope {

    /// SQL of a season's name: the last step of its path without the ending.
    public static final String SEASON = "regexp_replace(season_id, '^.*/|[.]json$', '', 'g')";

    private static final Pattern WORD_BREAK = Pattern.compile("\\W+");

    /// Every column of `matches`.
    private static final List<String> COLUMNS = Stream.concat(
                    Tables.MATCH_FACTS.columns().stream().map(Column::name),
                    Stream.of(
                            "gamertag",
                            "map_name",
                            "mode_name",
                            "playlist_name",
                            "category_name",
                            "is_ranked",
                            "is_pve"))
            .toList();

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

    /// A statement over `scope`.
    ///
    /// @param sql what follows the scope: `SELECT …`, or `, name AS (…) SELECT …`
    /// @param more the values of its parameters
    public Query query(String sql, @Nullable Object... more) {
        List<@Nullable Object> values = new ArrayList<>(parameters);
        values.addAll(Arrays.asList(more));
        String where = String.join("\n  AND ", conditions);
        String scope = "WITH scope AS (SELECT " + columns(sql) + ", " + Figures.GROUND + "\n  FROM matches WHERE "
                + where + ")\n";
        return new Query(scope + sql, values);
    }

    /// The columns of `matches` that a text names: what nobody names need not be read.
    private static String columns(String sql) {
        Set<String> words = new HashSet<>(List.of(WORD_BREAK.split(sql, -1)));
        return COLUMNS.stream()
                .filter(name -> name.equals("match_id") || words.contains(name))
                .collect(Collectors.joining(", "));
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
