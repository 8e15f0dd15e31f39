"""Where the information of a set entered it: sets of articles with the reasons why they count as one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from reportedly.corroborate.links import Reuse, siblings
from reportedly.corroborate.model import Link, Origin, OriginKind, Reason, ReasonSpan
from reportedly.corroborate.sets import Sets
from reportedly.corroborate.texts import Text


def origins_of(
    texts: Sequence[Text], derived: Mapping[str, Link], reuses: Mapping[Text, Sequence[Reuse]]
) -> list[Origin]:
    """The origins of a set of articles, each article in one of them, in order of time.

    Articles are joined by derivation, and by words shared under one agency's credit: both are copies of its dispatch.
    """
    sets = Sets()
    by_id = {text.id: text for text in texts}
    reasons: dict[str, list[Reason]] = defaultdict(list)
    for article, link in derived.items():
        if isinstance(link.to, str):
            sets.join(article, link.to)
            reasons[article].append(reason_of(by_id[article], by_id[link.to], link))
    for text, found in reuses.items():
        for reuse in found:
            if siblings(text, reuse.earlier):
                sets.join(text.id, reuse.earlier.id)
                reasons[text.id].append(shared_credit(reuse))
    groups = sets.groups(text.id for text in texts)
    return [
        origin(f"o{number}", [by_id[key] for key in keys], [each for key in keys for each in reasons[key]])
        for number, keys in enumerate(groups, 1)
    ]


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


def origin(key: str, members: Sequence[Text], reasons: Sequence[Reason]) -> Origin:
    """An origin with the name of whom its articles have the information from."""
    kind, label = name_of(members)
    return Origin(key, kind, label, tuple(text.id for text in members), tuple(reasons))


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
