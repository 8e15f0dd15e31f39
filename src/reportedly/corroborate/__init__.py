"""One event, many articles, how many origins: readings in, stories out.

Who copied whom is found by shared passages, credits and, across languages, by what outlives translation; which claims
are one event by features that explain themselves; how many origins it has by the voices behind them. In doubt, fewer.

>>> from reportedly.model import Article
>>> from reportedly.reading import Reader
>>> texts = ["PARIS (AFP) - Rome sent twelve tanks to Tunis on Monday.", "Rome sent twelve tanks to Tunis. (AFP)"]
>>> readings = Reader().read_many(Article(text=text, id=str(n)) for n, text in enumerate(texts))
>>> event = corroborate(readings).events[0]
>>> event.title, event.independent_origins, len(event.claims)
('Rome → Tunis: supply', 1, 2)
"""

from __future__ import annotations

from reportedly.corroborate.model import Stories
from reportedly.corroborate.run import corroborate

__all__ = ["Stories", "corroborate"]
