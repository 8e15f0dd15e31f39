"""What a headline says is not so: its stretches that a hoax, a denial or a "no" takes back.

Title-case headlines are parsed poorly, so that all goes by place: what stands before "is a hoax", between "fake" and
"report", after "denies", in the question before "No". A word that only tells of somebody's dealings with a hoax
("arrested over bomb hoax") takes nothing back.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.pipes.titles.title import Mark, Part, Title
from reportedly.pipes.words import is_finite

#: How far after "fake" the noun may stand that it makes untrue, and before a hoax what ties it to its subject.
REACH = 6
#: A part of so few words beside its verdict says nothing else: "another cruel hoax".
FEW = 3
CONTENT = frozenset(["NOUN", "PROPN", "ADJ", "NUM", "VERB", "X"])


@dataclass(frozen=True, slots=True)
class Taken:
    """Tokens ``[start, end)`` that the words of a mark take back; ``denied``: on somebody's word alone."""

    start: int
    end: int
    mark: Mark
    denied: bool = False
    doubted: bool = False
    #: Who denies, where the words before the mark say so.
    by: tuple[int, int] | None = None


def taken_back(title: Title) -> tuple[Taken, ...]:
    """All that a headline takes back, in order of its words."""
    found = [*_denials(title), *_falsehoods(title), *_answers(title), *_verdicts(title)]
    return tuple(taken for taken in found if taken.start < taken.end)


def _denials(title: Title) -> Iterator[Taken]:
    """ "Baker denies merger", "mayor slams rumours that he left", "rumour of his death denied"."""
    for mark in title.marks(title.lexicon.denial):
        part = title.part_of(mark.start)
        if part is None or _negated(title, mark.start, part):
            continue
        end = _stop(title, mark.end, part.end)
        if mark.kind == "dismissals" and _told(title, mark.end, end) is None:
            continue
        if mark.kind == "verbs" and _empty(title, mark.end, end):
            yield from _denied_before(title, mark, part)
            continue
        doubted = mark.kind == "doubts"
        if end > mark.end and not _agent(title, mark.end):
            yield Taken(mark.end, end, mark, not doubted, doubted, (part.start, mark.start))
        elif mark.kind == "verbs" and _told(title, part.start, mark.start) is not None:
            yield Taken(part.start, mark.start, mark, denied=True)


def _empty(title: Title, start: int, end: int) -> bool:
    """Whether what follows a verb is nothing, or no more than "it"."""
    words = [i for i in range(start, end) if title.doc[i].is_alpha]
    return all(title.forms[i - title.start] in title.lexicon.scope["empty"] for i in words)


def _denied_before(title: Title, mark: Mark, part: Part) -> Iterator[Taken]:
    """ "Tanks sold to Chile: Oslo denies", "airport taken, army denies it": what stands before is denied."""
    comma = max((i for i in range(part.start, mark.start) if title.doc[i].text == ","), default=None)
    first = part.start if comma is None else comma + 1
    if comma is not None:
        yield Taken(part.start, comma, mark, denied=True, by=(first, mark.start))
    elif _told(title, part.start, mark.start) is not None:
        yield Taken(part.start, mark.start, mark, denied=True)
        return
    for each in title.parts:
        if each.end <= part.start:
            yield Taken(each.start, each.end, mark, denied=True, by=(first, mark.start))


def _stop(title: Title, start: int, end: int) -> int:
    """Where what is denied ends: at a comma or a word that turns to something else."""
    ended = [mark.start for mark in title.marks(title.lexicon.ended, start, end)]
    commas = [i for i in range(start, end) if title.doc[i].text == ","]
    return min([*ended, *commas, end])


def _falsehoods(title: Title) -> Iterator[Taken]:
    for mark in title.marks(title.lexicon.false):
        part = title.part_of(mark.start)
        if part is None or part.closed_by == "?" or _negated(title, mark.start, part):
            continue
        yield from _by_tellers(title, mark, part)
        told = _untrue(title, mark, part)
        if told is not None:
            yield Taken(mark.start, _through_matter(title, told + 1, part.end), mark)
        elif not _judges(title, mark, part):
            yield from _hoaxed(title, mark, part)
            continue
        else:
            yield Taken(part.start, mark.start, mark)
            yield Taken(mark.end, _through_matter(title, mark.end, part.end), mark)
        if _stands_for_all(title, mark, part):
            yield from (Taken(each.start, each.end, mark) for each in title.parts if each.end <= part.start)


def _untrue(title: Title, mark: Mark, part: Part) -> int | None:
    """The noun of what is told that "fake" and the like stand before, or in French after."""
    if title.forms[mark.start - title.start] not in title.lexicon.attributes:
        return None
    told = _told(title, mark.end, min(mark.end + REACH, part.end))
    if told is None and mark.start > part.start and _is_told(title, mark.start - 1):
        return mark.start
    return told


def _by_tellers(title: Title, mark: Mark, part: Part) -> Iterator[Taken]:
    """What a satirical site tells: "spoof site says queen resigns"."""
    if title.forms[mark.start - title.start] not in title.lexicon.attributes:
        return
    tellers, telling = title.lexicon.tellers, title.lexicon.scope["telling"]
    for i in range(max(mark.start - 1, part.start), min(mark.end + REACH, part.end - 1)):
        if title.forms[i - title.start] in tellers:
            after = next(
                (k for k in range(i + 1, min(i + 3, part.end)) if title.forms[k - title.start] in telling),
                None,
            )
            if after is not None:
                yield Taken(after + 1, part.end, mark)
            return


def _through_matter(title: Title, i: int, end: int) -> int:
    """The end of a tale with what it is about: "fake news | of his death"."""
    return end if i < end and title.forms[i - title.start] in title.lexicon.scope["telling"] else i


def _judges(title: Title, mark: Mark, part: Part) -> bool:
    """Whether the words before a mark in its part are what it judges: "… is a hoax", "… probably fake"."""
    low = max(mark.start - REACH, part.start)
    if any(title.forms[i - title.start] in title.lexicon.scope["copulas"] for i in range(low, mark.start)):
        return mark.start > part.start
    words = title.doc[part.start : mark.start]
    verbless = not any(is_finite(token) for token in words)
    ends = not any(token.is_alpha for token in title.doc[mark.end : part.end])
    article = mark.start > part.start and title.doc[mark.start - 1].pos_ == "DET"
    rumoured = mark.kind == "predicates" and _told(title, part.start, mark.start) is not None
    return rumoured or (ends and verbless and article and len(words) > 1)


def _hoaxed(title: Title, mark: Mark, part: Part) -> Iterator[Taken]:
    """What a hoax by name is about: "death hoax", "hoax claims singer died", "killed by a hoax"."""
    if _alone(title, mark, part):
        yield from (Taken(each.start, each.end, mark) for each in title.parts if each.end <= part.start)
    if mark.kind != "nouns":
        return
    first = mark.start
    while first > part.start and title.doc[first - 1].pos_ in CONTENT:
        first -= 1
    agent = first - 1 if first > part.start and title.doc[first - 1].pos_ == "DET" else first
    if agent > part.start and _agent(title, agent - 1):
        yield Taken(part.start, mark.start, mark)
    else:
        yield Taken(first, mark.start, mark)
    after = _through_matter(title, mark.end, part.end)
    if after > mark.end:
        yield Taken(mark.end + 1, after, mark)
    if _stands_for_all(title, mark, part):
        yield from (Taken(each.start, each.end, mark) for each in title.parts if each.end <= part.start)


def _stands_for_all(title: Title, mark: Mark, part: Part) -> bool:
    """Whether a falsehood judges the parts before its own: an answer, a verdict of few words, "it is a hoax"."""
    before = [each for each in title.parts if each.end <= part.start]
    if not before:
        return False
    words = [i for i in range(part.start, mark.start) if title.doc[i].is_alpha]
    if any(title.forms[i - title.start] in title.lexicon.scope["victims"] for i in words):
        return True
    asked = before[-1].closed_by == "?"
    pronoun = bool(words) and title.forms[words[0] - title.start] in title.lexicon.scope["empty"]
    return asked or pronoun or len(words) <= FEW


def _alone(title: Title, mark: Mark, part: Part) -> bool:
    """Whether a mark is all that its part says: "Baker to close shop – not true"."""
    return not any(
        t.is_alpha
        for i, t in enumerate(title.doc[part.start : part.end], part.start)
        if not mark.start <= i < mark.end
    )


def _answers(title: Title) -> Iterator[Taken]:
    """ "Is the mayor leaving? No": the question is what is denied."""
    for asked, answer in zip(title.parts, title.parts[1:], strict=False):
        mark = next(title.marks(title.lexicon.answers, answer.start, answer.end), None)
        if mark is None or mark.start - answer.start > 1:
            continue
        if asked.closed_by == "?" or (answer is title.parts[-1] and _alone(title, mark, answer)):
            yield Taken(asked.start, asked.end, mark)


def _verdicts(title: Title) -> Iterator[Taken]:
    """ "False: mayor resigned", "rumour debunked: …": a verdict before a colon holds for what follows."""
    label, *rest = title.parts
    if label.closed_by != ":" or not rest:
        return
    mark = next(title.marks(title.lexicon.verdicts, label.start, label.end), None)
    others = [i for i in range(label.start, label.end) if title.doc[i].is_alpha]
    if mark is not None and all(mark.start <= i < mark.end or _is_told(title, i) for i in others):
        yield Taken(rest[0].start, rest[-1].end, mark)


def _told(title: Title, start: int, end: int) -> int | None:
    return next((i for i in range(start, end) if _is_told(title, i)), None)


def _is_told(title: Title, i: int) -> bool:
    return title.forms[i - title.start] in title.lexicon.told


def _agent(title: Title, i: int) -> bool:
    return i < title.end and title.forms[i - title.start] in title.lexicon.scope["agent"]


def _negated(title: Title, i: int, part: Part) -> bool:
    """Whether a mark is itself denied: "is no hoax", "does not deny"."""
    low = max(i - FEW, part.start)
    return any(title.forms[at - title.start] in title.lexicon.scope["negation"] for at in range(low, i))
