"""Where builders are found by the names that the grammar uses."""

from __future__ import annotations

from collections.abc import Callable

from reportedly.pipes.times.terms import Cal, merge

BUILDERS: dict[str, Callable[..., object]] = {"merge": merge}


def builder(function: Callable[..., object]) -> Callable[..., object]:
    """Register a function under its name."""
    BUILDERS[function.__name__] = function
    return function


@builder
def same(part: object) -> object:
    """The one meaningful part."""
    return part


@builder
def said(*parts: object) -> object:
    """The last part, where a word before it only leads to it."""
    return parts[-1]


@builder
def the_said(part: object) -> object:
    """What "the" makes definite: no "now", no "soon"."""
    reference = isinstance(part, Cal) and part.ref and not part.ref.startswith("X")
    return None if reference else part


def of_kind(parts: tuple[object, ...], kind: type) -> tuple[list[object], list[object]]:
    """Parts of a kind, and the rest."""
    return [p for p in parts if isinstance(p, kind)], [p for p in parts if not isinstance(p, kind)]
