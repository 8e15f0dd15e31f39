"""Which language an article is in, and which of its paragraphs are in another.

Two looks. The first counts function words of the languages that can be read
(``lexicon/<language>/language.toml``): a page of news is settled by it at once. Only where it settles nothing
is ``py3langid`` asked, whose model takes a second to load. Short texts are judged kindly: a headline or a
list of names is taken to be in the article's own language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from reportedly.language import LANGUAGES
from reportedly.lexicon import load

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

# A word, an elided one with its apostrophe, or the English genitive.
WORD = re.compile(r"[^\W\d_]+(?:['’](?!s\b))?|['’]s\b")
LATIN = re.compile(r"[A-Za-zÀ-ɏ]+")
# What a word counts for: a sure one fully, one that other languages have too by a part.
SURE, COMMON = 1.0, 0.4
# Running text has a share above this in its own language; nearly all sentences of twelve words and more have.
OWN = 0.15
# So large a share needs but one sure word.
AMPLE = 0.22
# With more sure words of the article's language than one in so many, a paragraph is mixed rather than
# foreign.
MIXED = 30
# Two common words of it, and such a share, show a quote with its reporting clause.
MIXED_SHARE = 0.03
# One language is clear when it outweighs the other so many times.
OUTWEIGHS = 2.5
# Samples: code points of a text looked at, and handed to the slower identifier.
GLANCE, SAMPLE = 12_000, 1_200
# A paragraph is set aside from this many words on; a script without spaces has so many letters a word.
PARAGRAPH_WORDS, LETTERS_A_WORD = 12, 5
# A declared language yields to the second look from this many words on.
ENOUGH_WORDS = 40
# How probable the slower identifier's answer has to be, on a scale that it flattens for short texts.
PROBABLE, VERY_PROBABLE = 0.5, 0.8
# Where nothing is: one of our languages still counts from this probability on, if so many times the other's.
POSSIBLE, MUCH_LIKELIER = 0.02, 4
# py3langid's answer for text in no language at all.
NO_LANGUAGE = "zxx"


@dataclass(frozen=True, slots=True)
class Identification:
    """An article's language, None if there is nothing to go by, and the stretches in another one.

    ``aside`` holds ``(start, end, language)`` in code points, in order.
    """

    language: str | None
    aside: tuple[tuple[int, int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Glance:
    """What the first look saw: how many words, their shares by language, and how many begin in lower case."""

    words: int
    shares: dict[str, float]
    #: What the words count that stand in one language's list alone.
    only: dict[str, float]
    hits: dict[str, int]
    lower: int
    foreign_script: bool

    @property
    def clear(self) -> str | None:
        """The language that the function words settle, if any."""
        best, other = sorted(LANGUAGES, key=lambda language: self.shares[language], reverse=True)[:2]
        hits = self.hits[best]
        enough = self.shares[best] >= OWN and hits >= min(3, max(1, self.words // 4))
        enough |= self.shares[best] >= AMPLE and hits > 0
        return best if enough and self.shares[best] >= OUTWEIGHS * self.shares[other] else None


@cache
def _weights() -> dict[str, list[tuple[str, float]]]:
    """Function words with the languages they belong to and what they count for."""
    weights: dict[str, list[tuple[str, float]]] = {}
    for language in LANGUAGES:
        data = load("language", language)
        for table, weight in (("sure", SURE), ("common", COMMON)):
            for word in data[table]["words"]:
                weights.setdefault(word, []).append((language, weight))
    return weights


def glance(text: str) -> Glance:
    """The first look at a text."""
    weights, words = _weights(), WORD.findall(text)
    shares, only = dict.fromkeys(LANGUAGES, 0.0), dict.fromkeys(LANGUAGES, 0.0)
    hits, lower = dict.fromkeys(LANGUAGES, 0), 0
    for word in words:
        lower += word[0].islower() or word[0] in "'’"
        belongs = weights.get(word.lower().replace("’", "'"), ())
        for language, weight in belongs:
            shares[language] += weight
            only[language] += weight * (len(belongs) == 1)
            hits[language] += weight == SURE
    latin = sum(map(len, LATIN.findall(text)))
    letters = sum(map(len, words))
    foreign_script = letters > 0 and latin < letters / 2
    count = max(len(words), letters // LETTERS_A_WORD) if foreign_script else len(words)
    return Glance(count, {k: v / max(1, count) for k, v in shares.items()}, only, hits, lower, foreign_script)


def identify(text: str, declared: str | None = None) -> Identification:
    """The language of an article and of its paragraphs.

    :param declared: what the article's metadata says; it holds unless a good many words say otherwise.
    """
    language = _article(text, _code(declared))
    if language not in LANGUAGES:
        return Identification(language)
    return Identification(language, tuple(_foreign(text, language)))


def _code(declared: str | None) -> str | None:
    """``fr`` from ``fr-FR``, ``FR`` or ``fr_CA``; None from what is no such code."""
    code = re.split(r"[-_]", (declared or "").strip().lower())[0]
    return code if re.fullmatch(r"[a-z]{2,3}", code) else None


def _article(text: str, declared: str | None) -> str | None:
    seen = glance(_sampled(text, GLANCE))
    if declared is not None and seen.words < PARAGRAPH_WORDS:
        return declared
    if seen.clear is not None:
        return seen.clear
    if declared is not None and seen.words < ENOUGH_WORDS:
        return declared
    if seen.words < 2:
        return declared
    surely = [language for language in LANGUAGES if seen.hits[language]]
    if seen.words < PARAGRAPH_WORDS and len(surely) == 1 and not seen.foreign_script:
        return surely[0]
    return _unclear(text, seen, declared)


def _unclear(text: str, seen: Glance, declared: str | None) -> str | None:
    """The language of a text that function words do not settle: the second look's, if it is sure enough."""
    ranked = _ask(_sampled(text, SAMPLE))
    language, probability = next(iter(ranked.items()))
    if probability >= (PROBABLE if declared is None else VERY_PROBABLE):
        return None if language == NO_LANGUAGE else language
    maybe = [language for language in LANGUAGES if seen.shares[language]]
    if declared is not None or len(maybe) == 1:
        return declared or maybe[0]
    # A headline of names and verbs: no answer is probable, but one of ours may be far likelier than the
    # other.
    best, other = sorted(LANGUAGES, key=lambda language: ranked.get(language, 0.0), reverse=True)[:2]
    return best if ranked.get(best, 0.0) >= max(POSSIBLE, MUCH_LIKELIER * ranked.get(other, 0.0)) else None


def _sampled(text: str, size: int) -> str:
    """Beginning, middle and end of a long text, ``size`` code points in all."""
    if len(text) <= size:
        return text
    third, middle = size // 3, len(text) // 2
    return " ".join((text[:third], text[middle : middle + third], text[-third:]))


def _foreign(text: str, language: str) -> Iterator[tuple[int, int, str]]:
    """Paragraphs that are surely in another language than the article's."""
    from reportedly.pipes.sentences.lines import stretches

    for start, end in stretches(text):
        paragraph = text[start : min(end, start + GLANCE)]
        found = _paragraph(paragraph, language)
        if found is not None:
            yield start, end, found


def _paragraph(paragraph: str, language: str) -> str | None:
    seen = glance(paragraph)
    if seen.words < PARAGRAPH_WORDS or _is_own(seen, language):
        return None
    if seen.clear is not None:
        return None if _is_mixed(seen, language) else seen.clear
    # Names, titles and tables have few words in lower case; they are in no language.
    if not seen.foreign_script and seen.lower < seen.words / 2:
        return None
    found, probability = next(iter(_ask(_sampled(paragraph, SAMPLE)).items()))
    return found if found not in (language, NO_LANGUAGE) and probability >= VERY_PROBABLE else None


def _is_own(seen: Glance, language: str) -> bool:
    """Whether a paragraph is in the article's language as far as its function words go, if only in part."""
    share: float = load("language", language)["share"]["own"]
    return seen.shares[language] >= share or seen.hits[language] > max(1, seen.words / MIXED)


def _is_mixed(seen: Glance, language: str) -> bool:
    """Whether a paragraph in another language says a little in the article's own, as around a quote."""
    said = seen.only[language]
    return said >= max(2 * COMMON, MIXED_SHARE * seen.words)


def _ask(text: str) -> dict[str, float]:
    """The slower identifier's answers with their probabilities, best first; near relatives are one."""
    relatives = _relatives()
    ranked: dict[str, float] = {}
    for code, probability in _identifier().rank(" ".join(text.split())):
        language = relatives.get(code, str(code))
        ranked[language] = ranked.get(language, 0.0) + float(probability)
    return dict(sorted(ranked.items(), key=lambda pair: -pair[1]))


@cache
def _relatives() -> dict[str, str]:
    return {
        code: language for language in LANGUAGES for code in load("language", language)["relatives"]["codes"]
    }


@cache
def _identifier() -> LanguageIdentifier:
    """The model behind ``py3langid``, with probabilities; it takes about a second to load."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
