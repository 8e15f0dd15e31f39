"""Quantities: counts, sums of money, measures, shares and ranks, as ranges of numbers in their own units."""

from reportedly.pipes.quantities.finder import find

__all__ = ["find"]
