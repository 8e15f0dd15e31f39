"""On whose word an article tells a claim, so far back as it says: what counts as one origin of one event."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from reportedly.corroborate.bodies import OPEN, is_state, own, owned, owner, unnamed
from reportedly.corroborate.credits import agency
from reportedly.corroborate.model import Link, OriginKind
from reportedly.corroborate.publishers import publisher
from reportedly.corroborate.sets import Sets
from reportedly.corroborate.texts import OFFICIAL, Text
from reportedly.model import Attribution, Claim, Entity
from reportedly.naming import folded


@dataclass(frozen=True, slots=True, order=True)
class Voice:
    """Where a claim comes from: two claims of one key cannot be shown to be independent."""

    kind: OriginKind
    #: Of an official of nobody knows which state: `OPEN`.
    key: str
    label: str
    #: The agencies and outlets that it came through.
    through: tuple[str, ...] = ()
    #: Whether an agency or another outlet is all that is known of it.
    bare: bool = False
    #: Whom an agency or outlet does not name: "two officials".
    teller: str | None = None

    @property
    def told(self) -> str:
        """In words: ``two officials (AFP)``."""
        return f"{self.teller} ({self.label})" if self.teller else self.label


def voice_of(claim: Claim, text: Text, debts: Sequence[Link]) -> Voice | None:
    """The voice behind a claim: whoever is nearest to the fact, else the agency, the other outlet, the article's own.

    None where nobody vouches for it: an article may have such a claim from anybody.

    :param debts: the article's links to agencies.
    """
    chain = [text.attributions[key] for key in claim.attribution if key in text.attributions]
    agencies, outlets = agencies_in(chain, text, debts), outlets_in(chain, text)
    mine = text.outlet or text.id
    through = tuple(publisher(name) for name in (*agencies, *outlets, mine))
    for attribution in reversed(chain):
        found = source_voice(attribution, text, claim)
        if found is not None:
            return replace(found, through=through)
    tellers = [each.source for each in chain if each.source is not None and each.source.role != "outlet"]
    teller = name_of(tellers[-1].entity, tellers[-1].text, text) if tellers else None
    for name in agencies:
        return Voice("agency", publisher(name), name, through, not tellers, teller)
    for name in outlets:
        return Voice("outlet", publisher(name), name, through, not tellers, teller)
    known = teller or eyewitness(text)
    return Voice("outlet", publisher(mine), mine, through, teller=teller) if known else None


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
            if any(place.start <= each.start < place.end and each.type == "name" for each in entity.mentions)
            and may_be_outlet(entity, place.text)
        ]
    return found


def may_be_outlet(entity: Entity, words: str) -> bool:
    """Whether somebody who was told something can be an outlet: one that is known, a body, a name with an article."""
    if entity.kind == "person":
        # « Le Phare », "The Mail": no person's name begins so.
        return words[:1].isupper() and len(folded(words).split()) < len(words.split())
    return entity.kind == "outlet" or (entity.kind == "organization" and entity.country is None)


def eyewitness(text: Text) -> bool:
    """Whether an article was there itself: "our reporter saw", « a constaté notre envoyée spéciale »."""
    return any(each.source is not None and own(each.source.text) for each in text.reading.attributions)


def source_voice(attribution: Attribution, text: Text, claim: Claim) -> Voice | None:
    """The voice of a named or official source; None where only the article can vouch for it."""
    source = attribution.source
    entity = text.entities.get((source and source.entity) or "")
    if source is None or source.role == "outlet" or (entity is not None and entity.kind == "outlet"):
        return None
    label = name_of(source.entity, source.text, text)
    if source.role == "document" and source.named:
        return Voice("document", folded(label), label)
    office = source.role in OFFICIAL or source.entity in text.officials
    if office and not unnamed(source.text):
        key = body_of(entity, source.text, text, claim)
        if key is not None:
            return Voice("official", key, label)
    if source.named and not unnamed(source.text):
        return Voice("party", folded(label), label)
    return None


def body_of(entity: Entity | None, label: str, text: Text, claim: Claim) -> str | None:
    """The state that an official speaks for, by what is known of them, else by their words; None for anybody else."""
    if owned(label):
        # "Its navy" is that of whoever acts, whatever country was guessed for the navy itself.
        return actor_of(claim, text)
    state = is_state(label)
    if entity is not None and entity.country and (entity.kind != "group" or state):
        return f"country:{entity.country}"
    return owner(label) if state else None


def actor_of(claim: Claim, text: Text) -> str:
    """Who "its" and "their" mean in a claim's own source: whoever acts."""
    for role in claim.roles.actors:
        entity = text.entities.get(role.entity or "")
        if entity is not None and entity.country:
            return f"country:{entity.country}"
        if found := owner(name_of(role.entity, role.text, text)):
            return found
    return OPEN


def name_of(key: str | None, words: str, text: Text) -> str:
    """A source's name, else its own words."""
    entity = text.entities.get(key or "")
    return entity.name if entity else " ".join(words.split())


Ref = tuple[str, str]


def independent(voices: Mapping[Ref, Voice | None], component: Mapping[str, str]) -> list[list[Ref]]:
    """Claims (article, claim) by origin, those first that were told first.

    One origin are claims of one voice and those of articles that derive from one another. What has no more than a
    carrier's name joins whatever came through that carrier; what may be anybody's joins the first: an independence
    that cannot be shown is none.

    :param voices: in order of time.
    :param component: for each article, the origin that all its derivations share.
    """
    sets = Sets()
    for ref, voice in voices.items():
        if voice is not None and voice.key != OPEN:
            sets.add(ref, f"{voice.kind}:{voice.key}", f"text:{component[ref[0]]}")
    for ref, voice in voices.items():
        if voice is not None and voice.bare:
            sets.join(ref, through(voice.key, voices) or ref)
    official = next((ref for ref, voice in voices.items() if voice and voice.kind == "official"), None)
    anybody = next((ref for ref, voice in voices.items() if voice), next(iter(voices), None))
    for ref, voice in voices.items():
        # What an article adds to what it tells on another's word is no voice more.
        if (voice is None or voice.key == OPEN) and not sets.add(ref, f"text:{component[ref[0]]}"):
            sets.join(ref, (official if voice else anybody) or ref)
    return sets.groups(voices)


def through(carrier: str, voices: Mapping[Ref, Voice | None]) -> Ref | None:
    """The first claim on whose source's word a carrier passed it on."""
    known = ((ref, one) for ref, one in voices.items() if one and not one.bare)
    return next((ref for ref, one in known if any(same_name(carrier, name) for name in one.through)), None)


def same_name(one: str, other: str) -> bool:
    """Whether two outlets are one, by their folded names: one may be introduced, "the daily Northern Courier"."""
    short, long = sorted((one, other), key=len)
    return one == other or (" " in short and long.endswith(f" {short}"))
