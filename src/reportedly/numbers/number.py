"""The record of a number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["cardinal", "ordinal", "fraction"]


@dataclass(frozen=True, slots=True)
class Number:
    """A number over tokens ``[start, end)``; it may begin with ``digits`` and be ``signed``."""

    start: int
    end: int
    value: float
    kind: Kind = "cardinal"
    digits: bool = False
    signed: bool = False
    #: "a", "un": the number may be an article.
    article: bool = False
    #: What its last word multiplied by: a million in "2.5 million".
    scale: float = 1


def tidy(value: float) -> float:
    """Without the dust of floating point: whole where it is whole."""
    rounded = float(f"{value:.12g}")
    return int(rounded) if abs(rounded) < 1e15 and rounded == int(rounded) else rounded
