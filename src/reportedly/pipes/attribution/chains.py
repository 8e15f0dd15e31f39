"""Chains of voices: which attributions hold a token, from the voice nearest to the article to the innermost."""

from __future__ import annotations

from reportedly.pipes.draft import AttributionDraft, Draft

#: Attitudes and intentions are somebody's, but nobody's word for what they are about.
VOICES = frozenset(["report", "belief", "knowledge"])


def chain_of(draft: Draft, token: int) -> list[AttributionDraft]:
    """The attributions whose content holds a token, outermost first, each with those that pass it on.

    :param token: index of a token of the document.
    """
    holding = [each for each in draft.attributions if holds(each, token) and is_voice(each)]
    chain: list[AttributionDraft] = []
    for attribution in sorted(holding, key=depth_of):
        if attribution not in chain:
            chain.append(attribution)
    return chain


def holds(attribution: AttributionDraft, token: int) -> bool:
    """Whether a token stands in the content of an attribution."""
    return any(start <= token < end for start, end in attribution.content)


def is_voice(attribution: AttributionDraft) -> bool:
    """Whether an attribution is somebody's word, belief or knowledge; one without a source is nobody's."""
    if attribution.source is None:
        return False
    return attribution.cue is None or attribution.cue.sort in VOICES


def depth_of(attribution: AttributionDraft) -> int:
    """How many attributions stand around one."""
    depth, seen = 0, {id(attribution)}
    while attribution.within is not None and id(attribution.within) not in seen:
        attribution = attribution.within
        seen.add(id(attribution))
        depth += 1
    return depth
