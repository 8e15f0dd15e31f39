"""Readings and the ledger in other formats: one file per format.

Every format for the ledger has ``SUFFIXES`` and ``export(found, out)``, which writes articles with the claims
that a query chose, as they come. `jsonl` and `jsondoc` also write bare readings.
"""

from __future__ import annotations

#: Names of formats on the command line, and their modules.
FORMATS = {
    "annotations": "annotations",
    "cameo": "cameo",
    "csv": "flat",
    "datasette": "datasette",
    "docbin": "docbin",
    "ftm": "ftm",
    "gdelt": "gdelt",
    "gdelt-mentions": "gdelt_mentions",
    "jsonl": "jsonl",
    "jsonld": "jsonld",
    "parquet": "parquet",
    "polecat": "polecat",
    "prov": "provenance",
    "register": "register",
    "tsv": "flat_tabs",
}
