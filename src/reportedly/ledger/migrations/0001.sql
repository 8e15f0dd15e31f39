-- The ledger, first form. docs/ledger.md describes every table.
-- Times are ISO 8601 in UTC. What is derived (claims, parties, voices, amounts, words, evidences) can be made again from readings.

CREATE TABLE articles (
  number     INTEGER PRIMARY KEY,
  id         TEXT NOT NULL UNIQUE,      -- never changes
  identity   TEXT NOT NULL UNIQUE,      -- what makes it the same article: its address, else its words and outlet
  given      TEXT,                      -- the id that it came with
  outlet     TEXT,
  headline   TEXT,
  published  TEXT,                      -- of the newest version; what lists are ordered by
  language   TEXT,
  first_seen TEXT NOT NULL,
  version    INTEGER REFERENCES versions (number) DEFERRABLE INITIALLY DEFERRED  -- the newest
) STRICT;
CREATE INDEX articles_by_time ON articles (published DESC, number DESC);
CREATE INDEX articles_by_outlet ON articles (outlet COLLATE NOCASE);
CREATE INDEX articles_by_version ON articles (version);
CREATE INDEX articles_by_given ON articles (given);

CREATE TABLE addresses (
  address TEXT PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES articles (number)
) STRICT, WITHOUT ROWID;

CREATE TABLE versions (
  number    INTEGER PRIMARY KEY,
  article   INTEGER NOT NULL REFERENCES articles (number),
  ordinal   INTEGER NOT NULL,           -- 1 for the first
  sha256    TEXT NOT NULL,              -- of title, NUL, text
  title     TEXT,
  text      TEXT NOT NULL,
  url       TEXT,
  outlet    TEXT,
  byline    TEXT,
  language  TEXT,                       -- as it came; readings tell what was found
  published TEXT,
  modified  TEXT,
  extra     TEXT NOT NULL,              -- JSON
  source    TEXT NOT NULL,              -- where it was taken from
  added_at  TEXT NOT NULL,
  UNIQUE (article, ordinal)
) STRICT;
CREATE INDEX versions_by_words ON versions (sha256);

CREATE TABLE readers (
  number INTEGER PRIMARY KEY,
  name   TEXT NOT NULL UNIQUE           -- program version and fingerprint of its lexicons and pipelines
) STRICT;

CREATE TABLE readings (
  number  INTEGER PRIMARY KEY,
  version INTEGER NOT NULL REFERENCES versions (number),
  reader  INTEGER NOT NULL REFERENCES readers (number),
  read_at TEXT NOT NULL,
  body    BLOB NOT NULL,                -- the reading's JSON without the text, compressed with zlib
  UNIQUE (version, reader)
) STRICT;

-- The claims of the live readings (those that have a type or an act): of each article's newest version, by the reader that read it last.
CREATE TABLE claims (
  number    INTEGER PRIMARY KEY,
  id        TEXT NOT NULL UNIQUE,       -- of the article, its words and the anchor's place: the same for every reader
  article   INTEGER NOT NULL REFERENCES articles (number),
  reading   INTEGER NOT NULL REFERENCES readings (number),
  local     TEXT NOT NULL,              -- the id within the reading
  event     TEXT NOT NULL,
  type      TEXT,
  plover    TEXT,
  mode      TEXT,
  act       TEXT,
  cameo     TEXT,
  anchor    TEXT NOT NULL,
  start     INTEGER NOT NULL,           -- code points
  "end"     INTEGER NOT NULL,
  evidence  TEXT NOT NULL,
  certainty TEXT NOT NULL,
  polarity  TEXT NOT NULL,
  tense     TEXT NOT NULL,
  status    TEXT NOT NULL,
  value     REAL NOT NULL,
  earliest  TEXT,
  latest    TEXT,
  published TEXT
) STRICT;
CREATE INDEX claims_by_article ON claims (article);
CREATE INDEX claims_by_event ON claims (event);
CREATE INDEX claims_by_type ON claims (type);
CREATE INDEX claims_by_act ON claims (act);
CREATE INDEX claims_by_status ON claims (status);
CREATE INDEX claims_by_certainty ON claims (certainty);

CREATE TABLE parties (
  claim   INTEGER NOT NULL REFERENCES claims (number) ON DELETE CASCADE,
  role    TEXT NOT NULL CHECK (role IN ('actor', 'recipient', 'object', 'location')),
  name    TEXT NOT NULL,
  folded  TEXT NOT NULL,                -- lower case, without accents and articles
  country TEXT,                         -- ISO 3166-1 alpha-3
  kind    TEXT,
  text    TEXT NOT NULL
) STRICT;
CREATE INDEX parties_by_claim ON parties (claim, role);
CREATE INDEX parties_by_name ON parties (folded, role, claim);
CREATE INDEX parties_by_country ON parties (country, role, claim);

CREATE TABLE voices (
  claim  INTEGER NOT NULL REFERENCES claims (number) ON DELETE CASCADE,
  hop    INTEGER NOT NULL,              -- 0 is nearest to the article
  name   TEXT NOT NULL,
  folded TEXT NOT NULL,
  named  INTEGER NOT NULL,
  role   TEXT NOT NULL
) STRICT;
CREATE INDEX voices_by_claim ON voices (claim, hop);
CREATE INDEX voices_by_name ON voices (folded, claim);

CREATE VIRTUAL TABLE words USING fts5 (
  title, text, content = 'versions', content_rowid = 'number', tokenize = "unicode61 remove_diacritics 2"
);
CREATE VIRTUAL TABLE evidences USING fts5 (
  evidence, content = 'claims', content_rowid = 'number', tokenize = "unicode61 remove_diacritics 2"
);

CREATE TABLE judgements (
  number  INTEGER PRIMARY KEY,
  verdict TEXT NOT NULL CHECK (verdict IN ('same', 'different', 'right', 'wrong', 'undo')),
  left    TEXT,                         -- a claim's id
  "right" TEXT,                         -- another's, for same and different
  undoes  INTEGER REFERENCES judgements (number),
  by      TEXT NOT NULL,
  at      TEXT NOT NULL,
  why     TEXT,
  seen    TEXT NOT NULL,                -- JSON: the claims as they were when judged
  CHECK ((verdict IN ('same', 'different')) = ("right" IS NOT NULL)),
  CHECK ((verdict = 'undo') = (undoes IS NOT NULL)),
  CHECK ((verdict = 'undo') = (left IS NULL))
) STRICT;
CREATE INDEX judgements_by_left ON judgements (left);
CREATE INDEX judgements_by_right ON judgements ("right");
CREATE UNIQUE INDEX judgements_undone ON judgements (undoes) WHERE undoes IS NOT NULL;
CREATE TRIGGER judgements_stay BEFORE UPDATE ON judgements BEGIN SELECT RAISE (ABORT, 'judgements are never changed'); END;
CREATE TRIGGER judgements_remain BEFORE DELETE ON judgements BEGIN SELECT RAISE (ABORT, 'judgements are never deleted'); END;

CREATE TABLE problems (
  number  INTEGER PRIMARY KEY,
  at      TEXT NOT NULL,
  stage   TEXT NOT NULL,                -- ingest, reader, feed ...
  source  TEXT NOT NULL,
  message TEXT NOT NULL,
  article INTEGER REFERENCES articles (number)
) STRICT;
CREATE UNIQUE INDEX problems_once ON problems (stage, source, message);
