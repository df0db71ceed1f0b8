-- From format version 2 to 3. The ledger says when a content was obtained, also after it went from one warehouse into
-- another. Until now that was when it was committed.

UPDATE warehouse SET value = '3' WHERE key = 'format_version';

CREATE TABLE match_ledger_3 (
    match_id       TEXT PRIMARY KEY,
    start_time     TEXT NOT NULL,
    content_sha256 TEXT,
    obtained_at    TEXT NOT NULL,
    commit_id      INTEGER NOT NULL REFERENCES commits (commit_id)
) STRICT, WITHOUT ROWID;

INSERT INTO match_ledger_3
    SELECT match_id, start_time, content_sha256, committed_at, commit_id FROM match_ledger JOIN commits USING (commit_id);
DROP TABLE match_ledger;
ALTER TABLE match_ledger_3 RENAME TO match_ledger;
CREATE INDEX match_ledger_by_start_time ON match_ledger (start_time);
