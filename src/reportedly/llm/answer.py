"""What a model is asked to answer: the part of the reading format that is a matter of judgement, without offsets.

A span is its words and which of their occurrences is meant, for models count characters badly and quote well. All
that follows from these records (offsets, ids, sentences, times, amounts, codes, events) is worked out here, not asked.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from reportedly.model import (
    Certainty,
    CueKind,
    EntityKind,
    EventType,
    MentionType,
    Polarity,
    QuoteKind,
    SourceRole,
    Stance,
    Status,
    Tense,
)


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of the text, letter by letter; ``occurrence`` counts from 1."""

    text: str
    occurrence: int


@dataclass(frozen=True, slots=True)
class Party(Quote):
    """Words that stand for somebody or something; ``entity`` is the label of one of the answer's entities, or null."""

    entity: str | None


@dataclass(frozen=True, slots=True)
class NamedEntity:
    """Somebody or something, under a label of the model's own; ``country`` is ISO 3166-1 alpha-3."""

    label: str
    kind: EntityKind
    country: str | None
    mention: MentionType


@dataclass(frozen=True, slots=True)
class Voice(Party):
    """Who says it."""

    role: SourceRole
    named: bool
    count: int | None


@dataclass(frozen=True, slots=True)
class Saying(Quote):
    """The words that attribute."""

    lemma: str
    stance: Stance


@dataclass(frozen=True, slots=True)
class Told(Quote):
    """A word that decided a verdict."""

    kind: CueKind


@dataclass(frozen=True, slots=True)
class Said:
    """One attribution; ``within`` is the label of the one that passes it on."""

    label: str
    kind: QuoteKind
    source: Voice | None
    cue: Saying | None
    content: list[Quote]
    within: str | None


@dataclass(frozen=True, slots=True)
class Act:
    """One claim; ``attribution`` holds labels from the outermost voice to the innermost."""

    anchor: Quote
    lemma: str
    type: EventType | None
    mode: str | None
    act: str | None
    actors: list[Party]
    recipients: list[Party]
    objects: list[Party]
    locations: list[Party]
    certainty: Certainty
    polarity: Polarity
    tense: Tense
    status: Status
    cues: list[Told]
    attribution: list[str]


@dataclass(frozen=True, slots=True)
class Answer:
    """All of it."""

    entities: list[NamedEntity]
    attributions: list[Said]
    claims: list[Act]


@cache
def schema() -> dict[str, Any]:
    """The JSON Schema of an answer as endpoints take it: every key required, none besides, each enum with its type."""
    import msgspec

    made = msgspec.json.schema(Answer)
    found: dict[str, Any] = _strict({"$ref": made["$ref"], "$defs": made["$defs"]})
    return {**found["$defs"].pop("Answer"), "$defs": found["$defs"]}


def _strict(node: Any) -> Any:
    if isinstance(node, list):
        return [_strict(each) for each in node]
    if not isinstance(node, dict):
        return node
    made = {key: _strict(value) for key, value in node.items() if key not in ("title", "description")}
    if "enum" in made:
        made["type"] = ["string", "null"] if None in made["enum"] else "string"
    if made.get("type") == "object":
        made["additionalProperties"] = False
        made["required"] = list(made["properties"])
    return made
