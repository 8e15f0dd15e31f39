"""What a grammar may make of a word by its form alone, judged once for each form."""

from __future__ import annotations

from collections.abc import Callable

#: Distinct forms that are kept.
KEPT = 200_000
#: What has no part; what may stand inside, tells of itself, or does either only by the words beside it.
OUTSIDE, INSIDE, TELLS, DEPENDS = range(4)


def kept(judge: Callable[[str], int]) -> Callable[[str], int]:
    """Keeps what is said of a form."""
    known: dict[str, int] = {}

    def kind(word: str) -> int:
        found = known.get(word)
        if found is None:
            if len(known) >= KEPT:
                known.clear()
            found = known[word] = judge(word)
        return found

    return kind
