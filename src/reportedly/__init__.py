"""Reads news into an attributed event ledger: who reportedly does what to whom, who says so, how sure it is."""

from __future__ import annotations

__version__ = "0.1.0"
