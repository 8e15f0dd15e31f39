"""Quotations without a cue of their own: they carry on what the speaker before them was saying.

A floating quotation begins its sentence and fills it. After a quotation it is one more piece of that content; after
reported speech it is an attribution of its own, by the same source to the same hearer, with no cue.
"""

from __future__ import annotations

from bisect import bisect_right

from reportedly.pipes.attribution.page import Page
from reportedly.pipes.attribution.quotes import Quote
from reportedly.pipes.attribution.tree import is_light, words
from reportedly.pipes.draft import AttributionDraft

#: A quotation that begins more tokens than this after the speaker's last word is somebody else's.
REACH = 200
#: Of the attributions that end in the sentence before a quotation, how many are looked at.
CHOICE = 4
#: How well a quotation goes on with what was said before it.
GOES_ON = {"direct": 2, "mixed": 1, "indirect": 0}


def carry_on(page: Page, found: list[AttributionDraft]) -> list[AttributionDraft]:
    """Give every floating quotation to the speaker before it; the attributions that are new are returned."""
    speakers = sorted((a for a in found if _may_go_on(page, a)), key=_last)
    ends = [_last(a) for a in speakers]
    covered = _covered(page, found)
    new: list[AttributionDraft] = []
    latest: tuple[int, AttributionDraft] | None = None
    for quote in page.quotes:
        if quote.depth or covered[quote.start + 1 : quote.start + 2] == [True]:
            continue
        at = bisect_right(ends, quote.start)
        nearest = list(zip(ends[max(at - CHOICE, 0) : at], speakers[max(at - CHOICE, 0) : at], strict=True))
        if latest is not None and (not nearest or latest[0] > nearest[-1][0]):
            nearest = [latest]
        speaker = _speaker_of(page, quote, nearest)
        if speaker is None or not _floats(page, quote, speaker):
            continue
        piece = (quote.start, quote.end)
        if speaker.kind != "direct":
            speaker = AttributionDraft(
                "direct", speaker.source, None, [piece], speaker.addressee, speaker.within
            )
            new.append(speaker)
        else:
            speaker.content.append(piece)
        latest = (quote.end, speaker)
    return new


def _speaker_of(
    page: Page, quote: Quote, nearest: list[tuple[int, AttributionDraft]]
) -> AttributionDraft | None:
    """Whoever was quoted in the sentence before, else whoever was last said to speak there."""
    near = [(end, speaker) for end, speaker in nearest if _follows(page, end, quote, speaker)]
    best = max(near, key=lambda each: (GOES_ON[each[1].kind], each[0]), default=None)
    return best[1] if best is not None else None


def _may_go_on(page: Page, attribution: AttributionDraft) -> bool:
    cue = attribution.cue
    if attribution.source is None or cue is None or cue.sort in ("attitude", "intention"):
        return False
    return page.inside[cue.start] is None


def _last(attribution: AttributionDraft) -> int:
    """Where an attribution ends, its cue and source included."""
    ends = [end for _, end in attribution.content]
    if attribution.cue is not None:
        ends.append(attribution.cue.end)
    if attribution.source is not None:
        ends.append(attribution.source.end)
    return max(ends)


def _covered(page: Page, found: list[AttributionDraft]) -> list[bool]:
    """Which tokens somebody outside of their quotation is said to say."""
    covered = [False] * len(page.doc)
    for attribution in found:
        if attribution.cue is not None and page.inside[attribution.cue.start] is not None:
            continue
        for start, end in attribution.content:
            covered[start:end] = [True] * (end - start)
    return covered


def _floats(page: Page, quote: Quote, speaker: AttributionDraft) -> bool:
    """Whether a quotation fills its sentences; after somebody's indirect speech it must be more than a phrase."""
    low, _ = page.sentence_of(quote.start)
    _, high = page.sentence_of(max(quote.start, quote.end - 1))
    if words(page.doc, low, quote.start) or any(
        page.doc[i].pos_ in ("VERB", "AUX") for i in range(quote.end, high)
    ):
        return False
    inner = [page.doc[i] for i in range(quote.start, quote.end) if not is_light(page.doc[i])]
    if speaker.kind != "indirect":
        return bool(inner)
    filled = not words(page.doc, quote.end, high)
    return filled and len(inner) > 2 and any(token.pos_ in ("VERB", "AUX") for token in inner)


def _follows(page: Page, last: int, quote: Quote, speaker: AttributionDraft) -> bool:
    """Whether a quotation comes right after a speaker: in the next sentence, or in a paragraph of nothing else."""
    doc = page.doc
    if quote.start - last > REACH:
        return False
    between = [i for i in range(last, quote.start) if not is_light(doc[i])]
    same = page.same_paragraph(last - 1, quote.start)
    if same:
        # What follows the content in its sentence may be more of the reporting clause, but no sentence lies between.
        return not between or page.sentence_of(between[-1])[0] <= last
    return not between and speaker.kind == "direct" and _fills_paragraph(page, quote)


def _fills_paragraph(page: Page, quote: Quote) -> bool:
    i = quote.end
    doc = page.doc
    while i < len(doc) and "\n" not in doc[i].text:
        if not is_light(doc[i]):
            return False
        i += 1
    return True
