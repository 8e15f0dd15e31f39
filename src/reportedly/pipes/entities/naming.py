"""Joining a name to the noun beside it: titles, kinds of bodies, of weapons and of places."""

from __future__ import annotations

import re

from reportedly.model import Weapon
from reportedly.pipes.entities.forms import slug
from reportedly.pipes.entities.parts import Part, head_of
from reportedly.pipes.entities.scene import Scene

#: How many tokens a designation may have: "Kronos", "-", "7".
_GLUED = 4
_DESIGNATION = re.compile(r"(?=[^\d]*\d)[A-Z][^\W\d_]{0,12}(?:[-‐‑]?\d{1,4}[A-Za-z]{0,3}){1,2}")


def take_name(scene: Scene, part: Part, ceiling: int) -> None:
    """ "President Jacques Chirac", « l'agence Tass »: the name right after joins its noun."""
    owner = scene.covered.get(part.end) if part.end < ceiling else None
    if owner is None or owner is part or owner.absorbed or owner.type != "name":
        return
    person = part.role == "people" and not part.plural and owner.kind == "person"
    if not (person or _names_body(scene, part, owner)):
        return
    owner.absorbed = True
    part.end, part.type, part.name, part.key = owner.end, "name", owner.name, owner.key
    part.country = part.country or owner.country
    if person:
        part.sector = part.sector or owner.sector
        part.head = head_of(scene.doc.span(part.start, part.end))
    elif owner.role in {"organization", "outlet"}:
        part.kind, part.sector = owner.kind, owner.sector or part.sector
    part.settled = part.settled or part.country is not None or not person


def _names_body(scene: Scene, part: Part, owner: Part) -> bool:
    """« le groupe Wagner », « le journal La Prensa »: a noun in lower case, and a name that may be one's."""
    noun = scene.doc[part.noun[0]]
    if part.role not in {"body", "document"} or not (noun.text[0].islower() or noun.is_sent_start):
        return False
    if owner.role in {"organization", "outlet"}:
        return True
    return scene.french and part.role == "body" and owner.kind in {"other", "person"}


def name_thing(scene: Scene, part: Part, modifiers: list[Part]) -> None:
    """ "Shahed drones", « chars Leopard 2 », « la ville de Samarra »: the noun takes the name beside it."""
    if part.role == "arm":
        beside = [*modifiers, *filter(None, [scene.covered.get(part.end)])]
        named = next((m for m in beside if m.role == "weapon" and not m.absorbed), None)
        if named is None and _name_weapon(scene, part):
            return
    elif part.role == "place":
        if _name_place(scene, part, modifiers):
            return
        places = (m for m in modifiers if m.role in {"town", "capital", "region"} and m.entry is not None)
        named = next((m for m in places if m.start > part.noun[0]), None)
    else:
        return
    if named is None:
        return
    named.absorbed = True
    part.start, part.end = min(part.start, named.start), max(part.end, named.end)
    part.type, part.name, part.key = "name", named.name, named.key
    part.kind, part.weapon, part.place = named.kind, named.weapon or part.weapon, named.place


def _name_weapon(scene: Scene, part: Part) -> bool:
    """ "the **Kronos-7** missile", « le missile **Kronos-7** »: a name of no table with figures is a designation."""
    doc, (start, end) = scene.doc, part.noun
    first, last = start, end
    while first > max(0, start - _GLUED) and not (doc[first - 1].whitespace_ and first < start):
        first -= 1
    while last < min(len(doc), end + _GLUED) and not (last > end and doc[last - 1].whitespace_):
        last += 1
    for at, to in ((first, start), (end, last)):
        text = doc.span(at, to).text
        owners = {id(owner): owner for i in range(at, to) if (owner := scene.covered.get(i)) is not None}
        known = any(owner is not part and owner.entry is not None for owner in owners.values())
        if at < to and _DESIGNATION.fullmatch(text) and not known:
            for owner in owners.values():
                owner.absorbed = owner.absorbed or owner is not part
            part.start, part.end = min(part.start, at), max(part.end, to)
            part.type, part.name, part.key = "name", text, f"weapon:{slug(text)}"
            part.weapon = Weapon(text, part.weapon.category if part.weapon else None)
            return True
    return False


def _name_place(scene: Scene, part: Part, modifiers: list[Part]) -> bool:
    """ "the **Karrada** district", « le quartier de **Karrada** »: a name of no table is the noun's own."""
    beside = [*modifiers, *filter(None, [scene.covered.get(part.noun[1])])]
    named = next((m for m in beside if m.entry is None and m.type == "name" and not m.absorbed), None)
    if named is None or named.kind == "organization":
        return False
    named.absorbed = True
    part.start, part.end = min(part.start, named.start), max(part.end, named.end)
    noun = scene.doc.span(*part.noun).text
    part.type, part.name = "name", f"{noun} {named.name}" if scene.french else f"{named.name} {noun}"
    if named.start > part.noun[1]:
        part.name, part.key = named.name, f"place:{slug(named.name)}"
    return True


def take_nation(scene: Scene, part: Part) -> None:
    """ "the **Rwandan** Patriotic Front", « le Croissant-Rouge **iranien** »: the nation is part of the name."""
    at = part.end if scene.french else part.start - 1
    nation = scene.covered.get(at)
    if (
        nation is None
        or nation.absorbed
        or nation.country is None
        or nation.role not in {"demonym", "country"}
    ):
        return
    if nation.role == "country" and (scene.french or not scene.doc[nation.end - 1].whitespace_):
        return
    joined = nation.start == part.end if scene.french else nation.end == part.start
    if joined and not (scene.french and scene.doc[nation.start].text[0].isupper()):
        nation.absorbed = True
        part.country, part.settled = nation.country, True
        part.start, part.end = min(part.start, nation.start), max(part.end, nation.end)
        part.name = " ".join(scene.doc.span(part.start, part.end).text.split())
        part.key = f"{part.key}:{nation.country}" if part.key else None
