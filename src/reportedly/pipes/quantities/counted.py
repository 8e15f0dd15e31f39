"""What is counted: the noun phrase after a number, told without a parser."""

from __future__ import annotations

from reportedly.numbers.tokens import Tokens
from reportedly.pipes.quantities.lexicon import AmountWords

#: Words that a counted phrase has at most.
LONGEST = 4


def counted(tokens: Tokens, words: AmountWords, end: int, masked: frozenset[int]) -> tuple[int, int] | None:
    """Tokens of what the number that ends at ``end`` counts; None where no noun follows."""
    start = _after_of(tokens, words, end)
    position, nouns = start, 0
    if position < len(tokens) and tokens.words[position] in words.determiners and start > end:
        position += 2 if tokens.words[position + 1 : position + 2] == ("'",) else 1
    while position < len(tokens) and nouns < LONGEST and _goes_on(tokens, words, position, nouns, masked):
        position += 1
        nouns += 1
        while (
            position + 1 < len(tokens)
            and tokens.words[position] == "-"
            and tokens.glued(position)
            and tokens.glued(position + 1)
        ):
            position += 2
    return (start, position) if nouns else None


def _after_of(tokens: Tokens, words: AmountWords, end: int) -> int:
    """Past a « de » or "of"."""
    if end < len(tokens) and tokens.words[end] in words.of:
        return end + 2 if tokens.words[end + 1 : end + 2] == ("'",) else end + 1
    return end


def _goes_on(tokens: Tokens, words: AmountWords, position: int, nouns: int, masked: frozenset[int]) -> bool:
    word = tokens.words[position]
    stops = word in words.stops and not (len(word) == 1 and tokens.capital(position))
    if not word[0].isalpha() or stops or position in masked or position in tokens.breaks:
        return False
    if nouns and word.endswith(words.verb_endings):
        return False
    if nouns and _whole(tokens.words[position - 1], words):
        return False
    if nouns == 0 or words.language == "en":
        return not (nouns and tokens.capital(position) and not tokens.capital(position - 1))
    if word in words.adjectives:
        return True
    return (
        word.endswith(words.adjective_endings)
        and not tokens.capital(position)
        and nouns < 3
        and _agrees(tokens.words[position - 1], word)
    )


def _whole(noun: str, words: AmountWords) -> bool:
    """Is an English plural noun the last of its phrase: "missiles cost"?"""
    if noun in words.plurals:
        return True
    return noun.endswith(words.plural_endings) and not noun.endswith(words.singular_endings)


def _agrees(noun: str, adjective: str) -> bool:
    """Are both French words plural, or both singular?"""
    return noun.endswith(("s", "x", "z")) == adjective.endswith(("s", "x", "z"))
