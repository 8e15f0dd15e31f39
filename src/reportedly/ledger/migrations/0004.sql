-- Who tells: outlets that publish, and sources that are quoted, with what became of what they told. All of it is derived:
-- `reportedly corroborate` makes it anew with the stories.

CREATE TABLE tellers (
  kind      TEXT NOT NULL CHECK (kind IN ('outlet', 'source')),
  folded    TEXT NOT NULL,              -- lower case, without accents and articles; of unnamed sources: "*" and their role
  name      TEXT NOT NULL,              -- empty for all the unnamed sources of one role
  role      TEXT,                       -- of a source, as most articles have it
  family    TEXT,                       -- of an outlet: its publisher, where that is known
  articles  INTEGER NOT NULL,           -- that it published, or that quote it
  claims    INTEGER NOT NULL,
  named     INTEGER NOT NULL,           -- claims on a named source's word; of a source: in which it is named
  unnamed   INTEGER NOT NULL,           -- claims on an unnamed one's
  -- How its reports stand, each for itself.
  certain   INTEGER NOT NULL,
  probable  INTEGER NOT NULL,
  possible  INTEGER NOT NULL,
  unclear   INTEGER NOT NULL,
  -- What became of the events that it told, over all of them.
  events    INTEGER NOT NULL,
  first     INTEGER NOT NULL,           -- told by others, too, and by it before them
  confirmed INTEGER NOT NULL,           -- afterwards, by somebody independent of it
  denied    INTEGER NOT NULL,           -- afterwards, by somebody else
  contested INTEGER NOT NULL,           -- both
  PRIMARY KEY (kind, folded)
) STRICT, WITHOUT ROWID;
CREATE INDEX tellers_by_claims ON tellers (kind, claims DESC, folded);
CREATE INDEX tellers_by_first ON tellers (kind, first DESC, folded);
CREATE INDEX tellers_by_confirmed ON tellers (kind, confirmed DESC, folded);
CREATE INDEX tellers_by_denied ON tellers (kind, denied DESC, folded);
