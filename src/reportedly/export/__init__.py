"""Readings and the ledger in other formats: one file per format.

Every format for the ledger has ``SUFFIXES`` and ``export(found, out)``, which writes articles with the claims
that a query chose, as they come. `jsonl` and `jsondoc` also write bare readings.
"""

from __future__ import annotations

#: Names of formats on the command line, and their modules.
FORMATS = {"csv": "flat", "jsonl": "jsonl", "tsv": "flat_tabs"}
