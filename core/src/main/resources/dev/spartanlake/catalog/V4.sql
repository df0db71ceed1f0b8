-- From format version 3 to 4. A match may have skill data and highlight events beside its document; what was asked for
-- and does not exist is remembered; ranks and service records are kept as they were at several moments.

UPDATE warehouse SET value = '4' WHERE key = 'format_version';

-- skill_sha256 is the content in skill_documents, film_sha256 that of the chunk highlight_events were read from and
-- film_version the major version as which it was read; null where there is none.
ALTER TABLE match_ledger ADD COLUMN skill_sha256 TEXT;
ALTER TABLE match_ledger ADD COLUMN film_sha256 TEXT;
ALTER TABLE match_ledger ADD COLUMN film_version INTEGER;

-- How many matches the API said a player has, when it was last asked; how many of them it does not give, as far as the
-- whole history was looked at (negative where more are stored than it counts, null before it was looked at); and when a
-- sync last ended, of which sync_status and error_message tell.
ALTER TABLE sync_meta ADD COLUMN reported_matches INTEGER;
ALTER TABLE sync_meta ADD COLUMN unobtainable_matches INTEGER;
ALTER TABLE sync_meta ADD COLUMN synced_at TEXT;

-- What the API has not. subject is a match for 'match', 'skill' and 'film', a player for 'player', a playlist for
-- 'playlist_config', and an asset and its version, with a slash between, for the kinds of assets.
CREATE TABLE absences (
    what     TEXT NOT NULL CHECK (what IN ('match', 'skill', 'film', 'player', 'playlist_config', 'map', 'playlist',
        'map_mode_pair', 'game_variant')),
    subject  TEXT NOT NULL,
    noted_at TEXT NOT NULL,
    reason   TEXT NOT NULL,
    PRIMARY KEY (what, subject)
) STRICT, WITHOUT ROWID;

-- What the API said of a player at some moment. A row is only added when it says something else than before; document
-- is the JSON text.
CREATE TABLE service_records (
    xuid                TEXT NOT NULL,
    obtained_at         TEXT NOT NULL,
    matches_completed   INTEGER,
    wins                INTEGER,
    losses              INTEGER,
    ties                INTEGER,
    time_played_seconds REAL,
    document            TEXT NOT NULL,
    PRIMARY KEY (xuid, obtained_at)
) STRICT, WITHOUT ROWID;

-- csr is null in placement; season_max and all_time_max likewise.
CREATE TABLE playlist_csrs (
    xuid         TEXT NOT NULL,
    playlist_id  TEXT NOT NULL,
    obtained_at  TEXT NOT NULL,
    csr          INTEGER,
    tier         TEXT,
    sub_tier     INTEGER,
    season_max   INTEGER,
    all_time_max INTEGER,
    document     TEXT NOT NULL,
    PRIMARY KEY (xuid, playlist_id, obtained_at)
) STRICT, WITHOUT ROWID;

-- rank is that of the ranks that are completed, 0 to 272; partial_progress the points on the way to the next.
CREATE TABLE career_ranks (
    xuid             TEXT NOT NULL,
    obtained_at      TEXT NOT NULL,
    rank             INTEGER,
    partial_progress INTEGER,
    document         TEXT NOT NULL,
    PRIMARY KEY (xuid, obtained_at)
) STRICT, WITHOUT ROWID;
