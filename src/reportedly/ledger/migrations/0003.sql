-- What corroboration found over the whole ledger, kept so that a page need not find it again. All of it is derived:
-- `reportedly corroborate` makes it anew.

CREATE TABLE stories (
  number      INTEGER PRIMARY KEY,
  id          TEXT NOT NULL UNIQUE,     -- "s" with the id of the claim that was taken in first
  type        TEXT,
  act         TEXT,
  title       TEXT NOT NULL,
  status      TEXT NOT NULL,
  certainty   TEXT NOT NULL,
  polarity    TEXT NOT NULL,
  origins     INTEGER NOT NULL,         -- independent ones
  articles    INTEGER NOT NULL,
  claims      INTEGER NOT NULL,
  first_at    TEXT,                     -- when it was first told
  changed_at  TEXT,                     -- when its status last changed
  last_at     TEXT,                     -- when it was last told
  earliest    TEXT,
  latest      TEXT,
  denied      INTEGER NOT NULL,         -- somebody says that it is not so
  disputed    INTEGER NOT NULL,
  body        BLOB NOT NULL             -- the event's JSON, compressed with zlib
) STRICT;
CREATE INDEX stories_by_change ON stories (changed_at DESC, number DESC);
CREATE INDEX stories_by_last ON stories (last_at DESC, number DESC);
CREATE INDEX stories_by_origins ON stories (origins DESC, changed_at DESC, number DESC);

CREATE TABLE tellings (                 -- which claim tells which story
  claim INTEGER PRIMARY KEY REFERENCES claims (number) ON DELETE CASCADE,
  story INTEGER NOT NULL REFERENCES stories (number) ON DELETE CASCADE
) STRICT;
CREATE INDEX tellings_by_story ON tellings (story);

CREATE TABLE debts (                    -- whom an article copied, and which origin it has
  article INTEGER PRIMARY KEY REFERENCES articles (number),
  origin  TEXT NOT NULL,
  body    BLOB NOT NULL                 -- the article's JSON in the stories format, compressed
) STRICT, WITHOUT ROWID;
CREATE INDEX debts_by_origin ON debts (origin);

CREATE TABLE origins (
  id       TEXT PRIMARY KEY,            -- "o" with the id of the article that was taken in first
  kind     TEXT NOT NULL,
  label    TEXT NOT NULL,
  articles INTEGER NOT NULL,
  body     BLOB NOT NULL                -- the origin's JSON, compressed
) STRICT, WITHOUT ROWID;

CREATE TABLE drifts (
  number INTEGER PRIMARY KEY,
  story  INTEGER REFERENCES stories (number) ON DELETE CASCADE,
  change REAL NOT NULL,
  body   TEXT NOT NULL                  -- JSON
) STRICT;
CREATE INDEX drifts_by_story ON drifts (story);

CREATE TABLE corroborations (           -- what was known when stories were last made
  number     INTEGER PRIMARY KEY,
  at         TEXT NOT NULL,
  articles   INTEGER NOT NULL,
  reading    INTEGER NOT NULL,          -- the newest one
  judgement  INTEGER NOT NULL           -- the newest one
) STRICT;
