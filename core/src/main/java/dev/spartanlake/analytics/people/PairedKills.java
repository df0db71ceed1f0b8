package dev.spartanlake.analytics.people;

/// Who killed a player and whom the player killed, as SQL: the pairs of [dev.spartanlake.film.KillPairs] in which the
/// player is one of the two, for any number of matches.
///
/// Most kills and deaths have one other kill or death within a millisecond of them, and so no choice. Where there are
/// several, everything within a millisecond of them is looked at: first the kills and deaths of one moment, then what
/// is left of the kills of a moment with what is left of the deaths a millisecond later. Each time one kill after the
/// other takes the first death of another team that is left. No kill and no death is in two of the groups of one round,
/// so that what happens further away makes no difference.
///
/// Kills and deaths are told by their raw values, which are compared faster than what events are called.
final class PairedKills {

    /// Of a row with the lists `kills` and `deaths`, both in the order of the film: for each kill the place of
    /// the death that it takes, from 1; null where none is left.
    private static final String TAKEN = """
            list_reduce(list_transform(kills, lambda kill: [CAST(kill.team AS BIGINT)]),
                lambda taken, team: list_append(taken, list_filter(range(1, len(deaths) + 1),
                    lambda death: deaths[death].team <> team[1] AND NOT list_contains(taken, death))[1]),
                CAST([] AS BIGINT[]))""";

    /// The pairs of those of a table's kills and deaths that are in one group.
    private static final String ROUND = """
            SELECT match_id, kill.index AS kill, kill.xuid AS killer, death.index AS death, death.xuid AS victim FROM (
                SELECT match_id, kill, deaths[place] AS death FROM (
                    SELECT match_id, deaths, unnest(kills) AS kill, unnest(%s) AS place
                    FROM (SELECT match_id, list(event ORDER BY event.index) FILTER (is_kill) AS kills,
                            list(event ORDER BY event.index) FILTER (NOT is_kill) AS deaths
                        FROM (SELECT *, {'index': event_index, 'team': team_id, 'xuid': xuid} AS event FROM %%s)
                        GROUP BY match_id, %%s HAVING bool_or(is_kill) AND NOT bool_and(is_kill)))
                WHERE place IS NOT NULL)""".formatted(TAKEN);

    /// Tables that follow a table `f` with the matches' `match_id`, and end in `fought`: a row for each kill that the
    /// player did or died by, with `match_id`, `rival`, the other's identifier, and `is_kill`, whether it was the
    /// player who killed. [#PARAMETERS] parameters, all the player.
    static final String TABLES = """
            , mine AS MATERIALIZED (
                SELECT match_id, event_index, time_ms, team_id, code = 0 AS is_kill FROM highlight_events
                WHERE xuid = ? AND flag = 0 AND code <= 1 AND match_id IN (SELECT match_id FROM f))
            , near AS MATERIALIZED (
                SELECT m.match_id, m.event_index, any_value(m.time_ms) AS time_ms, any_value(m.is_kill) AS is_kill,
                    count(*) AS others, any_value(o.xuid) AS rival,
                    any_value((o.code = 0) <> m.is_kill AND o.team_id <> m.team_id
                        AND CASE WHEN m.is_kill THEN m.dt ELSE -m.dt END IN (0, 1)) AS is_pair
                FROM (SELECT *, unnest([-1, 0, 1]) AS dt FROM mine) AS m
                JOIN highlight_events AS o ON o.match_id = m.match_id AND o.time_ms = m.time_ms + m.dt
                WHERE o.flag = 0 AND o.code <= 1 AND o.event_index <> m.event_index
                GROUP BY m.match_id, m.event_index)
            , crowd AS MATERIALIZED (
                SELECT match_id, event_index, time_ms, team_id, xuid, code = 0 AS is_kill
                FROM highlight_events
                JOIN (SELECT DISTINCT match_id, time_ms + unnest([-1, 0, 1]) AS time_ms FROM near WHERE others > 1)
                    USING (match_id, time_ms)
                WHERE flag = 0 AND code <= 1)
            , at_once AS MATERIALIZED (%s)
            , rest AS (
                SELECT *, CASE WHEN is_kill THEN time_ms ELSE time_ms - 1 END AS moment
                FROM crowd AS c ANTI JOIN at_once AS p ON p.match_id = c.match_id
                    AND c.event_index = CASE WHEN c.is_kill THEN p.kill ELSE p.death END)
            , chosen AS (SELECT * FROM at_once UNION ALL %s)
            , fought AS (
                SELECT * FROM (
                    SELECT match_id, rival, is_kill FROM near WHERE others = 1 AND is_pair
                    UNION ALL
                    SELECT match_id, CASE WHEN killer = ? THEN victim ELSE killer END AS rival, killer = ? AS is_kill
                    FROM chosen WHERE ? IN (killer, victim))
                WHERE rival <> ?)""".formatted(ROUND.formatted("crowd", "time_ms"), ROUND.formatted("rest", "moment"));

    /// How many parameters the tables have.
    static final int PARAMETERS = 5;

    private PairedKills() {}
}
