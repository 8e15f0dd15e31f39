"""Two texts side by side: what each has of the other's words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportedly.corroborate.model import Passage
from reportedly.model import Reading
from reportedly.show.changes import changes
from reportedly.show.highlight import Mark, Segment, segments
from reportedly.show.markup import Markup, el, join, text


def beside(
    later: Reading, earlier: Reading, passages: Sequence[Passage], label: str, *, alike: bool = True
) -> tuple[Markup, Markup]:
    """Both texts with the passages that they share, each linked to its twin.

    :param passages: as stories give them: where they stand in the later text, and in the earlier.
    :param label: what a link's title says.
    :param alike: whether passages are the same words, so that those which differ within one are marked.
    """
    mine: list[Mark] = []
    theirs: list[Mark] = []
    for number, one in enumerate(passages, 1):
        mine.append(Mark(one.start, one.end, "shared", str(number)))
        theirs.append(Mark(one.other_start, one.other_end, "shared", str(number)))
        if alike:
            here, there = differences(later.document.text, earlier.document.text, one)
            mine += here
            theirs += there
    return _side(later, mine, ("l", "r"), label), _side(earlier, theirs, ("r", "l"), label)


def differences(later: str, earlier: str, at: Passage) -> tuple[list[Mark], list[Mark]]:
    """The words that differ within a passage, on either side: where a hedge was lost is seen here."""
    mine: list[Mark] = []
    theirs: list[Mark] = []
    here, there = at.start, at.other_start
    for one in changes(small(earlier[at.other_start : at.other_end]), small(later[at.start : at.end])):
        words = len(one.text.rstrip())
        if one.kind == "new":
            mine.append(Mark(here, here + words, "differs"))
        elif one.kind == "gone":
            theirs.append(Mark(there, there + words, "differs"))
        here += len(one.text) if one.kind != "gone" else 0
        there += len(one.text) if one.kind != "new" else 0
    return mine, theirs


def small(text: str) -> str:
    """The text without capitals, as long as before: they do not matter between copies."""
    lower = text.lower()
    return lower if len(lower) == len(text) else text


def _side(reading: Reading, marks: list[Mark], sides: tuple[str, str], label: str) -> Markup:
    document = reading.document
    if document.headline:
        marks = [*marks, Mark(document.headline.start, document.headline.end, "headline")]
    return join(*_parts(document.text, segments(0, len(document.text), marks), sides, label))


def _parts(words: str, cut: Iterator[Segment], sides: tuple[str, str], label: str) -> Iterator[Markup]:
    """The segments in turn; a passage that is cut, or given twice, has its id once."""
    here, there = sides
    named: set[str] = set()
    for part in cut:
        inside = text(words[part.start : part.end])
        if not part.marks:
            yield inside
            continue
        numbers = [mark.claim for mark in part.marks if mark.layer == "shared"]
        if numbers:
            ids = [
                el("span", id=f"{here}{number}", cls="act-id") for number in numbers if number not in named
            ]
            named.update(numbers)
            first = numbers[0]
            inside = join(
                *ids, el("a", inside, href=f"#{there}{first}", title=f"{label} {first}", cls=f"p{first}")
            )
        yield el("mark", inside, cls=" ".join(dict.fromkeys(mark.layer for mark in part.marks)))
