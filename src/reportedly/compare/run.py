"""Two sets of readings in, their agreement out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from reportedly.byid import Known
from reportedly.compare.align import Stretch, aligned
from reportedly.compare.fields import LABELS, OPEN, SPANS, Value, kappa, same_spans
from reportedly.export.selection import within_ontology
from reportedly.model import Claim, Reading, Span

FORMAT = "reportedly.comparison/1"
#: Examples that are kept of each disagreement.
EXAMPLES = 5


@dataclass(frozen=True, slots=True)
class Example:
    """A claim on which two readers differ; ``left`` and ``right`` are None where one did not find it."""

    article: str
    anchor: Span
    evidence: Span
    left: Value | None
    right: Value | None


@dataclass(slots=True)
class Count:
    """How many both have, and each alone."""

    both: int = 0
    left: int = 0
    right: int = 0
    examples: list[Example] = field(default_factory=list)

    @property
    def agreement(self) -> float | None:
        """Twice what both have over what each has: the F1 of either against the other."""
        total = 2 * self.both + self.left + self.right
        return round(2 * self.both / total, 4) if total else None


@dataclass(slots=True)
class Agreement:
    """One field over all claims that both have."""

    compared: int = 0
    agreed: int = 0
    kappa: float | None = None
    examples: list[Example] = field(default_factory=list)

    @property
    def share(self) -> float | None:
        return round(self.agreed / self.compared, 4) if self.compared else None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that was compared."""

    left: str
    right: str
    articles: Count
    claims: Count
    fields: dict[str, Agreement]

    def to_dict(self) -> dict[str, Any]:
        """Plain dicts and lists."""
        import msgspec

        data: dict[str, Any] = msgspec.to_builtins(self)
        data["claims"]["agreement"] = self.claims.agreement
        for name, one in self.fields.items():
            data["fields"][name]["share"] = one.share
        del data["articles"]["examples"]
        return {"format": FORMAT, **data}


class _Tally:
    def __init__(self, examples: int) -> None:
        self.most = examples
        self.claims = Count()
        self.fields = {name: Agreement() for name in (*LABELS, *OPEN, *SPANS)}
        self.labels: dict[str, list[tuple[str, str]]] = {name: [] for name in LABELS}

    def add(self, left: Known, right: Known) -> None:
        """One article in two readings."""
        pairs = aligned(left.reading.claims, right.reading.claims)
        for mine, theirs in pairs:
            self.compare(mine, theirs, left, right)
        self.claims.both += len(pairs)
        for claim in without(left.reading.claims, [one for one, _ in pairs]):
            self.claims.left += 1
            self.keep(self.claims.examples, example(left.reading, claim, value(claim), None))
        for claim in without(right.reading.claims, [other for _, other in pairs]):
            self.claims.right += 1
            self.keep(self.claims.examples, example(right.reading, claim, None, value(claim)))

    def compare(self, mine: Claim, theirs: Claim, left: Known, right: Known) -> None:
        """One claim in all its fields."""
        for name, label in (*LABELS.items(), *OPEN.items()):
            told = label(mine, left), label(theirs, right)
            if name in self.labels:
                self.labels[name].append(told)
            self.count(name, left.reading, mine, told[0] == told[1], Value(told[0]), Value(told[1]))
        for name, spans in SPANS.items():
            here, there = spans(mine, left), spans(theirs, right)
            if here or there:
                text = left.reading.document.text
                self.count(
                    name, left.reading, mine, same_spans(here, there), placed(here, text), placed(there, text)
                )

    def count(self, name: str, reading: Reading, claim: Claim, same: bool, left: Value, right: Value) -> None:
        one = self.fields[name]
        one.compared += 1
        one.agreed += same
        if not same:
            self.keep(one.examples, example(reading, claim, left, right))

    def keep(self, examples: list[Example], one: Example) -> None:
        if len(examples) < self.most:
            examples.append(one)


def compare(
    left: Iterable[Reading],
    right: Iterable[Reading],
    *,
    names: tuple[str, str] = ("A", "B"),
    every: bool = False,
    examples: int = EXAMPLES,
) -> Comparison:
    """How far two readers agree on the articles that both have read, told by their texts.

    :param every: also claims outside the ontology.
    :param examples: how many of each disagreement are kept.
    """
    ours, theirs = by_text(left, every), by_text(right, every)
    tally = _Tally(examples)
    shared = [key for key in ours if key in theirs]
    for key in shared:
        tally.add(ours[key], theirs[key])
    for name, pairs in tally.labels.items():
        tally.fields[name].kappa = kappa(pairs)
    articles = Count(len(shared), len(ours) - len(shared), len(theirs) - len(shared))
    return Comparison(*names, articles, tally.claims, tally.fields)


def by_text(readings: Iterable[Reading], every: bool) -> dict[tuple[str, str], Known]:
    """The readings by their article's text and id."""
    found = (reading if every else within_ontology(reading) for reading in readings)
    return {(reading.document.sha256, reading.document.id or ""): Known(reading) for reading in found}


def without(claims: Sequence[Claim], out: Sequence[Claim]) -> Iterator[Claim]:
    gone = {claim.id for claim in out}
    return (claim for claim in claims if claim.id not in gone)


def value(claim: Claim) -> Value:
    """A claim in a word."""
    return Value(f"{claim.type or '–'} {claim.factuality.status}")


def placed(spans: Sequence[Stretch], text: str) -> Value:
    """Spans as a value: their words, and where they stand."""
    words = "; ".join(" ".join(text[span.start : span.end].split()) for span in spans)
    return Value(words or "–", tuple((span.start, span.end) for span in spans))


def example(reading: Reading, claim: Claim, left: Value | None, right: Value | None) -> Example:
    anchor = Span(claim.anchor.start, claim.anchor.end, claim.anchor.text)
    return Example(reading.document.id or reading.document.sha256[:12], anchor, claim.evidence, left, right)
