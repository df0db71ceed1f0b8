-- From format version 1 to 2. A stored match may have lost its document; the rules of derived columns are recorded.
-- Until now they were the standard ones.

UPDATE warehouse SET value = '2' WHERE key = 'format_version';

INSERT INTO warehouse (key, value) VALUES ('session_gap_seconds', '7200'), ('score_weights', '30 25 15 20 10');

-- By this a backup of the warehouse is recognised.
INSERT INTO warehouse (key, value) VALUES ('warehouse_id', lower(hex(randomblob(16))));

-- content_sha256 is null when the document was damaged beyond repair and only the other rows of the match are left.
CREATE TABLE match_ledger_2 (
    match_id       TEXT PRIMARY KEY,
    start_time     TEXT NOT NULL,
    content_sha256 TEXT,
    commit_id      INTEGER NOT NULL REFERENCES commits (commit_id)
) STRICT, WITHOUT ROWID;

INSERT INTO match_ledger_2 SELECT match_id, start_time, content_sha256, commit_id FROM match_ledger;
DROP TABLE match_ledger;
ALTER TABLE match_ledger_2 RENAME TO match_ledger;
CREATE INDEX match_ledger_by_start_time ON match_ledger (start_time);
