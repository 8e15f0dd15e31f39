"""What coreference tells of a source: "he" has the name and the number of the one that it stands for."""

from __future__ import annotations

from reportedly.pipes.draft import AttributionDraft, Draft, EntityDraft, SourceDraft


def settle_sources(draft: Draft) -> None:
    """Give every later source of an entity the name and the number of that entity; call it after coreference."""
    first: dict[int, SourceDraft] = {}
    for attribution in sorted(draft.attributions, key=_place):
        source = attribution.source
        if source is None or source.entity is None or not 0 <= source.entity < len(draft.entities):
            continue
        earlier = first.setdefault(source.entity, source)
        source.named = (
            source.named or earlier.named or _is_named_before(draft.entities[source.entity], source)
        )
        source.count = source.count or earlier.count


def _place(attribution: AttributionDraft) -> int:
    return attribution.source.start if attribution.source is not None else -1


def _is_named_before(entity: EntityDraft, source: SourceDraft) -> bool:
    """Whether the text calls a source by its name before it speaks here."""
    return any(mention.type == "name" and mention.end <= source.start for mention in entity.mentions)
