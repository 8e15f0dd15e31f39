-- A source goes under several names, in two languages at least: the register has one line for it, with all of them.

ALTER TABLE tellers ADD COLUMN names TEXT NOT NULL DEFAULT '{}';  -- JSON: its names, the most frequent first, by their folded forms
