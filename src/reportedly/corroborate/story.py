"""A cluster of claims told as one event: parties, days, origins, what became of it, what is disputed, and why."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from reportedly.corroborate.bodies import OPEN
from reportedly.corroborate.disputes import disputes_of
from reportedly.corroborate.events import Compared
from reportedly.corroborate.model import (
    Account,
    ClaimRef,
    Link,
    OriginKind,
    Reason,
    ReasonSpan,
    Step,
    StoryEvent,
)
from reportedly.corroborate.nodes import Node
from reportedly.corroborate.reasons import same_event
from reportedly.corroborate.texts import Text
from reportedly.corroborate.voices import Voice, independent, voice_of
from reportedly.model import AGAINST, Claim, Entity, Role
from reportedly.naming import capitals, folded

#: How many names of a party stand in a title.
NAMES = 2
#: Statuses that leave open whether it is so.
OPEN_STATUS = ("conditional", "possible", "unknown")
#: So many words tell more of somebody unnamed than "sources" does.
TELLING = 3
#: Statuses that say that it was.
TOLD = ("happened", "ongoing")


def story_event(
    key: str,
    nodes: Sequence[Node],
    component: Mapping[str, str],
    debts: Mapping[str, Sequence[Link]],
    compared: Compared,
) -> StoryEvent:
    """The event that a cluster of nodes tells of.

    :param component: the origin of each article.
    :param debts: each article's links to agencies.
    """
    ordered = sorted(nodes, key=lambda node: (node.text.order, node.claims[0].anchor.start))
    told = [(node.text, claim) for node in ordered for claim in node.claims]
    voices = {
        (text.id, claim.id): voice_of(claim, text, debts.get(text.id, ()))
        for text, claim in told
        if claim.factuality.status not in AGAINST and claim.factuality.polarity == "positive"
    }
    asserted = {
        (text.id, claim.id) for text, claim in told if claim.factuality.status not in OPEN_STATUS
    } & voices.keys()
    voices = {ref: voice for ref, voice in voices.items() if not asserted or ref in asserted}
    groups = independent(voices, component)
    accounts = tuple(account(group, voices) for group in groups)
    origin_of = {ref: component[group[0][0]] for group in groups for ref in group}
    history = tuple(steps(ordered, origin_of))
    types = Counter(claim.type for _, claim in told if claim.type)
    acts = Counter(claim.act for _, claim in told if claim.act)
    actors, recipients = names(told, "actors"), names(told, "recipients")
    days = [node.times for node in ordered if node.times]
    act = acts.most_common(1)[0][0] if acts else None
    return StoryEvent(
        id=key,
        type=types.most_common(1)[0][0] if types else None,
        act=act,
        title=title(actors, recipients, act or (told[0][1].anchor.text)),
        claims=tuple(ClaimRef(text.id, claim.id) for text, claim in told),
        actors=actors,
        recipients=recipients,
        objects=names(told, "objects"),
        time=(min(first for first, _ in days), max(last for _, last in days)) if days else None,
        places=names(told, "locations"),
        origins=tuple(dict.fromkeys(component[text.id] for text, _ in told)),
        independent_origins=len(groups),
        status=history[-1].status,
        history=history,
        disputes=disputes_of(ordered),
        reasons=(*origin_reasons(accounts, told), *same_event(ordered, compared)),
        accounts=accounts,
    )


def steps(nodes: Sequence[Node], origin_of: Mapping[tuple[str, str], str]) -> Iterable[Step]:
    """What each article made of the event, one step an article, in order of publication."""
    by_text: dict[str, list[tuple[Text, Claim]]] = {}
    for node in nodes:
        by_text.setdefault(node.text.id, []).extend((node.text, claim) for claim in node.claims)
    told = False
    for members in by_text.values():
        text, claim = max(members, key=lambda pair: weight(*pair))
        fact = claim.factuality
        told = told or fact.status in TOLD
        # Who says that it was not, where others said that it was, contradicts them.
        denies = told and fact.status == "did_not_happen" and bool(claim.attribution)
        yield Step(
            at=text.reading.document.published,
            status="denied" if denies else fact.status,
            certainty=fact.certainty,
            polarity=fact.polarity,
            by=ClaimRef(text.id, claim.id),
            origin=origin_of.get((text.id, claim.id)),
        )


def weight(text: Text, claim: Claim) -> tuple[bool, bool, int, int]:
    """How well a claim stands for what its article says: the body before the headline, then by how much it tells."""
    headline = text.reading.document.headline
    in_headline = headline is not None and claim.anchor.start < headline.end
    roles = claim.roles
    told = sum(map(bool, (roles.actors, roles.recipients, roles.objects, roles.locations, claim.time)))
    return not in_headline, claim.type is not None, told, -claim.anchor.start


def names(told: Sequence[tuple[Text, Claim]], side: str) -> tuple[str, ...]:
    """The parties of one side, the most often named first: a country and its capital under one name, the country's."""
    forms: dict[str, Counter[tuple[bool, str]]] = defaultdict(Counter)
    for text, claim in told:
        roles: tuple[Role, ...] = getattr(claim.roles, side)
        for role in roles:
            entity = text.entities.get(role.entity or "")
            name = shown(role, text)
            key = f"country:{entity.country}" if entity and is_state(entity) else folded(name)
            forms[key][entity is not None and entity.kind == "country", name] += 1
    ranked = sorted(forms.values(), key=lambda found: (-found.total(), min(name for _, name in found)))
    # A capital that is told of as a body and as its state has one name.
    return tuple(
        dict.fromkeys(max(found, key=lambda form: (form[0], found[form], form[1]))[1] for found in ranked)
    )


def is_state(entity: Entity) -> bool:
    """Whether it stands for a country: itself, or its capital."""
    return entity.country is not None and (entity.kind == "country" or folded(entity.name) in capitals())


def shown(role: Role, text: Text) -> str:
    entity = text.entities.get(role.entity or "")
    return entity.name if entity else " ".join(role.text.split())


def title(actors: Sequence[str], recipients: Sequence[str], act: str) -> str:
    """The event in a line: ``Iran → Russia: supply``."""
    who, whom = ", ".join(actors[:NAMES]), ", ".join(recipients[:NAMES])
    sides = " → ".join(filter(None, (who, whom))) if who else f"→ {whom}" if whom else ""
    return f"{sides}: {act.replace('_', ' ')}" if sides else act.replace("_", " ")


def account(group: Sequence[tuple[str, str]], voices: Mapping[tuple[str, str], Voice | None]) -> Account:
    """The origin that a group of claims has in common; of voices of one name the one that tells most."""
    found: dict[tuple[str, str | None], Voice] = {}
    # "Two officials" says more than "sources", whichever was told first.
    for voice in sorted(
        filter(None, (voices[ref] for ref in group)),
        key=lambda one: len((one.teller or "").split()) < TELLING,
    ):
        found.setdefault((voice.key, None if voice.teller or voice.bare else voice.label), voice)
    known = [voice for voice in found.values() if voice.key != OPEN] or list(found.values())
    kind: OriginKind = known[0].kind if known else "unnamed"
    label = " = ".join(dict.fromkeys(voice.told for voice in known))
    return Account(kind, label or None, tuple(ClaimRef(*ref) for ref in group))


def origin_reasons(accounts: Iterable[Account], told: Sequence[tuple[Text, Claim]]) -> Iterable[Reason]:
    """Why the origins are as many as they are: one sentence each, with the words that name whose word it is."""
    spans = {(text.id, claim.id): source_span(text, claim) for text, claim in told}
    for one in accounts:
        articles = list(dict.fromkeys(ref.article for ref in one.claims))
        several = f", {len(articles)} articles" if len(articles) > 1 else ""
        yield Reason(
            "origin",
            1.0,
            f"{one.label or 'no source'}{several}: {', '.join(articles)}",
            tuple(dict.fromkeys(spans[ref.article, ref.claim] for ref in one.claims)),
        )


def source_span(text: Text, claim: Claim) -> ReasonSpan:
    """The source of a claim that is nearest to the fact; where it has none, the word of the act itself."""
    chain = (text.attributions[key] for key in reversed(claim.attribution) if key in text.attributions)
    place = next((each.source for each in chain if each.source is not None), claim.anchor)
    return ReasonSpan(text.id, place.start, place.end, place.text)
