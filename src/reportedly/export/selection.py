"""Which claims of a reading are told."""

from __future__ import annotations

from dataclasses import replace

from reportedly.model import Reading


def within_ontology(reading: Reading) -> Reading:
    """The reading without the claims that have neither type nor act, wherever they are named."""
    return only(
        reading, {claim.id for claim in reading.claims if claim.type is not None or claim.act is not None}
    )


def only(reading: Reading, kept: set[str]) -> Reading:
    """The reading with these claims alone, by their ids, wherever claims are named."""
    if len(kept) == len(reading.claims):
        return reading

    def told(ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(each for each in ids if each in kept)

    return replace(
        reading,
        claims=tuple(claim for claim in reading.claims if claim.id in kept),
        events=tuple(
            replace(event, claims=told(event.claims)) for event in reading.events if told(event.claims)
        ),
        findings=tuple(
            replace(finding, claims=told(finding.claims))
            for finding in reading.findings
            if not finding.claims or told(finding.claims)
        ),
    )
