"""The argument for one claim in words: the act, who takes part, who says so, how sure it is, what to beware of."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.explain import explain
from reportedly.model import Attribution, Claim, Reading
from reportedly.show.chain import hops_of, voice
from reportedly.show.index import Index, flat
from reportedly.show.words import Words, words_for

#: A heading and the lines that stand under it.
Step = tuple[str, list[str]]


def argument(claim: Claim, reading: Reading, labels: str | None = None) -> list[Step]:
    """The steps of the argument for a claim, each a heading with its lines, in the order in which they are decided.

    :param labels: the reader's language, ``fr`` or ``en``; None takes the article's own.
    """
    index, words = Index(reading), words_for(reading, labels)
    steps = [
        ("sentence", [flat(claim.evidence.text)]),
        ("act", list(_act(claim, words))),
        ("parties", list(_parties(claim, index, words))),
        ("voices", list(_voices(claim, index, words))),
        ("sure", explain(claim, words.language)),
        ("event", list(_event(claim, index, words))),
        ("against", [flat(reading.findings[place].message) for place in index.findings_on.get(claim.id, [])]),
    ]
    return [(words("why", key), lines) for key, lines in steps if lines]


def title(claim: Claim, reading: Reading, labels: str | None = None) -> str:
    """What a claim says in a line: its id, its word, and how it stands."""
    words = words_for(reading, labels)
    word = words("voices", "quote", text=flat(claim.anchor.text))
    return f"{claim.id} {word} · {words.act(claim)} · {words.status(claim, reported=bool(claim.attribution))}"


def find(reading: Reading, wanted: tuple[str, ...]) -> tuple[list[Claim], list[str]]:
    """The claims of these ids or anchor words, or all; and what was asked for in vain."""
    if not wanted:
        return list(reading.claims), []
    keys = {word.casefold() for word in wanted}
    found = [one for one in reading.claims if keys & _names(one)]
    known = set().union(*map(_names, found)) if found else set()
    return found, [word for word in wanted if word.casefold() not in known]


def _names(claim: Claim) -> set[str]:
    return {name.casefold() for name in (claim.id, flat(claim.anchor.text), claim.anchor.lemma)}


def _act(claim: Claim, words: Words) -> Iterator[str]:
    anchor = words("voices", "quote", text=flat(claim.anchor.text))
    if claim.type is None and claim.act is None:
        yield words("why", "outside", anchor=anchor)
        return
    code = claim.type or "–"
    yield words("why", "names", anchor=anchor, act=words.act(claim), code=code)
    if claim.plover and claim.plover != claim.type:
        yield words("why", "intended", code=code, plover=claim.plover)
    if claim.cameo:
        yield words("why", "cameo", code=claim.cameo)


def _parties(claim: Claim, index: Index, words: Words) -> Iterator[str]:
    roles = claim.roles
    sides = {
        "actors": roles.actors,
        "recipients": roles.recipients,
        "objects": roles.objects,
        "locations": roles.locations,
    }
    for key, fillers in sides.items():
        for filler in fillers:
            name = index.name(filler)
            text = flat(filler.text)
            same = name.casefold() == text.casefold()
            yield words("why", key, name=name) + ("" if same else f" ({words('voices', 'quote', text=text)})")


def _voices(claim: Claim, index: Index, words: Words) -> Iterator[str]:
    """The whole chain, then each hop with the words that carry it."""
    if not hops_of(claim, index, words):
        yield words("why", "own", voice=voice(claim, index, words))
        return
    yield voice(claim, index, words)
    for key in claim.attribution:
        if (attribution := index.attributions.get(key)) and attribution.cue:
            yield _hop(attribution, words)


def _hop(attribution: Attribution, words: Words) -> str:
    cue = attribution.cue
    source = flat(attribution.source.text) if attribution.source else words("voices", "no_source")
    told = words("voices", "quote", text=flat(cue.text)) if cue else ""
    stance = words("stances", cue.stance) if cue else ""
    return words("why", "hop", source=source, cue=told, stance=stance)


def _event(claim: Claim, index: Index, words: Words) -> Iterator[str]:
    for event in index.reading.events:
        others = [index.claims[key] for key in event.claims if key != claim.id and key in index.claims]
        if claim.id in event.claims and others:
            yield from (title(other, index.reading, words.language) for other in others)
