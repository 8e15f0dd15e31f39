"""The French tokenizer's pattern of whole tokens, made cheap to compile.

spaCy's pattern is an alternation of some three hundred words, each followed by a copy of a character class of a
thousand ranges: compiling it takes longer than reading an article. Alternatives that differ in one place only are put
together, so that the pattern matches exactly the same tokens and compiles in a twentieth of the time.
"""

from __future__ import annotations

import re

from spacy.language import Language

#: A character class longer than this is one of the alphabets.
LARGE = 100
CLASS = re.compile(r"\[(?:\\.|[^\]\\])*\][+*]?")


def lighten(nlp: Language) -> None:
    """Gives a pipeline's tokenizer the cheaper pattern; tokens stay what they were."""
    match = nlp.tokenizer.token_match
    if match is not None:
        nlp.tokenizer.token_match = re.compile(factored(match.__self__.pattern)).match


def factored(pattern: str) -> str:
    """An equivalent pattern for one of the form ``(?iu)(?:^…$)|(?:^…$)|…``."""
    flags, body = re.fullmatch(r"(\(\?\w+\))?\(\?:\^(.*)\)", pattern, re.DOTALL).groups()
    groups: dict[tuple[int, tuple[str, ...]], list[str]] = {}
    for row in map(segments, body.split(")|(?:^")):
        # Where an alternative begins with an alphabet, it is the word after it that varies.
        place = 0 if row[0] else 2
        groups.setdefault((place, (*row[:place], *row[place + 1 :])), []).append(row[place])
    return (flags or "") + "|".join(joined(place, rest, words) for (place, rest), words in groups.items())


def segments(alternative: str) -> tuple[str, ...]:
    """An alternative cut at its large character classes, which keep places of their own."""
    parts, last = [], 0
    for found in CLASS.finditer(alternative):
        if len(found.group()) > LARGE:
            parts += [alternative[last : found.start()], found.group()]
            last = found.end()
    return (*parts, alternative[last:])


def joined(place: int, rest: tuple[str, ...], words: list[str]) -> str:
    """One alternative for all that share ``rest`` and have one of ``words`` at ``place``."""
    return f"(?:^{''.join(rest[:place])}(?:{'|'.join(words)}){''.join(rest[place:])})"
