"""Which way the words around a time point: to what was, or to what will be."""

from __future__ import annotations

from reportedly.numbers.tokens import Tokens
from reportedly.pipes.times.lexicon import Tense
from reportedly.pipes.times.periods import Direction

#: Tokens to look at on either side.
REACH = 14
_STOPS = frozenset('.!?;"«»')


def direction(tokens: Tokens, start: int, end: int, tense: Tense) -> Direction:
    """The tense nearest to tokens ``[start, end)`` within their sentence.

    "coming" is for a text that is nothing but the time, as in a diary.
    """
    if end - start >= len(tokens) - 1:
        return "coming"
    best: tuple[int, Direction] = (REACH + 1, "unknown")
    for step in (-1, 1):
        position = start - 1 if step < 0 else end
        for distance in range(1, REACH + 1):
            if not 0 <= position < len(tokens) or (
                tokens.words[position] in _STOPS and _ends(tokens, position)
            ):
                break
            word = _word(tokens, position)
            if word in tense.near and step < 0 and distance < 3:
                return "future"
            told = _told(word, tense, tokens.words[position - 1] if position else "")
            if told != "unknown" and distance < best[0]:
                best = (distance, told)
                break
            position += step
    return best[1]


def _word(tokens: Tokens, position: int) -> str:
    """A token's word; a single letter keeps its accent, since « à » is no verb."""
    word = tokens.words[position]
    return word if len(word) > 1 else tokens.text[tokens.starts[position] : tokens.ends[position]].lower()


def _ends(tokens: Tokens, position: int) -> bool:
    """Is a stop the end of a sentence, rather than of an abbreviation within one?"""
    return tokens.words[position] != "." or position + 1 >= len(tokens) or tokens.capital(position + 1)


def _told(word: str, tense: Tense, before: str) -> Direction:
    if word in tense.future:
        return "future"
    if word in tense.past:
        return "past"
    if (
        len(word) > 4
        and word not in tense.past
        and tense.future_ending
        and word.endswith(tense.future_ending)
    ):
        return "future"
    if len(word) > 3 and tense.past_ending and word.endswith(tense.past_ending):
        return "unknown" if before in tense.passive else "past"
    return "unknown"
