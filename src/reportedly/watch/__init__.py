"""Following feeds into the ledger, and telling what changes an event that somebody watches."""
