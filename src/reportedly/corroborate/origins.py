"""Where the information of a set entered it: sets of articles with the reasons why they count as one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from reportedly.corroborate.lineage import Lineage
from reportedly.corroborate.links import Reuse
from reportedly.corroborate.model import Link, Origin, OriginKind, Reason, ReasonSpan
from reportedly.corroborate.texts import Text


def origin_of(key: str, members: Sequence[Text], lineage: Lineage) -> Origin:
    """The origin of articles that hang together, given in order of time, with the name of whom it is from.

    Articles are joined by derivation, and by words shared under one agency's credit: both are copies of its dispatch.
    """
    by_id = {text.id: text for text in members}
    kind, label = name_of(members)
    reasons = tuple(reason for text in members for reason in reasons_of(text, by_id, lineage))
    return Origin(key, kind, label, tuple(by_id), reasons)


def reasons_of(text: Text, by_id: Mapping[str, Text], lineage: Lineage) -> Iterator[Reason]:
    """Why an article is of its origin: whom it derives from, and with whom it shares an agency's words."""
    link = lineage.derived.get(text.id)
    if link is not None and isinstance(link.to, str):
        yield reason_of(text, by_id[link.to], link)
    if text.id in lineage.siblings:
        for reuse in lineage.shared(text.id):
            if reuse.earlier.id in lineage.siblings[text.id]:
                yield shared_credit(reuse)


def reason_of(later: Text, earlier: Text, link: Link) -> Reason:
    """Why the one article derives from the other, in words."""
    what = {
        "copy": "repeats",
        "excerpt": "takes passages from",
        "rewrite": "retells",
        "quotes": "quotes",
        "cites": "names as its source",
    }[link.kind]
    share = f" ({round(100 * link.score)} % of its words)" if link.passages else " (in the other language)"
    detail = f"{shown(later)} {what} {shown(earlier)}{share}"
    return Reason(f"derives:{link.kind}", link.score, detail, tuple(spans_of(later, link)))


def spans_of(later: Text, link: Link) -> Iterator[ReasonSpan]:
    for passage in link.passages[:3]:
        words = later.reading.document.text[passage.start : passage.end]
        yield ReasonSpan(later.id, passage.start, passage.end, words)


def shared_credit(reuse: Reuse) -> Reason:
    """Why two articles with one agency's words are one origin."""
    theirs = {credit.agency for credit in reuse.earlier.credits}
    credits_ = [credit for credit in reuse.later.credits if credit.agency in theirs]
    spans = tuple(
        ReasonSpan(reuse.later.id, one.span.start, one.span.end, one.span.text)
        for one in credits_
        if one.span.text
    )
    both = f"{shown(reuse.later)} and {shown(reuse.earlier)}"
    detail = f"{both} share {reuse.alike} words and both credit {credits_[0].agency}"
    return Reason("agency", 1.0, detail, spans)


def shown(text: Text) -> str:
    """An article by its outlet's name, else its id."""
    return text.outlet or text.id


def name_of(members: Sequence[Text]) -> tuple[OriginKind, str]:
    """The agency behind most of the articles, else the outlet that was first."""
    agencies: dict[str, int] = defaultdict(int)
    for text in members:
        for name in {credit.agency for credit in text.credits} | ({text.agency} if text.agency else set()):
            agencies[name] += 1
    first = members[0]
    if first.agency:
        return "agency", first.agency
    best = max(agencies.items(), key=lambda pair: (pair[1], pair[0]), default=None)
    if best and any(credit.agency == best[0] for credit in first.credits):
        return "agency", best[0]
    return "outlet", shown(first)
