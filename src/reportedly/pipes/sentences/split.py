"""The splitter proper: text in, the places where sentences begin out."""

from __future__ import annotations

import re

from reportedly.pipes.sentences.lexicon import Rules, rules
from reportedly.pipes.sentences.lines import stretches
from reportedly.pipes.sentences.pairs import pair
from reportedly.pipes.sentences.stops import STOP, Judge

LETTER_OR_DIGIT = re.compile(r"[^\W_]")


def split(text: str, language: str) -> list[int]:
    """Where the sentences of a text begin, in code points, in order; white space never begins one.

    >>> split("M. Macron est arrivé. Il repart jeudi.", "fr")
    [0, 22]
    """
    words = rules(language)
    return [begin for start, end in stretches(text) for begin in split_stretch(text, start, end, words)]


def split_stretch(text: str, start: int, end: int, words: Rules) -> list[int]:
    """The beginnings within one stretch ``[start, end)`` that has no white space at its ends."""
    begins = [start]
    judge = Judge(text, start, end, pair(text, start, end), words)
    first = _first_word(text, start, end)
    for match in STOP.finditer(text, start, end):
        stop = judge.look_around(match.start(), match.end())
        if judge.ends(stop, begins[-1], first):
            begins.append(stop.next)
            first = _first_word(text, stop.next, end)
    return begins


def _first_word(text: str, start: int, end: int) -> int:
    match = LETTER_OR_DIGIT.search(text, start, end)
    return match.start() if match else end
