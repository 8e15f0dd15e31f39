"""Many keys asked for some at a time: SQLite bounds the values of one statement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

#: Values of one statement; SQLite takes more, but not in all builds.
AT_ONCE = 500


def portions(keys: Sequence[str], size: int = AT_ONCE) -> Iterator[tuple[tuple[str, ...], str]]:
    """The keys some at a time, each time with the question marks that stand for them in SQL.

    >>> list(portions(["a", "b", "c"], 2))
    [(('a', 'b'), '?, ?'), (('c',), '?')]
    """
    for start in range(0, len(keys), size):
        some = tuple(keys[start : start + size])
        yield some, ", ".join("?" * len(some))
