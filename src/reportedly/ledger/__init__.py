"""The ledger: articles, their readings and what people judged of them, in one SQLite file.

A `Writer` adds; any number of `View` look on meanwhile, each seeing a state in which nothing is half done.

>>> from pathlib import Path
>>> from tempfile import TemporaryDirectory
>>> from reportedly.model import Article
>>> with TemporaryDirectory() as folder:
...     path = Path(folder, "news.db")
...     with Writer(path) as writer:
...         stored = [writer.store(Article(text="Rome signed."), "here").outcome for _ in range(2)]
...     with View(path) as view:
...         stored, view.stats()["articles"]
(['new', 'known'], 1)
"""

from __future__ import annotations

from reportedly.ledger.view import View
from reportedly.ledger.writer import Stored, Writer

__all__ = ["Stored", "View", "Writer"]
