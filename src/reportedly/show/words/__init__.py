"""The words around a reading, by language: ``words/<language>.toml``, one view on them."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from reportedly.model import Claim, Reading

LANGUAGES = ("en", "fr")


@dataclass(frozen=True, slots=True)
class Words:
    """Labels in one language, by table and key."""

    language: str
    tables: dict[str, dict[str, str]]

    def __call__(self, table: str, key: str, **values: object) -> str:
        """One label; a key that the table lacks stands for itself: lexicons may know more than labels."""
        pattern = self.tables[table].get(key, key.replace("_", " "))
        return pattern.format(**values) if values else pattern

    def count(self, noun: str, number: int) -> str:
        """``1 claim``, ``3 claims``."""
        return self("summary", noun if number == 1 else f"{noun}s", count=number)

    def status(self, claim: Claim, *, reported: bool = False) -> str:
        """How the claim stands, in words: ``expected, not confirmed``.

        :param reported: whether nobody but its source vouches for what is told as certain.
        """
        fact = claim.factuality
        table = self.tables["status"]
        degree = "reported" if reported and fact.certainty == "certain" else fact.certainty
        exact = f"{fact.status}.{degree}"
        return table[exact] if exact in table else self("status", fact.status)

    def anonymous(self, text: str) -> bool:
        """Whether the words themselves say already that somebody is not named."""
        return any(mark in text.casefold() for mark in self.tables["anonymity"].values())

    def act(self, claim: Claim) -> str:
        """What is done, in words: the finer act, else the type, else the article's own word."""
        if claim.act:
            return self("acts", claim.act)
        return self("types", claim.type) if claim.type else claim.anchor.text


@cache
def words_in(language: str) -> Words:
    """The words of a language, or the English ones for a language without any."""
    name = language if language in LANGUAGES else "en"
    text = files(__name__).joinpath(f"{name}.toml").read_text(encoding="utf-8")
    return Words(name, tomllib.loads(text))


def words_for(reading: Reading, chosen: str | None = None) -> Words:
    """The words in the language that somebody chose, else in the article's own."""
    return words_in(chosen or reading.document.language or "en")
