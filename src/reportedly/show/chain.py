"""Who says so, and through whom, in words: ``Reuters ← two officials, unnamed ← confidential reports``."""

from __future__ import annotations

from reportedly.model import Attribution, Claim, Entity, Source, Span
from reportedly.show.index import Index, flat
from reportedly.show.words import Words

ARROW = " \N{LEFTWARDS ARROW} "


def voice(claim: Claim, index: Index, words: Words) -> str:
    """The whole chain from the article to the voice nearest to the fact."""
    hops = hops_of(claim, index, words)
    if hops:
        return ARROW.join(hops)
    return words("voices", "headline" if index.in_headline(claim) else "article")


def hops_of(claim: Claim, index: Index, words: Words) -> list[str]:
    """The sources in words, outermost first, each once; empty for the article's own voice."""
    hops: dict[str, str] = {}
    known = [index.attributions[key] for key in claim.attribution if key in index.attributions]
    for attribution in known:
        outlet = _outlet(attribution.addressee, index)
        if outlet and not any(outlet.name in hop for hop in hops.values()):
            hops.setdefault(outlet.id, outlet.name)
        hop = _hop(attribution, index, words)
        who = attribution.source.entity if attribution.source else None
        hops.setdefault(who or hop, hop)
    return list(dict.fromkeys(hops.values()))


def _hop(attribution: Attribution, index: Index, words: Words) -> str:
    """One source in words."""
    source = attribution.source
    if source is None:
        if attribution.kind == "direct":
            return words("voices", "quoted")
        cue = attribution.cue
        # "Reportedly": somebody says so, and the article does not say who.
        return words("voices", "no_source") + (f" ({words('voices', 'quote', text=cue.text)})" if cue else "")
    name = _name(source, index, words)
    addressee = attribution.addressee
    if addressee and not _outlet(addressee, index):
        name = words("voices", "told", source=name, addressee=_without_preposition(addressee, index))
    return name


def _name(source: Source, index: Index, words: Words) -> str:
    """A named source by its name, another in the article's own words, with whom they stand for."""
    entity = index.entities.get(source.entity or "")
    if entity and _is_pronoun(source, entity):
        text = index.running(entity.name)
        named = source.named or any(mention.type == "name" for mention in entity.mentions)
    else:
        text = index.running(source.text)
        named = source.named
        if entity and not named:
            text = _with_name(text, index.running(entity.name), words)
    # A document has no name to withhold.
    if named or source.role == "document" or words.anonymous(text):
        return text
    return words("voices", "unnamed", source=text)


def _with_name(text: str, name: str, words: Words) -> str:
    """A nominal source with whom it stands for, unless one says all that the other does."""
    short, full = text.casefold(), name.casefold()
    if full in short:
        return text
    # "The spokesman" is the "spokesman of the ministry" told short.
    if short in full or short.split(maxsplit=1)[-1] in full:
        return name
    return words("voices", "which", source=text, name=name)


def _is_pronoun(source: Source, entity: Entity) -> bool:
    return any(
        mention.type == "pronoun" and source.start <= mention.start and mention.end <= source.end
        for mention in entity.mentions
    )


def _outlet(addressee: Span | None, index: Index) -> Entity | None:
    """The outlet that was spoken to: what it passes on goes through it."""
    if addressee is None:
        return None
    found = index.mentioned_in(addressee.start, addressee.end)
    return next((entity for entity in found if entity.kind == "outlet"), None)


def _without_preposition(addressee: Span, index: Index) -> str:
    """The addressee's name where it is known; the words alone may begin with "to" or "à"."""
    entity = next(index.mentioned_in(addressee.start, addressee.end), None)
    return entity.name if entity else flat(addressee.text)
