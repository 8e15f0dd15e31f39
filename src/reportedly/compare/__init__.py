"""Two readers on the same articles: which claims both found, on what they agree beyond chance, and where they do not.

>>> import reportedly
>>> one = reportedly.read("Norway delivered twelve tanks to Chile on Monday.", language="en")
>>> comparison = compare([one], [one])
>>> comparison.claims.both, comparison.fields["type"].share
(1, 1.0)
"""

from __future__ import annotations

from reportedly.compare.run import Comparison, compare

__all__ = ["Comparison", "compare"]
