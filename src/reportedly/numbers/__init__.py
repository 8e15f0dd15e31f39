"""Tokens, numerals and a small chart parser: what the finders of times and of quantities share."""

from reportedly.numbers.number import Number
from reportedly.numbers.reader import read
from reportedly.numbers.tokens import Tokens, fold, tokenize

__all__ = ["Number", "Tokens", "fold", "read", "tokenize"]
