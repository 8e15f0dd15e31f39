"""Who does what to whom, sentence by sentence: a table of our own for each language.

A line: the sentence, the type, who does it, whom it is done to, what it is done with or to, and the status where it
matters. Names are told by some of their words, and all fillers of a role must be named; objects may be left out.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest
from spacy.language import Language

from reportedly.language import load
from reportedly.model import Claim, Role

HERE = Path(__file__).parent


def rows(language: str) -> list[list[str]]:
    """The cells of a language's table, empty ones where a line is short."""
    lines = (HERE / f"who_does_what.{language}.txt").read_text("utf-8").splitlines()
    cells = [[cell.strip() for cell in line.split("|")] for line in lines if "|" in line]
    return [row + [""] * (6 - len(row)) for row in cells]


@cache
def pipeline(language: str) -> Language:
    return load(language)


def named(fillers: Iterable[Role], wanted: str, *, all_of_them: bool) -> bool:
    """Whether each wanted name is in a filler of its own."""
    names, free = [one.strip() for one in wanted.split(";") if one.strip()], [one.text for one in fillers]
    if all_of_them and len(free) != len(names):
        return False
    for name in names:
        hit = next((text for text in free if name in text), None)
        if hit is None:
            return False
        free.remove(hit)
    return True


def told(claim: Claim, kind: str, actors: str, recipients: str, objects: str, status: str) -> bool:
    """Whether a claim is the one that a line tells."""
    roles = claim.roles
    return (
        kind in (claim.type, claim.plover)
        and named(roles.actors, actors, all_of_them=True)
        and named(roles.recipients, recipients, all_of_them=True)
        and named(roles.objects, objects, all_of_them=False)
        and status in ("", claim.factuality.status)
    )


@pytest.mark.parametrize(
    ("language", "row"),
    [pytest.param(language, row, id=row[0]) for language in ("en", "fr") for row in rows(language)],
)
def test_a_sentence_tells_who_does_what_to_whom(language: str, row: list[str]) -> None:
    text, kind, actors, recipients, objects, status = row
    claims = pipeline(language)(text)._.reportedly.claims
    shown = [
        (
            claim.anchor.text,
            claim.type,
            claim.factuality.status,
            *([one.text for one in part] for part in (claim.roles.actors, claim.roles.recipients)),
            [one.text for one in claim.roles.objects],
        )
        for claim in claims
        if claim.type
    ]
    assert any(told(claim, kind, actors, recipients, objects, status) for claim in claims), shown


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_tables_are_long(language: str) -> None:
    assert len(rows(language)) >= 60
