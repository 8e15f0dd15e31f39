"""Completing institutions with the country that a passage is about: "the army", « le gouvernement »."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from reportedly.pipes.entities.forms import slug
from reportedly.pipes.entities.lexicon import Grammar
from reportedly.pipes.entities.parts import Part
from reportedly.pipes.tokens import Doc

#: Sectors of the state: who has one of these belongs to a country.
_STATE = frozenset({"COP", "GOV", "JUD", "LEG", "MIL", "OPP", "SPY"})
#: Sectors of politics at home: where one country alone is named, they are of that country.
_HOME = frozenset({"JUD", "LAB", "LEG", "OPP", "PTY"})
_PLACES = frozenset({"capital", "country", "region", "town"})
_PARTIES = frozenset({"body", "capital", "country", "demonym", "people", "person"})
_SHARE = 0.6


def complete(doc: Doc, parts: list[Part], grammar: Grammar) -> None:
    """Gives a country to institutions and office-holders that have none, and a key to those that have one.

    An office that was named before ("the minister" after "the Malian minister") is left to coreference.
    """
    parts.sort(key=lambda part: (part.start, -part.end))
    main = main_country(parts)
    if not any(part.country == main and not _elsewhere(doc, part, grammar) for part in parts):
        main = None
    only = only_countries(doc, parts)
    near: tuple[int, str] | None = None
    offices: set[str] = set()
    for part in parts:
        office = doc[part.noun[1] - 1].lower_ if part.role == "people" and part.kind == "person" else ""
        taken_up = part.type == "nominal" and office in offices
        if _open(doc, part) and not taken_up:
            inside = near is not None and near[0] == doc[part.start].sent.start
            part.country = near[1] if inside and near is not None else main
        elif part.country is None and _at_home(part):
            part.country = only.get(doc[part.start].sent.start)
        elif part.country and part.role in _PARTIES and not _elsewhere(doc, part, grammar):
            near = doc[part.start].sent.start, part.country
        offices |= {office} - {""}
        _key(doc, part, grammar)


def main_country(parts: Iterable[Part]) -> str | None:
    """The country that an article is about, where one clearly is."""
    counts = Counter(part.country for part in parts if part.country and part.role != "outlet")
    if not counts:
        return None
    (country, count), *_ = counts.most_common(1)
    return country if count >= _SHARE * counts.total() else None


def only_countries(doc: Doc, parts: Iterable[Part]) -> dict[int, str | None]:
    """Sentences (by their first token) that name one country alone, with that country."""
    found: dict[int, str | None] = {}
    for part in parts:
        if part.country and part.role != "outlet":
            start = doc[part.start].sent.start
            found[start] = part.country if found.get(start, part.country) == part.country else None
    return found


def _at_home(part: Part) -> bool:
    """Demonstrators, judges, parties: they act in their own country, unless their phrase says otherwise."""
    return part.role in {"people", "body"} and not part.settled and part.sector in _HOME


def _elsewhere(doc: Doc, part: Part, grammar: Grammar) -> bool:
    """Where something happens or whom it is done to tells little of whose institutions are meant."""
    before = doc[part.start - 1] if part.start else None
    if before is None or before.is_space or before.pos_ != "ADP" or part.role not in _PLACES:
        return False
    return before.lower_ not in grammar.belonging


def _open(doc: Doc, part: Part) -> bool:
    """An institution or a person in office of whose country the phrase says nothing."""
    if (
        part.role not in {"people", "body"}
        or part.settled
        or part.kind == "group"
        or part.sector not in _STATE
    ):
        titled = part.role in {"people", "person"} and part.kind == "person" and part.type == "name"
        return titled and _unplaced(part)
    first = doc[part.start]
    return first.pos_ == "DET" and "Ind" not in first.morph.get("Definite", [])


def _unplaced(part: Part) -> bool:
    return part.country is None and part.sector in _STATE


def _key(doc: Doc, part: Part, grammar: Grammar) -> None:
    """Institutions of one country under one name are one."""
    if part.key is not None or part.role != "body" or part.country is None or part.plural:
        return
    if part.sector not in _STATE or "Ind" in doc[part.start].morph.get("Definite", []):
        return
    if part.entry is not None and part.entry.name in grammar.governments:
        part.key = f"government:{part.country}"
        return
    words = [
        doc[at].text for at in range(part.start, part.end) if doc[at].pos_ in {"NOUN", "PROPN", "ADJ", "NUM"}
    ]
    part.key = f"body:{part.country}:{slug(' '.join(words))}"
