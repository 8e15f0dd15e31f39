"""What must stand beside a word for it to be a word of time: capitals, numbers, accents, neighbours."""

from __future__ import annotations

import re

from reportedly.numbers.lexicon import Surface
from reportedly.numbers.tokens import Tokens
from reportedly.pipes.times.lexicon import Guards

#: Categories that are what they are wherever they stand.
_UNGUARDED = frozenset({
    "about", "after", "ago", "ahead", "all", "and", "article", "before", "between", "bound", "comma", "dash",
    "every", "from", "in", "of", "on", "sep", "the", "turn_after", "until", "vague",
})  # fmt: skip
_YEAR = re.compile(r"(?:19|20)\d\d")


class Guard:
    """Checks lexicon words in one text."""

    def __init__(self, tokens: Tokens, guards: Guards) -> None:
        self.tokens = tokens
        self.guards = guards

    def passes(self, category: str, form: Surface, start: int, end: int) -> bool:
        """May the tokens ``[start, end)`` be this entry?"""
        if category in _UNGUARDED:
            return category != "the" or len(form) > 1 or not self._accented(start)  # « là » is no article
        if category == "unit_sign":
            return self.tokens.glued(start)
        return self._stands(category, form, start, end)

    def _stands(self, category: str, form: Surface, start: int, end: int) -> bool:
        """Do the words around it and its own letters allow it?"""
        before, after = self._word(start - 1), self._word(end)
        named = self.tokens.capital(start) and before.isalpha() and not self.tokens.capital(start - 1)
        numeric = self._numeric(before, after, end) or (
            before in ("-", "/") and self._word(start - 2).isdecimal()
        )
        if category == "ref" and len(form) > 1 and form[-1] in self.guards.alone and after[:1].isalnum():
            return False
        if not self._beside(form, before, after, free=numeric or (named and category == "month")):
            return False
        if (form[0], category) in self.guards.accented and not (
            self._accented(start) or self._shouted(start)
        ):
            return False
        if category == "recurring" and self.tokens.capital(start) and before[-1:].isalnum():
            return False  # "China Daily"
        return self._written(form, start, end, numeric) and (
            numeric or named or len(form) > 1 or form[0] not in self.guards.ambiguous
            or before in self.guards.ambiguous_after
        )  # fmt: skip

    def _word(self, position: int) -> str:
        return self.tokens.words[position] if 0 <= position < len(self.tokens) else ""

    def _numeric(self, before: str, after: str, end: int) -> bool:
        """Is there a day or a year on either side?"""
        if before[:1].isdecimal() or after[:1].isdecimal() or before in self.guards.ordinal_end:
            return True
        far = self._word(end + 1) if after in ("-", "/") else ""
        return far.isdecimal() or far in self.guards.months  # "Jan-Feb 2017"

    def _beside(self, form: Surface, before: str, after: str, *, free: bool) -> bool:
        """Do the words on either side allow it? A month with a day or a capital is ``free`` of this."""
        guards = self.guards
        if not free and after in guards.not_before.get(form[-1], ()):
            return False
        if not free and before in guards.not_after.get(" ".join(form), ()):
            return False
        if len(form) > 1:
            return True
        asked = guards.only_after.get(form[0])
        return asked is None or before in asked or bool(_YEAR.fullmatch(after))

    def _written(self, form: Surface, start: int, end: int, numeric: bool) -> bool:
        """Has it the capital letter, or the number beside it, that it needs?"""
        guards = self.guards
        dotted = len(form) == 2 and form[1] == "."
        if "".join(form) in guards.beside_number or (dotted and form[0] in guards.beside_number):
            return numeric or (dotted and end - start == len(self.tokens))
        if numeric or form[0] not in guards.capital or len(form) > 2 or self.tokens.capital(start):
            return True
        return len(form[0]) > 3 and self._word(start - 1) in guards.ambiguous_after

    def _accented(self, position: int) -> bool:
        """Has the given text the accent that folding took away: « dès », « à »?"""
        given = self.tokens.text[self.tokens.starts[position] : self.tokens.ends[position]]
        return given.lower() != self.tokens.words[position]

    def _shouted(self, position: int) -> bool:
        """Is the given text in capitals, which often go without accents?"""
        return self.tokens.text[self.tokens.starts[position] : self.tokens.ends[position]].isupper()
