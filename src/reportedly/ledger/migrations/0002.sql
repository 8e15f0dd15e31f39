-- What `reportedly watch` remembers: feeds with their manners, saved searches, and what was told of which event.

CREATE TABLE feeds (
  number     INTEGER PRIMARY KEY,
  url        TEXT NOT NULL UNIQUE,
  title      TEXT,
  categories TEXT NOT NULL DEFAULT '[]', -- JSON; where there are any, only entries in one of them are taken
  etag       TEXT,
  modified   TEXT,
  next_at    TEXT,                       -- not before then
  failures   INTEGER NOT NULL DEFAULT 0, -- in a row
  gone       INTEGER NOT NULL DEFAULT 0  -- the host says that it is no more
) STRICT;

CREATE TABLE entries (                   -- what feeds have shown already, so that no page is fetched twice
  feed INTEGER NOT NULL REFERENCES feeds (number),
  mark TEXT NOT NULL,
  PRIMARY KEY (feed, mark)
) STRICT, WITHOUT ROWID;

CREATE TABLE rules (
  name   TEXT PRIMARY KEY,
  query  TEXT NOT NULL,
  notify TEXT NOT NULL DEFAULT '[]'      -- JSON: where to tell, as apprise names places
) STRICT, WITHOUT ROWID;

CREATE TABLE told (
  number  INTEGER PRIMARY KEY,
  rule    TEXT NOT NULL REFERENCES rules (name) ON DELETE CASCADE,
  claims  TEXT NOT NULL,                 -- JSON: the claims of the event when it was last looked at
  status  TEXT NOT NULL,
  origins INTEGER NOT NULL,
  denied  INTEGER NOT NULL,
  at      TEXT NOT NULL
) STRICT;
CREATE INDEX told_by_rule ON told (rule);
