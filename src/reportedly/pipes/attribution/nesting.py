"""What stands within what: nested attributions, and sources that pass on what another one told them."""

from __future__ import annotations

from bisect import bisect_left

from reportedly.pipes.attribution.chains import VOICES, depth_of
from reportedly.pipes.attribution.page import Page
from reportedly.pipes.draft import AttributionDraft


def nest(attributions: list[AttributionDraft]) -> None:
    """Set ``within`` of each attribution to the narrowest other one whose content holds its cue."""
    holders = _holders(attributions)
    for attribution in attributions:
        if attribution.within is not None:
            continue
        around = [
            other
            for other in holders.get(_place(attribution), ())
            if other is not attribution and not _within(other, attribution)
        ]
        if around:
            # Of two that say the same, the one that is passed on is the narrower.
            attribution.within = min(around, key=lambda other: (size(other), -depth_of(other)))


def _holders(attributions: list[AttributionDraft]) -> dict[int, list[AttributionDraft]]:
    """By the token that an attribution stands at, those whose content holds it, found in one walk over the places."""
    places = sorted({_place(attribution) for attribution in attributions})
    holders: dict[int, list[AttributionDraft]] = {place: [] for place in places}
    for attribution in attributions:
        for start, end in attribution.content:
            for at in range(bisect_left(places, start), bisect_left(places, end)):
                holders[places[at]].append(attribution)
    return holders


def prune(page: Page, attributions: list[AttributionDraft]) -> list[AttributionDraft]:
    """Without the attitudes and intentions within what another one says, and the speaker's own thoughts in it."""
    return [
        each
        for each in attributions
        if each.within is None
        or _is_told_of(each, each.within)
        or (_is_voice(each) and not _is_own_thought(page, each, each.within))
    ]


def _is_told_of(inner: AttributionDraft, outer: AttributionDraft) -> bool:
    """Whether an act of speech is what somebody means to do: "je voudrais parler de"."""
    return outer.cue is not None and outer.cue.sort == "intention" and not inner.content


def _is_own_thought(page: Page, inner: AttributionDraft, outer: AttributionDraft) -> bool:
    """Whether a thought is the outer source's own: "he said he believes"."""
    if inner.cue is None or inner.cue.sort == "report" or inner.source is None or outer.source is None:
        return False
    if inner.source.start == outer.source.start:
        return True
    head, other = page.doc[inner.source.head], page.doc[outer.source.head]
    personal = head.pos_ == "PRON" and "Prs" in head.morph.get("PronType", [])
    if head.morph.get("Person", ["3"]) != other.morph.get("Person", ["3"]):
        return False
    return personal and head.morph.get("Number", []) == (
        other.morph.get("Number", []) or head.morph.get("Number", [])
    )


def _is_voice(attribution: AttributionDraft) -> bool:
    return attribution.cue is None or attribution.cue.sort in VOICES


def _place(attribution: AttributionDraft) -> int:
    if attribution.cue is not None:
        return attribution.cue.start
    return attribution.content[0][0]


def _within(attribution: AttributionDraft, outer: AttributionDraft) -> bool:
    seen = 0
    while attribution.within is not None and seen < 50:
        attribution, seen = attribution.within, seen + 1
        if attribution is outer:
            return True
    return False


def size(attribution: AttributionDraft) -> int:
    """The tokens of the content."""
    return sum(end - start for start, end in attribution.content)
