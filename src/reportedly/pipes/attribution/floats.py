"""Quotations without a cue of their own: they carry on what the speaker before them was saying.

A floating quotation fills its sentences. After a direct quotation it is one more piece of that content; after reported
speech it is an attribution of its own, by the same source to the same hearer, with no cue.
"""

from __future__ import annotations

from bisect import bisect_right

from reportedly.pipes.attribution.page import Page
from reportedly.pipes.attribution.quotes import Quote
from reportedly.pipes.attribution.tree import is_light, words
from reportedly.pipes.draft import AttributionDraft

#: A quotation that begins more tokens than this after the speaker's last word is somebody else's.
REACH = 200


def carry_on(page: Page, found: list[AttributionDraft]) -> list[AttributionDraft]:
    """Give every floating quotation to the speaker before it; the attributions that are new are returned."""
    speakers = sorted((a for a in found if _may_go_on(page, a)), key=_last)
    ends = [_last(a) for a in speakers]
    covered = _covered(page, found)
    new: list[AttributionDraft] = []
    latest: tuple[int, AttributionDraft] | None = None
    for quote in page.quotes:
        if quote.depth or covered[quote.start + 1 : quote.start + 2] == [True] or not _floats(page, quote):
            continue
        at = bisect_right(ends, quote.start) - 1
        speaker = speakers[at] if at >= 0 else None
        last = ends[at] if at >= 0 else -1
        if latest is not None and latest[0] > last:
            last, speaker = latest
        if speaker is None or not _follows(page, last, quote, speaker):
            continue
        piece = (quote.start, quote.end)
        if speaker.kind == "direct":
            speaker.content.append(piece)
        else:
            speaker = AttributionDraft(
                "direct", speaker.source, None, [piece], speaker.addressee, speaker.within
            )
            new.append(speaker)
        latest = (quote.end, speaker)
    return new


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
    covered = [False] * len(page.doc)
    for attribution in found:
        for start, end in attribution.content:
            covered[start:end] = [True] * (end - start)
    return covered


def _floats(page: Page, quote: Quote) -> bool:
    """Whether a quotation fills its sentences and is more than a phrase."""
    low, _ = page.sentence_of(quote.start)
    _, high = page.sentence_of(max(quote.start, quote.end - 1))
    if words(page.doc, low, quote.start) or words(page.doc, quote.end, high):
        return False
    inner = [page.doc[i] for i in range(quote.start, quote.end) if not is_light(page.doc[i])]
    return len(inner) > 2 and any(token.pos_ in ("VERB", "AUX") for token in inner)


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
