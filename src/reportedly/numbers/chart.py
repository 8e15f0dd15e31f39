"""A small chart parser: named rules over categories, bottom-up, from right to left.

For each start, the edges found there are extended by the rules whose first symbol they are; all that stands
further right is already complete, so one pass does. Spans are bounded, so the work is linear in the text.
A rule is data: a category, a pattern such as ``"the? nth weekday of time"`` and the name of a builder, which
gets the meanings of the pattern's symbols and gives that of the whole, or None where they do not go together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any, NamedTuple

#: Symbols that carry no meaning of their own: words of structure.
EMPTY: Any = None
#: Edges with the same category and place that may live side by side.
RIVALS = 2


class Edge(NamedTuple):
    """A category over tokens up to ``end``, with its meaning."""

    category: str
    end: int
    meaning: Any
    score: float
    rule: str


@dataclass(frozen=True, slots=True)
class Rule:
    """``category`` from ``symbols`` by ``build``; ``score`` is what using it is worth."""

    name: str
    category: str
    symbols: tuple[str, ...]
    build: Callable[..., Any]
    score: float


Table = Sequence[dict[str, list[Edge]]]


def expand(pattern: str) -> list[tuple[str, ...]]:
    """All readings of a pattern with optional symbols: "a? b" is "a b" and "b"."""
    choices = [((s[:-1],), ()) if s.endswith("?") else ((s,),) for s in pattern.split()]
    return sorted(
        {tuple(x for part in way for x in part) for way in product(*choices)}, key=lambda w: (-len(w), w)
    )


class Grammar:
    """Rules indexed by their first symbol."""

    def __init__(self, rules: Iterable[Rule], longest: int = 24) -> None:
        self.rules = tuple(rules)
        self.longest = longest
        #: By their first symbol, then their second (None: they have no other), rules with their numbers.
        self.by_first: dict[str, dict[str | None, list[tuple[int, Rule]]]] = {}
        for number, rule in enumerate(self.rules):
            second = rule.symbols[1] if len(rule.symbols) > 1 else None
            self.by_first.setdefault(rule.symbols[0], {}).setdefault(second, []).append((number, rule))

    def parse(self, base: Callable[[int], list[Edge]], first: int, last: int) -> list[dict[str, list[Edge]]]:
        """The chart over tokens ``[first, last)``; entry 0 is for ``first``."""
        table: list[dict[str, list[Edge]]] = [{} for _ in range(last - first + 1)]
        for position in range(last - 1, first - 1, -1):
            agenda = base(position)
            here = table[position - first]
            while agenda:
                edge = agenda.pop(0)
                if edge.end > last or edge.end - position > self.longest or not _add(here, edge):
                    continue
                for rule in self._fitting(edge.category, table[edge.end - first]):
                    self._extend(rule, edge, table, first, agenda)
        return table

    def _fitting(self, category: str, behind: Mapping[str, object]) -> list[Rule]:
        """The rules that begin with a category and whose second symbol stands behind it, in their order."""
        by_second = self.by_first.get(category)
        if by_second is None:
            return []
        found = by_second.get(None, [])
        for symbol in behind:
            if symbol in by_second:
                found = found + by_second[symbol]
        return [rule for _, rule in (sorted(found, key=_number) if len(found) > 1 else found)]

    def _extend(self, rule: Rule, edge: Edge, table: Table, first: int, agenda: list[Edge]) -> None:
        ways: list[tuple[int, tuple[Any, ...], float]] = [(edge.end, (edge.meaning,), edge.score)]
        for symbol in rule.symbols[1:]:
            ways = [
                (e.end, (*meanings, e.meaning), score + e.score)
                for end, meanings, score in ways
                for e in table[end - first].get(symbol, ())
            ]
            if not ways:
                return
        for end, meanings, score in ways:
            meaning = rule.build(*(m for m in meanings if m is not EMPTY))
            if meaning is not None:
                agenda.append(Edge(rule.category, end, meaning, score + rule.score, rule.name))


def _number(numbered: tuple[int, Rule]) -> int:
    return numbered[0]


def _add(here: dict[str, list[Edge]], edge: Edge) -> bool:
    """Enter an edge unless its like is there or there are rivals enough."""
    rivals = here.setdefault(edge.category, [])
    same = [e for e in rivals if e.end == edge.end]
    if len(same) >= RIVALS or any(e.meaning == edge.meaning for e in same):
        return False
    rivals.append(edge)
    return True
