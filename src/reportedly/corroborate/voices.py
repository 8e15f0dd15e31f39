"""On whose word an article tells a claim, so far back as it says: what counts as one origin of one event."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reportedly.corroborate.credits import agency
from reportedly.corroborate.model import Link, OriginKind
from reportedly.corroborate.texts import Text
from reportedly.ledger.keys import folded
from reportedly.model import Attribution, Claim, Entity

#: Kinds of source whose word is their body's.
OFFICIAL = ("official", "spokesperson", "organization", "group")


@dataclass(frozen=True, slots=True, order=True)
class Voice:
    """Where a claim comes from: two claims of one key cannot be shown to be independent."""

    kind: OriginKind
    key: str
    label: str


def voice_of(claim: Claim, text: Text, debts: Sequence[Link]) -> Voice:
    """The voice behind a claim: an agency, another outlet, an official body, a document, else the article's own outlet.

    :param debts: the article's links to agencies.
    """
    chain = [text.attributions[key] for key in claim.attribution if key in text.attributions]
    for name in agencies_in(chain, text, debts):
        return Voice("agency", name, name)
    for outlet in outlets_in(chain, text):
        return Voice("outlet", folded(outlet), outlet)
    for attribution in reversed(chain):
        found = source_voice(attribution, text)
        if found is not None:
            return found
    label = text.outlet or text.id
    return Voice("outlet", folded(label), label)


def agencies_in(chain: Iterable[Attribution], text: Text, debts: Sequence[Link]) -> list[str]:
    """The agencies that a claim or its whole article passed through."""
    names = [text.agency]
    names += [agency(name) for attribution in chain for name in outlet_names(attribution, text)]
    names += [link.to["agency"] for link in debts if isinstance(link.to, dict) and link.kind != "cites"]
    return [name for name in names if name]


def outlets_in(chain: Iterable[Attribution], text: Text) -> list[str]:
    """Other outlets that a claim passed through."""
    own = folded(text.outlet or "")
    return [name for each in chain for name in outlet_names(each, text) if folded(name) != own]


def outlet_names(attribution: Attribution, text: Text) -> list[str]:
    """The outlets that speak or were spoken to."""
    found = []
    source = attribution.source
    if source is not None and source.role == "outlet":
        found.append(name_of(source.entity, source.text, text))
    place = attribution.addressee
    if place is not None:
        found += [
            entity.name
            for entity in text.entities.values()
            if entity.kind == "outlet"
            and any(place.start <= each.start < place.end for each in entity.mentions)
        ]
    return found


def source_voice(attribution: Attribution, text: Text) -> Voice | None:
    """The voice of a named or official source; None where only the article can vouch for it."""
    source = attribution.source
    if source is None:
        return None
    entity = text.entities.get(source.entity or "")
    label = name_of(source.entity, source.text, text)
    if source.role == "document":
        return Voice("document", folded(label), label)
    if source.role in OFFICIAL and (source.named or has_body(entity)):
        return Voice("official", body_of(entity, label), label)
    if source.named:
        return Voice("party", body_of(entity, label), label)
    return None


def has_body(entity: Entity | None) -> bool:
    """Whether it is known for whom an unnamed official speaks."""
    return entity is not None and entity.country is not None and entity.kind in ("organization", "country")


def body_of(entity: Entity | None, label: str) -> str:
    """The body that somebody speaks for: their country's government, else themselves."""
    if entity is not None and entity.country and entity.kind != "group":
        return f"country:{entity.country}"
    return folded(label)


def name_of(key: str | None, words: str, text: Text) -> str:
    """A source's name, else its own words."""
    entity = text.entities.get(key or "")
    return entity.name if entity else " ".join(words.split())


def independent(
    voices: Mapping[tuple[str, str], Voice], component: Mapping[str, str]
) -> list[list[tuple[str, str]]]:
    """Claims (article, claim) by origin: those of one voice, and those of articles that derive from one another.

    :param component: for each article, the origin that all its derivations share.
    """
    home: dict[str, str] = {}

    def at(name: str) -> str:
        home.setdefault(name, name)
        while home[name] != name:
            name = home[name]
        return name

    for (article, _), voice in sorted(voices.items()):
        first, second = sorted((at(f"voice:{voice.kind}:{voice.key}"), at(f"text:{component[article]}")))
        home[second] = first
    groups: dict[str, list[tuple[str, str]]] = {}
    for (article, claim), voice in sorted(voices.items()):
        groups.setdefault(at(f"voice:{voice.kind}:{voice.key}"), []).append((article, claim))
    return list(groups.values())
