"""What would follow from what a voice says is that voice's too: "expects them to buy it, | which would anger Lima"."""

from __future__ import annotations

from reportedly.pipes.attribution.page import Page
from reportedly.pipes.attribution.tree import form
from reportedly.pipes.draft import AttributionDraft

#: How far behind its pronoun the verb of such a clause may stand, in tokens.
REACH = 5


def carry_suppositions(page: Page, found: list[AttributionDraft]) -> None:
    """Let contents reach over the conditional clause behind them."""
    for attribution in found:
        if attribution.cue is None or not attribution.content:
            continue
        start, end = attribution.content[-1]
        last = _supposed(page, end)
        if last is not None and attribution.cue.start < start:
            attribution.content[-1] = (start, last)


def _supposed(page: Page, end: int) -> int | None:
    """The end of the relative clause in the conditional that begins behind a comma; None where there is none."""
    doc = page.doc
    if end + 1 >= len(doc) or doc[end].text != "," or page.inside[end] is not None:
        return None
    high = page.sentence_of(end)[1]
    opening = next(
        (i for i in (end + 1, end + 2) if i < high and form(doc[i]) in page.lexicon.words["relative"]), None
    )
    if opening is None or (opening == end + 2 and form(doc[end + 1]) not in page.lexicon.words["thing"]):
        return None
    if not any(_conditional(page, i) for i in range(opening + 1, min(opening + REACH, high))):
        return None
    return next((i for i in range(opening + 1, high) if doc[i].is_punct or doc[i].is_quote), high)


def _conditional(page: Page, i: int) -> bool:
    token = page.doc[i]
    return form(token) in page.lexicon.words["supposing"] or "Cnd" in token.morph.get("Mood", [])
