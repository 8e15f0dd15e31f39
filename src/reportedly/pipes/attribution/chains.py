"""Chains of voices: which attributions hold a token, from the voice nearest to the article to the innermost."""

from __future__ import annotations

from reportedly.pipes.draft import AttributionDraft, Draft

#: Attitudes and intentions are somebody's, but nobody's word for what they are about.
VOICES = frozenset(["report", "belief", "knowledge"])


class ChainFinder:
    """The chains of one document, for many tokens: what each token stands in is looked up once.

    :param draft: whose attributions are final; later ones are not seen.
    """

    def __init__(self, draft: Draft) -> None:
        self.holding: dict[int, list[AttributionDraft]] = {}
        for attribution in draft.attributions:
            if is_voice(attribution):
                for start, end in attribution.content:
                    for token in range(start, end):
                        if not is_cue(attribution, token):
                            self.holding.setdefault(token, []).append(attribution)

    def at(self, token: int) -> list[AttributionDraft]:
        """The attributions whose content holds a token, outermost first."""
        return in_order(self.holding.get(token, []))


def chain_of(draft: Draft, token: int) -> list[AttributionDraft]:
    """The attributions whose content holds a token, outermost first, each with those that it passes on.

    Attitudes and intentions are left out, as are attributions without a source. For many tokens of one document
    ``ChainFinder`` is quicker.

    :param token: index of a token of the document.
    """
    return in_order([each for each in draft.attributions if holds(each, token) and is_voice(each)])


def in_order(attributions: list[AttributionDraft]) -> list[AttributionDraft]:
    """Attributions from the outermost to the innermost, each once."""
    chain: list[AttributionDraft] = []
    for attribution in sorted(attributions, key=depth_of):
        if attribution not in chain:
            chain.append(attribution)
    return chain


def holds(attribution: AttributionDraft, token: int) -> bool:
    """Whether a token stands in the content of an attribution."""
    return any(start <= token < end for start, end in attribution.content) and not is_cue(attribution, token)


def is_cue(attribution: AttributionDraft, token: int) -> bool:
    """Whether a token is of the cue, which the content may hold ("son avis") and which is nobody's word for itself."""
    return attribution.cue is not None and attribution.cue.start <= token < attribution.cue.end


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
