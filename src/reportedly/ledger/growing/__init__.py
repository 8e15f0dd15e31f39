"""Stories that grow with the ledger: one article more is held against its neighbours alone, whoever asks."""

from __future__ import annotations

from reportedly.ledger.growing.steps import Followed, follow

__all__ = ["Followed", "follow"]
