-- Stories that grow with the ledger: which articles came or changed since they were last made, and what was found when
-- articles were compared, so that one article more is held against its neighbours alone. All but the first is derived:
-- `reportedly corroborate --anew` makes it anew.

CREATE TABLE unsettled (                -- articles that the stories do not know as they are now
  number  INTEGER PRIMARY KEY AUTOINCREMENT,
  article INTEGER NOT NULL
) STRICT;
CREATE TRIGGER readings_come AFTER INSERT ON readings BEGIN
  INSERT INTO unsettled (article) SELECT article FROM versions WHERE number = NEW.version;
END;
CREATE TRIGGER readings_change AFTER UPDATE OF body ON readings BEGIN
  INSERT INTO unsettled (article) SELECT article FROM versions WHERE number = NEW.version;
END;
CREATE TRIGGER articles_change AFTER UPDATE OF version, outlet, published ON articles BEGIN
  INSERT INTO unsettled (article) VALUES (NEW.number);
END;

ALTER TABLE drifts ADD COLUMN article TEXT; -- in which the certainty changed
CREATE INDEX drifts_by_article ON drifts (article);

CREATE TABLE tallies (                  -- what each article and each story adds to the register of tellers
  whose  INTEGER NOT NULL,              -- 0 an article's, 1 a story's
  number INTEGER NOT NULL,
  body   BLOB NOT NULL,                 -- MessagePack
  PRIMARY KEY (whose, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE teller_words (             -- what tellers go by, and how often
  kind   TEXT NOT NULL,
  folded TEXT NOT NULL,
  what   TEXT NOT NULL CHECK (what IN ('name', 'role')),
  word   TEXT NOT NULL,
  count  INTEGER NOT NULL,
  PRIMARY KEY (kind, folded, what, word)
) STRICT, WITHOUT ROWID;

CREATE TABLE index_state (              -- what holds for all articles: what words tell, what people judged
  name TEXT PRIMARY KEY,
  body BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE index_articles (           -- what an article is looked for and compared by
  slot    INTEGER PRIMARY KEY,
  article TEXT NOT NULL UNIQUE,
  at      TEXT NOT NULL,                -- when it appeared; "~" where nobody knows
  rank    REAL NOT NULL,                -- its place in time
  body    BLOB NOT NULL                 -- MessagePack
) STRICT;
CREATE INDEX index_articles_by_time ON index_articles (at, article, rank);

CREATE TABLE index_keys (               -- the articles that have a key, in order of time
  kind  INTEGER NOT NULL,               -- 0 fingerprints, 1 words of one language, 2 what outlives translation
  key   INTEGER NOT NULL,
  rank  REAL NOT NULL,
  slot  INTEGER NOT NULL,
  value INTEGER NOT NULL,               -- what it weighs
  PRIMARY KEY (kind, key, rank)
) STRICT, WITHOUT ROWID;

CREATE TABLE index_standings (          -- what an article is to others
  article TEXT PRIMARY KEY,
  body    BLOB NOT NULL                 -- MessagePack
) STRICT;

CREATE TABLE index_groups (             -- several that are one: of events under their story's number, of headlines below 0
  number  INTEGER PRIMARY KEY,
  members BLOB NOT NULL                 -- MessagePack
) STRICT;
