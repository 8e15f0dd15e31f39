"""The provenance graph: origins to the left, each with a lane of articles, one column further for each step of copying.

Kinds of links differ by their stroke, statuses by their mark; colour only repeats it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportedly.show.markup import Markup, el
from reportedly.web.draw.lanes import Lane, Member, Placed, Source, lanes
from reportedly.web.draw.marks import mark
from reportedly.web.draw.svg import Say, drawing, fit, number, path, pen, titled, width_of, words_at

ROW, COLUMN, LEFT, GAP, TOP, BOX = 38, 186, 214, 22, 46, 176
KINDS = ("copy", "excerpt", "rewrite", "quotes", "cites")
#: More articles than this are not drawn; the page lists them.
MOST = 160


def graph(sources: Sequence[Source], members: Sequence[Member], say: Say, *, zoom: float = 0) -> Markup:
    """The whole graph; identical copies beyond the first two are folded into one."""
    found = lanes(sources, members[:MOST])
    if not found:
        return Markup("")
    tops = list(_tops(found))
    deepest = max(placed.column for lane in found for placed in lane.placed)
    wide = max(LEFT + COLUMN * (deepest + 1) + 10, 640)
    parts = [part for lane, top in zip(found, tops, strict=True) for part in whole(lane, top, wide, say)]
    return drawing(
        wide,
        tops[-1] + ROW * found[-1].rows + 12,
        say("draw", "graph"),
        *legend(say),
        *parts,
        about=say("draw", "graph_about", articles=len(members), origins=len(found)),
        cls="graph",
        zoom=zoom,
    )


def _tops(found: Sequence[Lane]) -> Iterator[float]:
    y: float = TOP
    for lane in found:
        yield y
        y += ROW * lane.rows + GAP


def legend(say: Say) -> Iterator[Markup]:
    """What the strokes mean."""
    x = 12.0
    for kind in KINDS:
        name = say("links", kind)
        yield from stroke(pen("M", x, 16, "H", x + 30), kind)
        yield words_at(x + 36, 20, name, "soft")
        x += 36 + width_of(name) + 18


def stroke(d: str, kind: str | None) -> Iterator[Markup]:
    """A link in the manner of its kind: a copy is a double line."""
    name = kind if kind in KINDS else "shared"
    yield path(d, f"link {name}")
    if name == "copy":
        yield path(d, "link hollow")


def whole(lane: Lane, top: float, wide: float, say: Say) -> Iterator[Markup]:
    """A lane: its band, its origin, its links and then its articles above them."""
    tall = ROW * lane.rows
    yield el(
        "rect", x="0", y=number(top - 4), width=number(wide), height=number(tall + 8), rx="6", cls="band"
    )
    yield origin(lane.source, top, say)
    for placed in lane.placed:
        yield from link(placed, top)
    for placed in lane.placed:
        yield article(placed, top, say)


def origin(source: Source, top: float, say: Say) -> Markup:
    """The beginning of a lane: what kind of origin it is, and its name."""
    y = top + ROW / 2
    kind = say("origins", source.kind)
    return titled(
        words_at(12, y - 3, kind, "kind"),
        words_at(12, y + 13, fit(source.label, BOX), "label"),
        title=f"{kind}: {source.label}",
        href=source.href,
    )


def link(placed: Placed, top: float) -> Iterator[Markup]:
    """The line to an article: along the row from one before it, else down from the one that it was made from."""
    x, y = centre(placed, top)
    if placed.above is None:
        start, level = 12 + BOX, top + ROW / 2
        yield from stroke(pen("M", start, level, "C", x - 16, level, start, y, x - 8, y), None)
        return
    from_x, from_y = centre(placed.above, top)
    if from_y == y:
        begin = from_x + 16 + width_of(shown(placed.above))
        d = pen("M", min(begin, x - 12), y, "H", x - 8)
    else:
        d = pen("M", from_x, from_y + 8, "V", y - 10, "Q", from_x, y, from_x + 12, y, "H", x - 8)
    yield from stroke(d, placed.member.kind)


def shown(placed: Placed) -> str:
    """An article's name as far as there is room beside its mark."""
    return fit(placed.member.label, COLUMN - 46)


def article(placed: Placed, top: float, say: Say) -> Markup:
    """An article's mark with its name and its day, or how many copies are folded here."""
    x, y = centre(placed, top)
    member = placed.member
    if placed.folded:
        words = say("draw", "folded", count=placed.folded)
        return titled(words_at(x - 2, y + 4.5, words, "folded"), title=words, href="#articles")
    return titled(
        mark(member.status, x, y),
        words_at(x + 12, y + 4.5, shown(placed), "label"),
        words_at(x + 12, y + 16.5, fit(member.detail, COLUMN - 46, 11), "detail"),
        title=title_of(member, say),
        href=member.href,
    )


def title_of(member: Member, say: Say) -> str:
    """What is told of an article when somebody points at it."""
    kind = say("links", member.kind) if member.kind in KINDS else ""
    return " · ".join(filter(None, (member.label, member.detail, say("status", member.status), kind)))


def centre(placed: Placed, top: float) -> tuple[float, float]:
    """Where an article's mark stands; ``top`` is its lane's."""
    return LEFT + COLUMN * placed.column + 10, top + ROW * placed.row + ROW / 2
