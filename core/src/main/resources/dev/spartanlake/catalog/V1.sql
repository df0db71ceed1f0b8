-- The metadata database, format version 1. Moments are texts such as 2025-01-29T04:07:25.964000Z, always UTC with six
-- decimals, so that their order is that of the texts; their columns end in _at or _time. Truth values are 0 and 1.

CREATE TABLE warehouse (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO warehouse (key, value) VALUES ('format_version', '1');

CREATE TABLE players (
    xuid          TEXT PRIMARY KEY,
    gamertag      TEXT,
    service_tag   TEXT,
    emblem_path   TEXT,
    backdrop_path TEXT,
    career_rank   INTEGER,
    last_seen_at  TEXT,
    tracked       INTEGER NOT NULL DEFAULT 0 CHECK (tracked IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE INDEX players_by_gamertag ON players (gamertag COLLATE NOCASE);

-- The four kinds of assets. version_id is the one of the latest match played, last_played_at that match's start.
-- public_name and description are the API's, name_en and name_fr those of reference files.
CREATE TABLE playlists (
    asset_id       TEXT PRIMARY KEY,
    version_id     TEXT,
    public_name    TEXT,
    name_en        TEXT,
    name_fr        TEXT,
    description    TEXT,
    is_ranked      INTEGER CHECK (is_ranked IN (0, 1)),
    category       TEXT,
    last_played_at TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE maps (
    asset_id       TEXT PRIMARY KEY,
    version_id     TEXT,
    public_name    TEXT,
    name_en        TEXT,
    name_fr        TEXT,
    description    TEXT,
    thumbnail_path TEXT,
    last_played_at TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE game_variants (
    asset_id       TEXT PRIMARY KEY,
    version_id     TEXT,
    public_name    TEXT,
    name_en        TEXT,
    name_fr        TEXT,
    description    TEXT,
    category       INTEGER,
    last_played_at TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE map_mode_pairs (
    asset_id       TEXT PRIMARY KEY,
    version_id     TEXT,
    public_name    TEXT,
    name_en        TEXT,
    name_fr        TEXT,
    description    TEXT,
    last_played_at TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE game_modes (
    name_en  TEXT PRIMARY KEY,
    name_fr  TEXT NOT NULL,
    category TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE categories (
    name_en TEXT PRIMARY KEY,
    name_fr TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE game_variant_categories (
    category INTEGER PRIMARY KEY,
    name_en  TEXT NOT NULL,
    name_fr  TEXT NOT NULL
) STRICT;

CREATE TABLE medal_definitions (
    name_id        INTEGER PRIMARY KEY,
    name_en        TEXT,
    name_fr        TEXT,
    description_en TEXT,
    description_fr TEXT,
    difficulty     TEXT,
    type           TEXT,
    sprite_index   INTEGER,
    sorting_weight INTEGER,
    personal_score INTEGER
) STRICT;

CREATE TABLE medal_translations (
    name_id     INTEGER NOT NULL,
    locale      TEXT NOT NULL,
    name        TEXT,
    description TEXT,
    PRIMARY KEY (name_id, locale)
) STRICT, WITHOUT ROWID;

CREATE TABLE friends (
    owner_xuid      TEXT NOT NULL,
    friend_xuid     TEXT NOT NULL,
    friend_gamertag TEXT,
    nickname        TEXT,
    PRIMARY KEY (owner_xuid, friend_xuid)
) STRICT, WITHOUT ROWID;

CREATE TABLE sessions (
    session_id            TEXT PRIMARY KEY,
    xuid                  TEXT NOT NULL,
    start_time            TEXT NOT NULL,
    end_time              TEXT NOT NULL,
    match_count           INTEGER NOT NULL,
    wins                  INTEGER NOT NULL,
    losses                INTEGER NOT NULL,
    ties                  INTEGER NOT NULL,
    total_kills           INTEGER NOT NULL,
    total_deaths          INTEGER NOT NULL,
    total_assists         INTEGER NOT NULL,
    kd_ratio              REAL,
    win_rate              REAL,
    avg_kda               REAL,
    accuracy              REAL,
    performance_score     REAL,
    time_played_seconds   REAL NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX sessions_by_start_time ON sessions (xuid, start_time);

CREATE TABLE sync_meta (
    xuid          TEXT PRIMARY KEY,
    last_sync_at  TEXT,
    last_match_id TEXT,
    total_matches INTEGER NOT NULL DEFAULT 0,
    sync_status   TEXT NOT NULL DEFAULT 'never',
    error_message TEXT
) STRICT, WITHOUT ROWID;

-- One row per change of the warehouse; its number is the generation readers compare.
CREATE TABLE commits (
    commit_id    INTEGER PRIMARY KEY,
    committed_at TEXT NOT NULL,
    command      TEXT NOT NULL,
    inserted     INTEGER NOT NULL,
    updated      INTEGER NOT NULL,
    applied      INTEGER NOT NULL CHECK (applied IN (0, 1))
) STRICT;

-- The renames a commit still has to do. Without staged_path the target is to be deleted.
CREATE TABLE commit_files (
    commit_id   INTEGER NOT NULL REFERENCES commits (commit_id),
    target_path TEXT NOT NULL,
    staged_path TEXT,
    PRIMARY KEY (commit_id, target_path)
) STRICT, WITHOUT ROWID;

-- The files that are the truth, one per partition.
CREATE TABLE data_files (
    table_name     TEXT NOT NULL,
    path           TEXT NOT NULL UNIQUE,
    xuid           TEXT,
    year           INTEGER NOT NULL,
    month          INTEGER NOT NULL,
    row_count      INTEGER NOT NULL,
    size_bytes     INTEGER NOT NULL,
    min_start_time TEXT NOT NULL,
    max_start_time TEXT NOT NULL,
    sha256         TEXT NOT NULL,
    commit_id      INTEGER NOT NULL REFERENCES commits (commit_id),
    PRIMARY KEY (table_name, path)
) STRICT, WITHOUT ROWID;
CREATE INDEX data_files_by_player ON data_files (table_name, xuid, year, month);

-- Which content of which match is stored.
CREATE TABLE match_ledger (
    match_id       TEXT PRIMARY KEY,
    start_time     TEXT NOT NULL,
    content_sha256 TEXT NOT NULL,
    commit_id      INTEGER NOT NULL REFERENCES commits (commit_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX match_ledger_by_start_time ON match_ledger (start_time);

-- What a later content of the same match replaced; document is the JSON text compressed with zstd.
CREATE TABLE superseded_documents (
    match_id       TEXT NOT NULL,
    content_sha256 TEXT NOT NULL,
    replaced_by    INTEGER NOT NULL REFERENCES commits (commit_id),
    document       BLOB NOT NULL,
    PRIMARY KEY (match_id, content_sha256, replaced_by)
) STRICT;
