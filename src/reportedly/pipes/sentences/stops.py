"""The judgement on one full stop, question mark, exclamation mark or ellipsis: does a sentence end here?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

from reportedly.pipes.sentences.lexicon import Rules
from reportedly.pipes.sentences.pairs import Pairs

# Runs of marks, also "? !" and ". . ." as French and old wire copy space them. Possessive, so that no run is
# tried twice.
STOP = re.compile(r"[.?!…‽⁇⁈⁉。！？]++(?:[ \u00a0\u202f][.?!…]++(?![\w.?!…]))*+")
FULL_WIDTH = frozenset("。！？")
STRONG = frozenset("?!‽⁇⁈⁉！？")
# A note's number, in brackets or raised and glued on ("at home.12 The").
REFERENCE = re.compile(r"[ \u00a0]?\[\d{1,3}\]|(?<=[^\W\d_]{3}\.)\d{1,3}(?=\s+[A-Z«“\"])")
ADDRESS = re.compile(r"https?:|www\.")
BLANK = re.compile(r"\s*")
WORD_BEFORE = re.compile(r"[^\s\"“”„«»‹›()\[\]{}/‘]*\Z")
WORD = re.compile(r"[^\W\d_]+(?:['’](?=[^\W\d_]))?")
NAME_OR_WORD = re.compile(r"[^\W\d_][\w.'’-]*")
APPOSITION = re.compile(r",[^,.?!\"“”«»]{1,60},")
ACRONYM = re.compile(r"(?:[^\W\d_]{1,2}\.-?)+[^\W\d_]{1,2}\Z")
LIST_MARK = re.compile(r"(?:\d{1,3}(?:\.\d{1,3})*|[A-Za-z]|[IVXLC]{1,6}|[ivxlc]{1,5})\Z")
DATED = re.compile(r"[^\W\d_a-zß-ÿ][^,]*, (?:\w+ )?\d")
ROMAN = re.compile(r"[IVXLC]{2,}\b|[VXLC]\b")
INNER_CAPITAL = re.compile(r"[^\W\d_]{1,3}[-'’]?[A-Z]")
DASHES = frozenset("-–—―_")
OPENING = frozenset("([«“„")
CONTINUES = frozenset(",;:)]}%/&+=»›")
LOOK_BACK, LOOK_BACK_FOR_DASH, LOOK_AHEAD = 40, 200, 120
# No sentence with fewer words ends in a time of day ("By 9 a.m. Lee had won").
FEWEST_WORDS = 4
# A name with its titles and the verb of saying after it have no more words than this.
MOST_NAMES = 6
# A dateline such as "Paris. – " is no longer than this.
DATELINE = 40


@dataclass(slots=True)
class Stop:
    """One run of marks ``[start, end)`` with what stands around it.

    ``close`` is the end after closing quotes and brackets, ``next`` the first thing after the white space,
    ``core`` the first letter or digit there; all are code points of the text.
    """

    start: int
    end: int
    close: int
    next: int
    core: int
    closed_quote: bool


@dataclass(slots=True)
class Judge:
    """Judges the stops of one stretch ``[start, end)`` of a text, from left to right."""

    text: str
    start: int
    end: int
    pairs: Pairs
    rules: Rules

    def look_around(self, begin: int, after: int) -> Stop:
        """The surroundings of the marks ``[begin, after)``."""
        close, closed_quote = self._closers(after)
        blank = BLANK.match(self.text, close, self.end)
        following = blank.end() if blank else close
        core = following
        limit = min(self.end, following + 12)
        while core < limit and not self.text[core].isalnum():
            core += 1
        return Stop(begin, after, close, following, core if core < limit else following, closed_quote)

    def _closers(self, place: int) -> tuple[int, bool]:
        """The end of the closing marks after a stop, and whether a quote was among them."""
        closed_quote = False
        while place < self.end:
            reference = REFERENCE.match(self.text, place, self.end)
            if reference:
                place = reference.end()
                continue
            blank = BLANK.match(self.text, place, min(self.end, place + 2))
            mark = blank.end() if blank else place
            if mark not in self.pairs.closers or (mark > place and self.text[mark] in ")]}"):
                break
            closed_quote |= self.text[mark] not in ")]}"
            place = mark + 1
        return place, closed_quote

    def ends(self, stop: Stop, sentence: int, first_word: int) -> bool:
        """Whether the sentence that began at ``sentence``, its first letter at ``first_word``, ends here."""
        text = self.text
        if first_word >= stop.start or stop.next >= self.end:
            return False
        if text[stop.end - 1] in FULL_WIDTH:
            return True
        if text[stop.next] in CONTINUES or self._aside(stop, sentence):
            return False
        if stop.next == stop.close and not self._glued(stop):
            return False
        return self._by_marks(stop, sentence)

    def _by_marks(self, stop: Stop, sentence: int) -> bool:
        if self.text[stop.next] in DASHES:
            return self._before_dash(stop, sentence)
        marks = self.text[stop.start : stop.end]
        if STRONG.intersection(marks):
            return self._after_strong(stop)
        if len(marks) > 1 or "…" in marks:
            return self._after_dots(stop)
        return self._after_period(stop, sentence)

    def _aside(self, stop: Stop, sentence: int) -> bool:
        """Whether the stop lies in a bracket, or in a quoted title, that the sentence opened on its way."""
        bracket = self.pairs.bracket_at(stop.start)
        if bracket is not None and self._on_the_way(bracket[0], sentence):
            return True
        quote = self.pairs.quote_at(stop.start)
        if quote is None or stop.close > quote[1] or quote[1] - quote[0] > 60:
            return False
        before = self.text[max(sentence, quote[0] - 3) : quote[0]].rstrip()
        if not self._on_the_way(quote[0], sentence) or before.endswith((",", ":")):
            return False
        after = self.text[quote[1] + 1 : quote[1] + 3].lstrip()
        ended = self.text[quote[0] : quote[1]].rstrip()[-1] in ".?!…"
        return not ended and after[:1].islower()

    def _on_the_way(self, place: int, sentence: int) -> bool:
        return place > sentence and any(
            char.isalnum() for char in self.text[max(sentence, place - 20) : place]
        )

    def _glued(self, stop: Stop) -> bool:
        """Whether a sentence begins right after the mark, the white space having been lost ("fin.Le")."""
        if (
            stop.next >= self.end
            or not self.text[stop.next].isupper()
            or not self.text[stop.start - 1].islower()
        ):
            return False
        return self._next_word(stop) in self.rules.starters

    def _before_dash(self, stop: Stop, sentence: int) -> bool:
        """Whether a dash after a stop opens dialogue or a list item, rather than closing an aside."""
        text = self.text
        spaced = stop.next + 1 < self.end and text[stop.next + 1].isspace()
        if not spaced:
            return text[stop.next] == "-" and text[stop.core].isupper()
        if self._is_dateline(stop, sentence):
            return False
        before = text[max(sentence + 1, stop.start - LOOK_BACK_FOR_DASH) : stop.start]
        if any(before.count(f" {dash} ") % 2 for dash in "-–—"):
            return False
        kind = self._kind(self._word_before(stop))
        return kind is None or kind == "last"

    def _is_dateline(self, stop: Stop, sentence: int) -> bool:
        """Whether all there is so far is a name, with a date or not ("Paris, 3 mai. –")."""
        if stop.start - sentence > DATELINE or self.text[stop.start : stop.end] != ".":
            return False
        begun = self.text[sentence : stop.start]
        return DATED.match(begun) is not None or all(word[0].isupper() for word in begun.split())

    def _after_strong(self, stop: Stop) -> bool:
        text = self.text
        if text[stop.core].islower():
            return False
        if stop.closed_quote and self._reporting(stop, loosely=True):
            return False
        word = self._word_before(stop)
        return word + text[stop.start] not in self.rules.marked

    def _after_dots(self, stop: Stop) -> bool:
        char = self.text[stop.core]
        if char.islower() or (char.isdigit() and not stop.closed_quote):
            return False
        return not (stop.closed_quote and self._reporting(stop, loosely=True))

    def _after_period(self, stop: Stop, sentence: int) -> bool:
        text, word = self.text, self._word_before(stop)
        if self._is_list_mark(word, stop, sentence):
            return False
        kind = None if stop.closed_quote else self._kind(word)
        if kind is not None:
            return self._after_abbreviation(kind, stop, sentence)
        char = text[stop.core]
        if char.islower():
            return self.text[stop.next] in OPENING or self._lower_start(stop, word)
        return not (stop.closed_quote and self._reporting(stop, loosely=False))

    def _is_list_mark(self, word: str, stop: Stop, sentence: int) -> bool:
        """Whether all there is so far is the number or letter of a list item."""
        begun = self.text[sentence : stop.start] if stop.start - sentence <= 12 else ""
        return begun.strip('-–—•* \t"«“(') == word and LIST_MARK.match(word) is not None

    def _word_before(self, stop: Stop) -> str:
        back = self.text[max(self.start, stop.start - LOOK_BACK) : stop.start]
        match = WORD_BEFORE.search(back)
        word = match.group() if match else ""
        # French l'art., d'av.: the elided word is not part of the abbreviation.
        return word.replace("’", "'").rsplit("'", 1)[-1]

    def _kind(self, word: str) -> str | None:
        """What kind of abbreviation a word is: the lexicon's, or by its shape an acronym or an initial."""
        kind = self.rules.kind(word)
        if kind is None and len(word) == 1 and word.isupper():
            return "initial"
        if kind is None and len(word) > 1 and ACRONYM.match(word):
            return "initial" if word[0].isupper() and "-" in word else "either"
        if kind is None and "-" in word:
            # Double-barrelled initials ("J.-P.") and prefixed abbreviations ("ex-Gov."), judged by their last
            # part.
            last = word.rsplit("-", 1)[-1]
            return self._kind(last) if last and len(last) > 1 else None
        return kind

    def _after_abbreviation(self, kind: str, stop: Stop, sentence: int) -> bool:
        char = self.text[stop.core]
        if kind in ("title", "inner") or char.islower():
            return False
        if kind == "last" or char.isdigit():
            return kind in ("last", "clock")
        word = self._next_word(stop)
        if kind == "clock":
            return self._has_words(stop, sentence) and word != "" and word not in self.rules.followers
        if kind == "number":
            return ROMAN.match(self.text, stop.core, self.end) is None
        return self._after_initial(stop, word) if kind == "initial" else word in self.rules.starters

    def _has_words(self, stop: Stop, sentence: int) -> bool:
        """Whether the sentence is long enough to end in a time of day; "By 9 a.m." is not."""
        return len(self.text[sentence : min(stop.start, sentence + LOOK_BACK)].split()) >= FEWEST_WORDS

    def _after_initial(self, stop: Stop, following: str) -> bool:
        """Whether a single letter is no initial ("plan B", "2° C"), or the next word no surname."""
        noun = self._noun_before_letter(stop)
        if noun in self.rules.lettered or noun.endswith("°") or noun.isdigit():
            return True
        return following in self.rules.starters and following not in self.rules.surname_starters

    def _noun_before_letter(self, stop: Stop) -> str:
        back = self.text[max(self.start, stop.start - LOOK_BACK) : stop.start].split()
        return back[-2].lower() if len(back) > 1 else ""

    def _next_word(self, stop: Stop) -> str:
        """The word after a stop, an elided article with its apostrophe; empty before another initial."""
        match = WORD.match(self.text, stop.core, self.end)
        if match is None:
            return ""
        if len(match.group()) == 1 and self.text[match.end() : match.end() + 1] == ".":
            return ""
        word = match.group().replace("’", "'")
        return word.capitalize() if len(word) > 1 and word.isupper() else word

    def _lower_start(self, stop: Stop, word: str) -> bool:
        """Whether a sentence begins in lower case: with "iPhone", "al-Qaida" or a function word."""
        if INNER_CAPITAL.match(self.text, stop.core, self.end) or ADDRESS.match(
            self.text, stop.core, self.end
        ):
            return True
        if len(word) < 4 or not word.isalpha() or word.isupper():
            return False
        following = self._next_word(stop).capitalize()
        return following in self.rules.starters or following.rstrip("'") in self.rules.starters

    def _reporting(self, stop: Stop, *, loosely: bool) -> bool:
        """Whether a reporting clause follows a closed quote: a name, then a verb of saying.

        ``loosely``: anything may come after the verb; else the clause must end there.
        """
        ahead = self.text[stop.core : min(self.end, stop.core + LOOK_AHEAD)]
        ahead = APPOSITION.sub("", ahead, count=1)
        for words, match in enumerate(islice(NAME_OR_WORD.finditer(ahead), MOST_NAMES)):
            word = match.group()
            if words and word.strip(".") in self.rules.reporting:
                return loosely or ahead[match.end() - word.endswith(".") :][:1] in (".", ",", "")
            if not word[0].isupper() or (words == 0 and word in self.rules.starters):
                return False
        return False
