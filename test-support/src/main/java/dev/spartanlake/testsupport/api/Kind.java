package dev.spartanlake.testsupport.api;

/// What a request asks for.
public enum Kind {
    /// Where a person signs in with a browser.
    AUTHORIZE,
    /// Tokens of Microsoft, for a code or a refresh token.
    OAUTH_TOKEN,
    /// The user token of Xbox.
    USER_TOKEN,
    /// An XSTS token.
    XSTS_TOKEN,
    /// The Spartan token.
    SPARTAN_TOKEN,
    /// The clearance.
    CLEARANCE,
    /// A page of a match history.
    HISTORY,
    /// How many matches somebody has.
    MATCH_COUNT,
    /// A match document.
    STATS,
    /// The skill of a match.
    SKILL,
    /// The ranks of players in a playlist.
    PLAYLIST_CSR,
    /// A service record.
    SERVICE_RECORD,
    /// Names.
    USERS,
    /// An asset.
    ASSET,
    /// The manifest of a film.
    FILM_MANIFEST,
    /// A chunk of a film.
    FILM_CHUNK,
    /// The configuration of a playlist.
    PLAYLIST_CONFIG,
    /// Where somebody is in the career rank.
    CAREER_RANK,
    /// The ranks of the career rank.
    CAREER_TRACK,
    /// A calendar of seasons.
    CALENDAR,
    /// The metadata of medals.
    MEDALS,
    /// Nothing that is known here.
    OTHER
}
