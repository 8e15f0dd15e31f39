"""Completing institutions with the country that a passage is about: "the army", « le gouvernement »."""

from __future__ import annotations

from collections import Counter

from spacy.tokens import Doc

from reportedly.pipes.entities.forms import slug
from reportedly.pipes.entities.lexicon import Gazetteer
from reportedly.pipes.entities.parts import Part

#: Sectors of the state: who has one of these belongs to a country.
_STATE = frozenset({"GOV", "MIL", "COP", "LEG", "JUD", "SPY", "OPP"})
_SHARE = 0.6


def complete(doc: Doc, parts: list[Part], table: Gazetteer) -> None:
    """Gives a country to definite institutions that have none, and a key to all that have one."""
    parts.sort(key=lambda part: (part.start, -part.end))
    main = main_country(parts)
    near: tuple[int, str] | None = None
    for part in parts:
        if (
            part.role in {"people", "body"}
            and not part.settled
            and _definite(doc, part)
            and part.sector in _STATE
        ):
            part.country = _country(doc, part, near, main)
        if part.country and part.role in {"country", "capital", "people", "body", "person", "demonym"}:
            near = doc[part.start].sent.start, part.country
        _key(doc, part)


def main_country(parts: list[Part]) -> str | None:
    """The country that an article is about, where one clearly is."""
    counts = Counter(part.country for part in parts if part.country and part.role != "outlet")
    if not counts:
        return None
    (country, count), *_ = counts.most_common(1)
    return country if count >= _SHARE * counts.total() else None


def _definite(doc: Doc, part: Part) -> bool:
    first = doc[part.start]
    return part.kind != "group" and first.pos_ == "DET" and "Ind" not in first.morph.get("Definite")


def _country(doc: Doc, part: Part, near: tuple[int, str] | None, main: str | None) -> str | None:
    if near is not None and near[0] == doc[part.start].sent.start:
        return near[1]
    return main


def _key(doc: Doc, part: Part) -> None:
    """Institutions of one country under one name are one."""
    if part.key is not None or part.role != "body" or part.country is None or part.plural:
        return
    if part.sector not in _STATE or "Ind" in doc[part.start].morph.get("Definite"):
        return
    if part.entry is not None and part.entry.name in {"government", "gouvernement"}:
        part.key = f"government:{part.country}"
        return
    words = [
        doc[at].text for at in range(part.start, part.end) if doc[at].pos_ in {"NOUN", "PROPN", "ADJ", "NUM"}
    ]
    part.key = f"body:{part.country}:{slug(' '.join(words))}"
