"""The page's words by language: those of `reportedly.show`, and what only a page says.

That stands in ``words/<language>.toml``, and for events, actors and selections in ``words/stories.<language>.toml``.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import get_args

from reportedly.model import Status
from reportedly.show.words import LANGUAGES, Words, words_in

__all__ = ["LANGUAGES", "Labels", "labels", "preferred"]


class Labels(Words):
    """Labels in one language; a table or key that is not there is an error: the page knows all that it says."""

    __slots__ = ()

    def standing(self, status: str, certainty: str, *, reported: bool = False) -> str:
        """How something stands, in words: ``expected, not confirmed``.

        :param reported: whether nobody but its source vouches for it.
        """
        exact = f"{status}.{'reported' if reported and certainty == 'certain' else certainty}"
        return self("status", exact if exact in self.tables["status"] else status)

    def deed(self, type_: str | None, act: str | None, anchor: str = "") -> str:
        """What is done, in words: the finer act, else the type, else the article's own word."""
        if act:
            return self("acts", act)
        return self("types", type_) if type_ else anchor

    def statuses(self) -> list[tuple[str, str]]:
        """All statuses with their words."""
        return [(each, self("status", each)) for each in get_args(Status)]

    def counted(self, table: str, noun: str, number: int) -> str:
        """``1 article``, ``3 articles``: the words for many stand under the noun with an s."""
        return self(table, self.numbered(noun, number), count=number)

    def noun(self, table: str, noun: str, number: int) -> str:
        """The noun alone, for one or for many."""
        return self(table, self.numbered(noun, number))

    def numbered(self, noun: str, number: int) -> str:
        """Which of two forms a number takes: French counts none as one."""
        return noun if number == 1 or (number == 0 and self.language == "fr") else f"{noun}s"


@cache
def labels(language: str) -> Labels:
    """The labels of a language."""
    tables = dict(words_in(language).tables)
    for name in (f"{language}.toml", f"stories.{language}.toml"):
        tables.update(tomllib.loads(files(__name__).joinpath(name).read_text(encoding="utf-8")))
    return Labels(language, tables)


def preferred(accept: str) -> str:
    """The language that a browser likes best of ours, as ``Accept-Language`` says; English if it likes none.

    >>> preferred("de, fr-CH;q=0.8, en;q=0.5")
    'fr'
    """
    best = ("en", 0.0)
    for part in accept.split(","):
        name, _, weight = part.strip().partition(";q=")
        try:
            liking = float(weight or 1)
        except ValueError:
            continue
        code = name[:2].lower()
        if code in LANGUAGES and liking > best[1]:
            best = (code, liking)
    return best[0]
