"""What became of what outlets and sources told: first, confirmed, denied, by others who are independent of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from reportedly.corroborate.publishers import publisher
from reportedly.ledger.tellers import Kind
from reportedly.model import AGAINST
from reportedly.naming import folded

#: What says that it is or was so.
FACTS = frozenset({"happened", "ongoing"})
#: Tellings of one event that are looked at; later ones change nothing that anybody would notice.
MOST = 500


@dataclass(slots=True)
class Telling:
    """One claim of an event."""

    at: str | None
    family: str
    voice: str
    origin: str
    status: str
    positive: bool
    sure: bool
    #: The outlet and the source that tell it.
    tellers: tuple[tuple[Kind, str], ...] = field(default=())

    @property
    def denies(self) -> bool:
        return self.status in AGAINST or not self.positive

    @property
    def confirms(self) -> bool:
        return self.status in FACTS and self.positive and self.sure

    def apart(self, other: Telling) -> bool:
        """Whether another telling is independent of this one: of another house, voice and origin."""
        return self.family != other.family and self.voice != other.voice and self.origin != other.origin


def told_of(rows: Iterable[Sequence[Any]], voices: Mapping[int, str]) -> dict[tuple[Kind, str], Counter[str]]:
    """What an event says of each that tells it.

    :param rows: of each claim, in order of time: its event, when it appeared, its number, the outlet, status, polarity,
        certainty and origin.
    :param voices: the source that each claim is on the word of.
    """
    story = list(islice(told(rows, voices), MOST))
    several = len({one.family for one in story}) > 1
    found: dict[tuple[Kind, str], Counter[str]] = defaultdict(Counter)
    for place, one in enumerate(story):
        for teller in one.tellers:
            if teller in found:
                continue
            tally = found[teller]
            tally["events"] += 1
            tally["first"] += several and place == 0
            if not one.denies and (became := fate(one, story[place + 1 :])):
                tally[became] += 1
    return found


def told(rows: Iterable[Sequence[Any]], voices: Mapping[int, str]) -> Iterator[Telling]:
    """The tellings of one event, in order of time."""
    for _, at, claim, outlet, status, polarity, certainty, origin in rows:
        house = folded(outlet or "")
        voice = voices.get(claim)
        tellers: list[tuple[Kind, str]] = [("outlet", house)] if house else []
        tellers += [("source", voice)] if voice else []
        yield Telling(
            at=at,
            family=publisher(outlet) if outlet else f"claim {claim}",
            voice=voice or house,
            origin=origin or f"claim {claim}",
            status=status,
            positive=polarity == "positive",
            sure=certainty in ("certain", "probable"),
            tellers=tuple(tellers),
        )


def fate(one: Telling, rest: list[Telling]) -> str | None:
    """What became of what was told first: confirmed, denied, contested; None where it is open."""
    later = [each for each in rest if each.at and one.at and each.at > one.at]
    confirmed = any(each.confirms and each.apart(one) for each in later)
    denied = any(each.denies and each.voice != one.voice for each in later)
    if confirmed and denied:
        return "contested"
    return "confirmed" if confirmed else "denied" if denied else None
