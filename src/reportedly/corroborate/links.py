"""Which article has its words from which: candidates by shared fingerprints, one parent for each, and the reason."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.corroborate.model import DirectionBy, Link, LinkKind, Passage
from reportedly.corroborate.nearness import copies
from reportedly.corroborate.passages import SHARED, Shared, Words, covered, fingerprints, shared
from reportedly.corroborate.texts import Text
from reportedly.naming import folded

#: Words alike in one passage from which on it is no chance: sayings, titles and names of offices stay below.
ENOUGH = 12
#: Of an article's candidates, those that share nearly as much as the one that shares most compete by time.
NEARLY = 0.9
#: Below this share of an article's words, and this many, what it shares with another makes it no copy.
LEAST, MANY = 0.045, 60
#: The same for what stands in quotation marks.
QUOTED = 0.04
#: From this share of its words on, an article is a copy, if it also holds most of the other.
MOST = 0.7


@dataclass(frozen=True, slots=True)
class Reuse:
    """What a later text has of an earlier one."""

    later: Text
    earlier: Text
    passages: tuple[Shared, ...]

    @property
    def alike(self) -> int:
        """How many words."""
        return sum(one.alike for one in self.passages)


def reused(texts: Sequence[Text]) -> dict[Text, list[Reuse]]:
    """What each text shares with earlier ones, as far as it is no chance."""
    found: dict[Text, list[Reuse]] = {}
    for text, others in candidates(texts):
        reuses = [
            Reuse(text, other, passages)
            for other in others
            if (passages := reuse_of(text.words, other.words))
        ]
        if reuses:
            found[text] = reuses
    return found


def reuse_of(later: Words, earlier: Words) -> tuple[Shared, ...] | None:
    """The passages that two texts share, if it is no chance."""
    if covered(later, earlier) < ENOUGH:
        return None
    passages = tuple(one for one in shared(later, earlier) if one.alike >= SHARED)
    return passages if max((one.alike for one in passages), default=0) >= ENOUGH else None


def candidates(texts: Sequence[Text]) -> Iterator[tuple[Text, list[Text]]]:
    """Each text with the earlier ones that share fingerprints with it and are near it in time among all that do."""
    found: dict[int, list[int]] = defaultdict(list)
    for earlier, later in copies([fingerprints(text.words) for text in texts]):
        found[later].append(earlier)
    for later, earlier_ones in found.items():
        yield texts[later], [texts[each] for each in earlier_ones]


def chosen(text: Text, reuses: Sequence[Reuse]) -> Reuse | None:
    """The parent: whom the text names, else the earliest of those that share nearly the most.

    Two texts that credit one agency have their words from its dispatch, not from one another, unless one is it.
    """
    open_to = [one for one in reuses if not siblings(text, one.earlier) and counts(one)]
    if not open_to:
        return None
    most = max(one.alike for one in open_to)
    near = [one for one in open_to if one.alike >= NEARLY * most]
    named = [one for one in near if names(text, one.earlier)]
    return min(named or near, key=lambda one: one.earlier.order)


def counts(reuse: Reuse) -> bool:
    """Whether what two texts share says that one has it from the other: less will do for words in quotation marks."""
    score = share(reuse)
    return weighty(reuse.later, score) or (score >= QUOTED and link(reuse).kind == "quotes")


def share(reuse: Reuse) -> float:
    """How much of the later text's words it is, 0 to 1."""
    return round(min(1.0, reuse.alike / max(len(reuse.later.words), 1)), 3)


def weighty(text: Text, score: float) -> bool:
    """Whether a share of a text is more than a public sentence, which two may have heard each for itself.

    A lighter one passes on no agency.
    """
    return score >= LEAST or score * len(text.words) >= MANY


def siblings(one: Text, other: Text) -> bool:
    """Whether two texts say that they were made from the same agency's words, and neither is the agency's own."""
    mine = {credit.agency for credit in one.credits}
    return bool(mine & {credit.agency for credit in other.credits}) and not names(one, other)


def names(text: Text, other: Text) -> bool:
    """Whether a text names the outlet, or the agency, that another appeared in."""
    if other.agency and other.agency in {credit.agency for credit in text.credits}:
        return True
    outlet = folded(other.outlet or "")
    return bool(outlet) and outlet != folded(text.outlet or "") and f" {outlet} " in text.folded


def link(reuse: Reuse) -> Link:
    """The debt in the words of the stories format."""
    later, earlier = reuse.later, reuse.earlier
    passages = tuple(place(one, later, earlier) for one in reuse.passages)
    return Link(earlier.id, kind_of(reuse, passages), passages, direction(later, earlier), share(reuse))


def place(one: Shared, later: Text, earlier: Text) -> Passage:
    """A passage in code points."""
    return Passage(
        int(later.places[one.start, 0]),
        int(later.places[one.end - 1, 1]),
        int(earlier.places[one.other_start, 0]),
        int(earlier.places[one.other_end - 1, 1]),
    )


def kind_of(reuse: Reuse, passages: Sequence[Passage]) -> LinkKind:
    """Whole, in part, in other words, or between quotation marks."""
    later, earlier = reuse.later, reuse.earlier
    inside = sum(
        one.alike for one, at in zip(reuse.passages, passages, strict=True) if _within(at, later.quoted)
    )
    if inside > reuse.alike / 2:
        return "quotes"
    covered = reuse.alike / max(len(later.words), 1)
    stretch = sum(one.end - one.start for one in reuse.passages)
    if covered >= MOST and reuse.alike >= MOST * len(earlier.words):
        return "copy"
    return "rewrite" if stretch and reuse.alike / stretch < MOST else "excerpt"


def _within(at: Passage, stretches: Sequence[tuple[int, int]]) -> bool:
    return any(start <= at.start + 2 and at.end - 2 <= end for start, end in stretches)


def direction(later: Text, earlier: Text) -> DirectionBy:
    """Why the one is the later text."""
    if earlier.agency and names(later, earlier):
        return "credit"
    if names(later, earlier):
        return "citation"
    if later.published and earlier.published and later.published != earlier.published:
        return "time"
    return "containment" if len(later.words) != len(earlier.words) else "unknown"


def agency_links(text: Text, above: Sequence[Text], derived: Link | None) -> list[Link]:
    """Debts to agencies: by a text's own credits, and by those of the texts that it has its words from.

    :param above: these texts, the nearest first.
    :param derived: the debt to the first of them.
    """
    if text.agency:
        return []
    found: dict[str, Link] = {}
    for credit in text.credits:
        at = Passage(credit.span.start, credit.span.end, 0, 0)
        kind: LinkKind = "cites" if credit.place == "dispatch" else "copy"
        found[credit.agency] = Link(
            {"agency": credit.agency}, kind, (at,) if credit.span.text else (), "credit", 1.0
        )
    if derived is not None:
        for parent in above:
            for name in [parent.agency] if parent.agency else [credit.agency for credit in parent.credits]:
                found.setdefault(name, Link({"agency": name}, derived.kind, (), "containment", derived.score))
    return list(found.values())
