"""What a frame finds: where the content stands, and what sort of content it is."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.pipes.attribution.tree import Range


@dataclass(slots=True)
class Found:
    """The content that a frame found; ``cue_end`` is set where the cue takes in a preposition."""

    pieces: list[Range]
    cue_end: int | None = None
    #: False for seeming: nobody is said to be the source.
    sourced: bool = True
    #: Whether the content is a clause or a quotation.
    clausal: bool = False
