"""What every reading must keep, whatever the text."""

from __future__ import annotations

from typing import Any

from reportedly import Reading


def misplaced(reading: Reading) -> list[Any]:
    """The spans that do not lie where they say."""
    text = reading.document.text
    wrong: list[Any] = []

    def walk(node: Any) -> None:
        if isinstance(node, dict):
            if {"start", "end", "text"} <= node.keys() and text[node["start"] : node["end"]] != node["text"]:
                wrong.append(node)
            for child in node.values():
                walk(child)
        elif isinstance(node, list | tuple):
            for child in node:
                walk(child)

    data = reading.to_dict()
    walk({key: value for key, value in data.items() if key != "document"})
    walk(data["document"]["headline"])
    return wrong


def dangling(reading: Reading) -> set[str]:
    """Ids that are spoken of and not there."""
    groups = (
        reading.entities,
        reading.times,
        reading.quantities,
        reading.attributions,
        reading.claims,
        reading.events,
    )
    known = {record.id for group in groups for record in group}
    used: set[str | None] = set()
    for claim in reading.claims:
        used |= {claim.time, *claim.quantities, *claim.attribution}
        for role in (
            *claim.roles.actors,
            *claim.roles.recipients,
            *claim.roles.objects,
            *claim.roles.locations,
        ):
            used.add(role.entity)
    for attribution in reading.attributions:
        used |= {attribution.within, attribution.source.entity if attribution.source else None}
    for event in reading.events:
        used |= {*event.claims, *event.actors, *event.recipients}
    for finding in reading.findings:
        used |= set(finding.claims)
    return {key for key in used if key is not None} - known


def assert_sound(reading: Reading) -> None:
    assert misplaced(reading) == []
    assert dangling(reading) == set()
    assert Reading.from_dict(reading.to_dict()) == reading
    for claim in reading.claims:
        cues, fact = claim.factuality.cues, claim.factuality
        assert cues or (fact.certainty, fact.polarity) == ("certain", "positive"), claim
