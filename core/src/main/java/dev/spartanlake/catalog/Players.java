package dev.spartanlake.catalog;

import dev.spartanlake.match.Xuid;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The players whose careers are kept or whose names are known, and their friends.
public final class Players {

    private final Database database;

    Players(Database database) {
        this.database = database;
    }

    /// All players, by identifier.
    public List<Player> all() {
        return database.query(
                "SELECT xuid, gamertag, tracked, last_seen_at FROM players ORDER BY length(xuid), xuid",
                Players::player);
    }

    /// The players whose careers are kept.
    public Set<Xuid> tracked() {
        return database
                .query("SELECT xuid FROM players WHERE tracked = 1", row -> Xuid.parse(row.getString(1)))
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    /// The player of an identifier; empty when nothing is known.
    public Optional<Player> find(Xuid xuid) {
        return database.first(
                "SELECT xuid, gamertag, tracked, last_seen_at FROM players WHERE xuid = ?",
                Players::player,
                xuid.text());
    }

    /// Keeps these players' careers from now on.
    public void track(Collection<Xuid> players) {
        database.updateAll(
                "INSERT INTO players (xuid, tracked) VALUES (?, 1) ON CONFLICT (xuid) DO UPDATE SET tracked = 1",
                players.stream()
                        .map(xuid -> Database.Parameters.of(xuid.text()))
                        .toList());
    }

    /// Keeps these players' careers no more.
    public void untrack(Collection<Xuid> players) {
        database.updateAll(
                "UPDATE players SET tracked = 0 WHERE xuid = ?",
                players.stream()
                        .map(xuid -> Database.Parameters.of(xuid.text()))
                        .toList());
    }

    /// Names a player; other facts about the player stay.
    public void name(Xuid xuid, String gamertag) {
        database.update(
                "INSERT INTO players (xuid, gamertag) VALUES (?, ?) ON CONFLICT (xuid) DO UPDATE SET gamertag = excluded.gamertag",
                xuid.text(),
                gamertag);
    }

    /// Names players who have no name yet, such as from a film or an old database.
    public void nameUnnamed(Map<Xuid, String> gamertags) {
        database.updateAll(
                """
                INSERT INTO players (xuid, gamertag) VALUES (?, ?)
                ON CONFLICT (xuid) DO UPDATE SET gamertag = excluded.gamertag WHERE gamertag IS NULL
                """,
                gamertags.entrySet().stream()
                        .map(name -> Database.Parameters.of(name.getKey().text(), name.getValue()))
                        .toList());
    }

    /// Records the start of a player's latest stored match.
    ///
    /// @param lastSeenAt the start; null because no match is stored
    public void seen(Xuid xuid, @Nullable Instant lastSeenAt) {
        database.update(
                "UPDATE players SET last_seen_at = ? WHERE xuid = ?", SqlTime.formatNullable(lastSeenAt), xuid.text());
    }

    /// Forgets a player: name, or that there is none, friends, what the API said of ranks and records, how far the
    /// history was brought in, and that the career was kept.
    ///
    /// @return whether anything was known
    public boolean forget(Xuid xuid) {
        int players = database.update("DELETE FROM players WHERE xuid = ?", xuid.text());
        int friends = database.update("DELETE FROM friends WHERE owner_xuid = ?1 OR friend_xuid = ?1", xuid.text());
        int syncs = database.update("DELETE FROM sync_meta WHERE xuid = ?", xuid.text());
        boolean hadAbsence = new Absences(database).forget(xuid);
        boolean hadSnapshots = new Snapshots(database).forget(xuid);
        return hadAbsence || hadSnapshots || players + friends + syncs > 0;
    }

    /// The friends of a player, by identifier. One who was given no name has the name of the player.
    public List<Friend> friends(Xuid owner) {
        return database.query(
                """
                SELECT friend_xuid, coalesce(friend_gamertag, gamertag), nickname
                FROM friends LEFT JOIN players ON players.xuid = friend_xuid
                WHERE owner_xuid = ? ORDER BY length(friend_xuid), friend_xuid
                """, row -> new Friend(Xuid.parse(row.getString(1)), row.getString(2), row.getString(3)), owner.text());
    }

    /// Adds a friend, or adds to what is known about one.
    public void befriend(Xuid owner, Friend friend) {
        database.update("""
                INSERT INTO friends (owner_xuid, friend_xuid, friend_gamertag, nickname) VALUES (?, ?, ?, ?)
                ON CONFLICT (owner_xuid, friend_xuid) DO UPDATE SET
                    friend_gamertag = coalesce(excluded.friend_gamertag, friend_gamertag),
                    nickname = coalesce(excluded.nickname, nickname)
                """, owner.text(), friend.xuid().text(), friend.gamertag(), friend.nickname());
    }

    /// Removes a friend.
    ///
    /// @return whether there was such a friend
    public boolean unfriend(Xuid owner, Xuid friend) {
        return database.update(
                        "DELETE FROM friends WHERE owner_xuid = ? AND friend_xuid = ?", owner.text(), friend.text())
                > 0;
    }

    private static Player player(ResultSet row) throws SQLException {
        return new Player(
                Xuid.parse(row.getString(1)),
                row.getString(2),
                row.getInt(3) == 1 ? Tracking.TRACKED : Tracking.UNTRACKED,
                SqlTime.parseNullable(row.getString(4)));
    }

    /// Whether a player's career is kept.
    public enum Tracking {
        /// Every match of the player becomes a row of facts.
        TRACKED,
        /// The player is known by name only.
        UNTRACKED
    }

    /// What is known about a player.
    ///
    /// @param xuid the player
    /// @param gamertag the name; null when not known
    /// @param tracking whether the career is kept
    /// @param lastSeenAt the start of the latest stored match; null without any
    public record Player(
            Xuid xuid,
            @Nullable String gamertag,
            Tracking tracking,
            @Nullable Instant lastSeenAt) {}

    /// A friend of a player.
    ///
    /// @param xuid the friend
    /// @param gamertag the friend's name; null when not given
    /// @param nickname what the player calls the friend; null when not given
    public record Friend(
            Xuid xuid, @Nullable String gamertag, @Nullable String nickname) {}
}
