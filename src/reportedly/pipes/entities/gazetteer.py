"""Finding the gazetteer's names and nouns in a text, whatever its tokens are."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from reportedly.pipes.entities.entries import NOUNS, Entry
from reportedly.pipes.entities.forms import WORD, fold, shouted
from reportedly.pipes.entities.lexicon import Gazetteer
from reportedly.pipes.entities.slips import SHORTEST
from reportedly.pipes.tokens import Doc

#: What may stand between the words of one name.
_GAP = re.compile(r"[ \u00a0\u202f\n]?[-‐‑–'’./&(]?[ \u00a0\u202f]?")
#: What an article was made from, in brackets or after a stroke, in small letters as in capitals: "(afp)", "/ ats-ap".
_CREDIT = re.compile(
    r"(?:[(\[]\s?|\s/\s?)(?P<names>[^\W\d_]{2,8}(?:\s?[-/,]\s?[^\W\d_]{2,8}){0,3})(?=\s?[)\]]|\s|$)"
)
_GLUE = frozenset({"", "-", "‐", "‑"})
_SHORT_ACRONYM = 3
#: Articles that begin a sentence are no longer than this.
SHORT = 3
#: A full stop and a space may follow "St" or an initial inside a name, not a word.
_ABBREVIATED = 2


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where the text has one of the gazetteer's forms: tokens, code points and readings."""

    start: int
    end: int
    first: int
    last: int
    entries: tuple[Entry, ...]

    @property
    def entry(self) -> Entry:
        """The preferred reading."""
        return self.entries[0]


@dataclass(frozen=True, slots=True)
class Word:
    """A run of letters or figures, in code points."""

    start: int
    end: int
    text: str
    folded: str


#: Of readings of one length the earlier one is preferred.
_PREFERENCE = (
    "outlet", "organization", "weapon", "country", "demonym", "capital", "person", "town", "region",
    "people", "body", "arm", "document", "mass", "state", "place", "title",
)  # fmt: skip
_RANK = {role: rank for rank, role in enumerate(_PREFERENCE)}


def _is_people(entry: Entry) -> bool:
    """Is an entry a demonym in small letters, which a name of the same letters is not: « Rome », « rom(e) »?"""
    return entry.role == "demonym" and entry.form[0].islower()


def words_in(text: str) -> list[Word]:
    """The words of a text."""
    return [Word(m.start(), m.end(), m.group(), fold(m.group())) for m in WORD.finditer(text)]


@lru_cache(65_536)
def _words_of(form: str) -> tuple[str, ...]:
    """The words of an entry's form."""
    return tuple(WORD.findall(form))


def _plain(word: str) -> str:
    """A word in lower case, its first letter with no accent: capitals often have none."""
    return fold(word[0]) + word[1:].lower()


def _agrees(text: str, form: str, *, noun: bool, shouted: bool) -> bool:
    """Is a word of the text, by its case (and a noun by its accents), the word of a form?"""
    if text.isdigit():
        return True
    if text.isupper() and len(text) > 1:
        return form.isupper() or not shouted or len(form) > _SHORT_ACRONYM
    if noun and form[:2].isupper() and not text[:2].isupper():
        return False
    if noun:
        return (form.islower() and _plain(text) == _plain(form)) or (
            text[0].isupper() and _plain(text) == _plain(form)
        )
    if form.isupper() and len(form) > 1:
        return len(form) > _SHORT_ACRONYM and text[0].isupper()
    return form[0].islower() or text[0].isupper()


class Finder:
    """Walks over a document's words and looks each up."""

    def __init__(self, doc: Doc, gazetteer: Gazetteer) -> None:
        self.text = doc.text
        self.words = words_in(self.text)
        self.folded = tuple(word.folded for word in self.words)
        self.table = gazetteer.table
        self.slips = gazetteer.slips
        self.starts = [token.idx for token in doc]
        self.ends = [token.idx + len(token) for token in doc]
        self.shouted = self._shouted_spans(self.text)
        self.credits = [match.span("names") for match in _CREDIT.finditer(self.text)]

    @staticmethod
    def _shouted_spans(text: str) -> list[tuple[int, int]]:
        return [
            (match.start(), match.end()) for match in re.finditer(r"[^\n]+", text) if shouted(match.group())
        ]

    def _in_capitals(self, place: int) -> bool:
        at = bisect_right(self.shouted, (place, len(self.text))) - 1
        return at >= 0 and self.shouted[at][0] <= place < self.shouted[at][1]

    def _credited(self, word: Word) -> bool:
        """Does a word stand among the credits of an article?"""
        at = bisect_right(self.credits, (word.start, len(self.text))) - 1
        return at >= 0 and self.credits[at][0] <= word.start and word.end <= self.credits[at][1]

    def _joined(self, at: int) -> bool:
        """May the word at ``at`` go on a name with the one before?"""
        before, after = self.words[at - 1], self.words[at]
        if _GAP.fullmatch(self.text, before.end, after.start) is None:
            return False
        gap = self.text[before.end : after.start]
        return "." not in gap or gap == "." or len(before.text) <= _ABBREVIATED

    def _glued(self, at: int) -> bool:
        return self.text[self.words[at - 1].end : self.words[at].start] in _GLUE

    def _fits(self, at: int, folded: tuple[str, ...], entry: Entry) -> bool:
        if self.folded[at : at + len(folded)] != folded:
            return False
        words = self.words[at : at + len(folded)]
        if any(not self._joined(at + step) for step in range(1, len(words))):
            return False
        if entry.role == "outlet" and len(words) == 1 and self._credited(words[0]):
            return True
        shouted = bool(self.shouted) and self._in_capitals(words[0].start)
        if shouted and len(words) == 1 and entry.form.isupper() and len(entry.form) <= _SHORT_ACRONYM:
            return False
        noun = entry.role in NOUNS
        forms = _words_of(entry.form)
        if entry.exact and any(w.text != f for w, f in zip(words, forms, strict=True)):
            return False
        return all(_agrees(w.text, f, noun=noun, shouted=shouted) for w, f in zip(words, forms, strict=True))

    def _variant(self, at: int, end: int, entry: Entry) -> int | None:
        """The end of a weapon's name with its variant, ``end`` where it has none, None if it needs one."""
        last = end
        while entry.open and last < len(self.words) and self._glued(last) and len(self.words[last].text) <= 4:
            last += 1
        digits = any(char.isdigit() for word in self.words[at:last] for char in word.text)
        if entry.open and last == end and not digits:
            return None
        if last == end and last < len(self.words) and self.words[last].text == "s" and self._glued(last):
            last += 1
        return last

    def longest(self, at: int) -> tuple[int, list[Entry]]:
        """The index after the longest form at a word, and all that has that form."""
        best = at
        found: list[Entry] = []
        second = self.folded[at + 1] if at + 1 < len(self.folded) else ""
        for folded, entry in self.table.get(self.folded[at]):
            if at + len(folded) < best and not entry.open:
                break
            if (len(folded) > 1 and folded[1] != second) or not self._fits(at, folded, entry):
                continue
            end: int | None = at + len(folded)
            if entry.role == "weapon":
                end = self._variant(at, at + len(folded), entry)
            if end is None or end < best:
                continue
            if end > best:
                best, found = end, []
            found.append(entry)
        return best, found

    def _cuts(self, at: int, end: int) -> bool:
        """ "**The National** Guard": the form's article cuts a longer name in two."""
        if (
            len(self.words[at].text) > SHORT
            or end >= len(self.words)
            or not self.words[end].text[0].isupper()
        ):
            return False
        later, _ = self.longest(at + 1)
        return later > end

    def _slip(self, at: int) -> Entry | None:
        """The country that a word misspells, where it stands alone in capitals."""
        word = self.words[at]
        if not word.text.istitle() or len(word.text) < SHORTEST:
            return None
        beside = [
            self.words[i].text for i in (at - 1, at + 1) if 0 <= i < len(self.words) and self._near(at, i)
        ]
        return (
            None
            if any(text.istitle() and len(text) > SHORT for text in beside)
            else self.slips.find(word.text)
        )

    def _near(self, at: int, other: int) -> bool:
        first, second = sorted((self.words[at], self.words[other]), key=lambda word: word.start)
        return self.text[first.end : second.start] in {" ", "-", "\u00a0"}

    def tokens(self, first: int, last: int) -> tuple[int, int]:
        """The tokens that cover code points ``[first, last)``."""
        return bisect_right(self.starts, first) - 1, bisect_left(self.ends, last) + 1

    def hits(self) -> Iterator[Hit]:
        """All hits, none over another, in order."""
        at = 0
        while at < len(self.words):
            # Most words begin no name at all.
            end, entries = self.longest(at) if self.folded[at] in self.table else (at, [])
            if entries and end - at > 1 and self._cuts(at, end):
                at += 1
                continue
            if not entries and (slip := self._slip(at)) is not None:
                end, entries = at + 1, [slip]
            if not entries:
                at += 1
                continue
            first, last = self.words[at].start, self.words[end - 1].end
            start, stop = self.tokens(first, last)
            named = self.words[at].text[0].isupper() and any(entry.form[0].isupper() for entry in entries)
            entries.sort(key=lambda entry: (named and _is_people(entry), _RANK[entry.role]))
            yield Hit(start, stop, first, last, tuple(entries))
            at = end
