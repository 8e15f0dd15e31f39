"""A reading as an editor wants it told: one block per event, its claims folded by voice and status.

The text view and the HTML view print the same digest.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from reportedly.model import Claim, Finding, Reading, Time
from reportedly.show.chain import voice
from reportedly.show.index import Index, flat
from reportedly.show.numbers import days
from reportedly.show.things import names, things
from reportedly.show.words import Words

#: The finding that is told before everything else.
WARNING = "headline_overstates"


@dataclass(frozen=True, slots=True)
class Voice:
    """One voice on an event: its chain, how sure it is each time, and the claims that say so."""

    chain: str
    statuses: tuple[str, ...]
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """One event in words; ``chief`` is the claim that tells most of it, ``opposite`` one that denies that."""

    number: int
    chief: Claim
    opposite: Claim | None
    claims: tuple[Claim, ...]
    who: tuple[str, ...]
    whom: tuple[str, ...]
    act: str
    status: str
    #: Label key and values, only those that there is something to say for.
    rows: tuple[tuple[str, tuple[str, ...]], ...]
    voices: tuple[Voice, ...]
    #: Whether some of it rests on a voice other than the article's.
    reported: bool
    #: Positions of the findings on its claims.
    flags: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Digest:
    """All that the views print of one reading."""

    index: Index
    words: Words
    blocks: tuple[Block, ...]
    #: Claims outside the ontology.
    outside: tuple[Claim, ...]
    warnings: tuple[Finding, ...]
    #: The other findings, with the numbers of the blocks that they are about.
    findings: tuple[tuple[Finding, tuple[int, ...]], ...]

    @property
    def reading(self) -> Reading:
        """The reading that this tells."""
        return self.index.reading

    def counts(self) -> list[str]:
        """How much there is, in words."""
        numbers = {
            "claim": sum(len(block.claims) for block in self.blocks),
            "event": len(self.blocks),
            "finding": len(self.reading.findings),
        }
        return [
            self.words.count(noun, number) for noun, number in numbers.items() if number or noun != "finding"
        ]


def digest(reading: Reading, words: Words) -> Digest:
    """The reading in blocks."""
    index = Index(reading)
    groups = [tuple(claim for claim in group if claim.type) for group in index.events_of_claims()]
    # What rests on others comes first: it is what has to be checked.
    told = sorted(filter(None, groups), key=lambda group: not _reported(group))
    blocks = tuple(_block(number, group, index, words) for number, group in enumerate(told, start=1))
    outside = tuple(claim for claim in reading.claims if claim.type is None)
    warnings = tuple(finding for finding in reading.findings if finding.kind == WARNING)
    return Digest(index, words, blocks, outside, warnings, tuple(_findings(reading, blocks)))


def _findings(reading: Reading, blocks: tuple[Block, ...]) -> Iterator[tuple[Finding, tuple[int, ...]]]:
    """The findings besides the warnings, with their blocks; those of one wording are told once."""
    numbers: dict[int, list[int]] = {}
    for block in blocks:
        for position in block.flags:
            numbers.setdefault(position, []).append(block.number)
    alike: dict[tuple[str, str], list[int]] = {}
    for position, finding in enumerate(reading.findings):
        if finding.kind != WARNING:
            alike.setdefault((finding.kind, finding.message), []).append(position)
    for positions in alike.values():
        about = sorted({number for position in positions for number in numbers.get(position, ())})
        found = [reading.findings[position] for position in positions]
        claims = _distinct(claim for finding in found for claim in finding.claims)
        yield replace(found[0], claims=claims), tuple(about)


def _block(number: int, claims: tuple[Claim, ...], index: Index, words: Words) -> Block:
    chief = max(claims, key=lambda claim: _weight(claim, index))
    polarity = chief.factuality.polarity
    opposite = next((claim for claim in claims if claim.factuality.polarity != polarity), None)
    return Block(
        number=number,
        chief=chief,
        opposite=opposite,
        claims=claims,
        who=names((claim.roles.actors for claim in claims), index),
        whom=names((claim.roles.recipients for claim in claims), index),
        act=words.act(chief),
        status=_status(chief, opposite, claims, words),
        rows=tuple((key, values) for key, values in rows_of(claims, index, words) if values),
        voices=_voices(claims, index, words),
        reported=_reported(claims),
        flags=tuple(
            sorted({position for claim in claims for position in index.findings_on.get(claim.id, [])})
        ),
    )


def _reported(claims: tuple[Claim, ...]) -> bool:
    return any(claim.attribution for claim in claims)


def _weight(claim: Claim, index: Index) -> tuple[bool, int, int]:
    """How well a claim stands for its event: the body before the headline, then by how much it tells."""
    roles = claim.roles
    told = [roles.actors, roles.recipients, roles.objects, roles.locations, claim.quantities, claim.time]
    return not index.in_headline(claim), sum(map(bool, told)), -claim.anchor.start


def rows_of(claims: tuple[Claim, ...], index: Index, words: Words) -> list[tuple[str, tuple[str, ...]]]:
    """What, how many, where and when, by the labels of the page; empty where nothing is said."""
    objects, figures = things(claims, index, words)
    times = [index.times[claim.time] for claim in claims if claim.time in index.times]
    return [
        ("what", tuple(objects)),
        ("amount", tuple(figures)),
        ("where", names((claim.roles.locations for claim in claims), index)),
        ("when", _distinct(_when(time, words) for time in times)),
    ]


def _when(time: Time, words: Words) -> str:
    """A time's words with the days that they mean."""
    meant = days(time, words)
    return f"{flat(time.span.text)} ({meant})" if meant else flat(time.span.text)


def _distinct(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))


def _voices(claims: tuple[Claim, ...], index: Index, words: Words) -> tuple[Voice, ...]:
    """The voices in the order of the article, each with its claims."""
    grouped: dict[str, list[Claim]] = {}
    for claim in claims:
        grouped.setdefault(voice(claim, index, words), []).append(claim)
    return tuple(
        Voice(chain, _distinct(words.status(claim) for claim in group), tuple(group))
        for chain, group in grouped.items()
    )


def _status(chief: Claim, opposite: Claim | None, claims: tuple[Claim, ...], words: Words) -> str:
    """How the event stands: what only others vouch for is not shown as fact, and a denial is not left out."""
    vouched = any(not claim.attribution for claim in claims)
    status = words.status(chief, reported=not vouched)
    return f"{status} / {words.status(opposite)}" if opposite else status


def reasons(claim: Claim, words: Words) -> list[str]:
    """Each cue with what it does, in the order of the text; two of the same words are told once."""
    cues = sorted(claim.factuality.cues, key=lambda cue: (cue.start, cue.end))
    told = (f"{words('voices', 'quote', text=flat(cue.text))} ({words('cues', cue.kind)})" for cue in cues)
    return list(dict.fromkeys(told))
