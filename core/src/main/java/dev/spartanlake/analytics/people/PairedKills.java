package dev.spartanlake.analytics.people;

/// Who killed a player and whom the player killed, as SQL: the pairs of [dev.spartanlake.film.KillPairs] in which the
/// player is one of the two, for any number of matches.
///
/// Most kills and deaths have one other kill or death within a millisecond of them, and so no choice. Where there are
/// several, who is paired with whom depends on the order of the film, and on others: these moments, as far as a
/// millisecond leads to the next, are gone through kill by kill, each taking the death that comes soonest, of several
/// the first, among those that are left.
final class PairedKills {

    /// Tables that follow a table `f` with the matches' `match_id`, and end in `fought`: a row for each kill that the
    /// player did or died by, with `match_id`, `rival`, the other's identifier, and `is_kill`, whether it was the
    /// player who killed. Two parameters, both the player.
    static final String TABLES = """
            , mine AS MATERIALIZED (
                SELECT match_id, event_index, time_ms, team_id, event = 'kill' AS is_kill FROM highlight_events
                WHERE xuid = ? AND event IN ('kill', 'death') AND match_id IN (SELECT match_id FROM f))
            , near AS MATERIALIZED (
                SELECT m.match_id, m.event_index, any_value(m.is_kill) AS is_kill, count(*) AS others,
                    any_value(o.xuid) AS rival,
                    any_value((o.event = 'kill') <> m.is_kill AND o.team_id <> m.team_id
                        AND CASE WHEN m.is_kill THEN m.dt ELSE -m.dt END IN (0, 1)) AS is_pair
                FROM (SELECT *, unnest([-1, 0, 1]) AS dt FROM mine) AS m
                JOIN highlight_events AS o ON o.match_id = m.match_id AND o.time_ms = m.time_ms + m.dt
                WHERE o.event IN ('kill', 'death') AND o.event_index <> m.event_index
                GROUP BY m.match_id, m.event_index)
            , crowd AS (
                SELECT match_id, event_index, time_ms, team_id, xuid, event = 'kill' AS is_kill FROM highlight_events
                WHERE event IN ('kill', 'death') AND match_id IN (SELECT match_id FROM near WHERE others > 1))
            , moment AS MATERIALIZED (
                SELECT *, count_if(begins) OVER (PARTITION BY match_id ORDER BY event_index) AS moment
                FROM (SELECT *, coalesce(time_ms - lag(time_ms) OVER (PARTITION BY match_id ORDER BY event_index) > 1, true)
                        AS begins
                    FROM crowd))
            , contested AS MATERIALIZED (
                SELECT * FROM moment WHERE (match_id, moment) IN (
                    SELECT (match_id, moment) FROM moment JOIN near USING (match_id, event_index) WHERE others > 1))
            , kill AS MATERIALIZED (
                SELECT *, row_number() OVER (PARTITION BY match_id, moment ORDER BY event_index) AS n
                FROM contested WHERE is_kill)
            , candidate AS MATERIALIZED (
                SELECT k.match_id, k.moment, k.n, d.event_index AS death, d.time_ms - k.time_ms AS later
                FROM kill AS k JOIN contested AS d USING (match_id, moment)
                WHERE NOT d.is_kill AND d.team_id <> k.team_id AND d.time_ms - k.time_ms IN (0, 1))
            , choice AS (
                WITH RECURSIVE chosen AS (
                    SELECT DISTINCT match_id, moment, CAST(0 AS BIGINT) AS n, CAST([] AS INTEGER[]) AS deaths FROM kill
                    UNION ALL
                    SELECT s.match_id, s.moment, s.n + 1,
                        list_append(any_value(s.deaths), min_by(c.death, (c.later, c.death)))
                    FROM chosen AS s JOIN kill AS k ON k.match_id = s.match_id AND k.moment = s.moment AND k.n = s.n + 1
                    LEFT JOIN candidate AS c ON c.match_id = k.match_id AND c.moment = k.moment AND c.n = k.n
                        AND NOT list_contains(s.deaths, c.death)
                    GROUP BY s.match_id, s.moment, s.n)
                SELECT match_id, moment, n, deaths[n] AS death FROM chosen WHERE n > 0 AND deaths[n] IS NOT NULL)
            , chosen_pair AS (
                SELECT k.match_id, k.event_index AS kill, k.xuid AS killer, d.event_index AS death, d.xuid AS victim
                FROM choice AS c JOIN kill AS k USING (match_id, moment, n)
                JOIN contested AS d ON d.match_id = c.match_id AND d.event_index = c.death)
            , fought AS (
                SELECT * FROM (
                    SELECT match_id, rival, is_kill FROM near WHERE others = 1 AND is_pair
                    UNION ALL
                    SELECT c.match_id, CASE WHEN n.is_kill THEN c.victim ELSE c.killer END AS rival, n.is_kill
                    FROM chosen_pair AS c JOIN near AS n ON n.match_id = c.match_id AND n.others > 1
                        AND n.event_index = CASE WHEN n.is_kill THEN c.kill ELSE c.death END)
                WHERE rival <> ?)""";

    private PairedKills() {}
}
