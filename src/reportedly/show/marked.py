"""The article's text as HTML, every character of it, with the marks of a reading and links to its claims."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby

from reportedly.model import Claim
from reportedly.show.highlight import Mark, Segment, marks_of, marks_of_evidence, segments
from reportedly.show.index import Index
from reportedly.show.markup import Markup, el, join, text
from reportedly.show.words import Words

#: The layer of what is said, around all others.
CONTENT = "content"
#: What can be shown or hidden, from the loudest to the quietest.
LAYERS = ("act", "actor", "object", "place", "source", "cue", "hedge", "quantity", "time", CONTENT)


def quoted(segment: Segment) -> bool:
    """Whether somebody is quoted or reported to say this."""
    return any(mark.layer == CONTENT for mark in segment.marks)


@dataclass(frozen=True)
class Marked:
    """A reading's text, marked; ``key`` begins the ids in it, so that many readings fit on one page.

    A claim's first word has the id ``<key>t-<claim>`` and links to ``<key><claim>``, its card; all that belongs to it
    wears the class ``k-<key><claim>``; with ``numbers`` an act also shows those of its claims, as notes do.
    """

    index: Index
    words: Words
    key: str = ""
    numbers: Mapping[str, int] = field(default_factory=dict)
    #: Claims whose words are linked already.
    linked: set[str] = field(default_factory=set, init=False)

    def whole(self, marks: Iterable[Mark] | None = None) -> Markup:
        """All of the text.

        :param marks: by default all that the reading points at.
        """
        document = self.index.reading.document
        found = list(self.marks if marks is None else marks)
        if document.headline:
            found.append(Mark(document.headline.start, document.headline.end, "headline"))
        return self.part(0, len(document.text), found)

    def part(self, start: int, end: int, marks: Iterable[Mark] | None = None) -> Markup:
        """A stretch of the text."""
        found = segments(start, end, self.marks if marks is None else marks)
        return join(*(self.stretch(within, some) for within, some in groupby(found, quoted)))

    @cached_property
    def marks(self) -> list[Mark]:
        """All that the reading points at."""
        return list(marks_of(self.index.reading))

    @property
    def body(self) -> int:
        """Where the text goes on after a headline at its beginning."""
        document = self.index.reading.document
        if not document.headline or document.text[: document.headline.start].strip():
            return 0
        rest = document.text[document.headline.end :]
        return len(document.text) - len(rest.lstrip())

    def layers(self) -> list[str]:
        """The layers that there is anything in, the loudest first."""
        present = {mark.layer for mark in self.marks}
        return [layer for layer in LAYERS if layer in present]

    def stretch(self, within: bool, some: Iterable[Segment]) -> Markup:
        """What somebody is quoted or reported to say lies around all other marks, so that it is marked once."""
        words = map(self.segment, some)
        return el("mark", *words, cls=CONTENT) if within else join(*words)

    def segment(self, segment: Segment) -> Markup:
        """A stretch of text under the same marks; the first of an act's links to its card."""
        words = text(self.index.reading.document.text[segment.start : segment.end])
        layers = dict.fromkeys(mark.layer for mark in segment.marks if mark.layer != CONTENT)
        if not layers:
            return words
        acts = [mark.claim for mark in segment.marks if mark.layer == "act"]
        targets = [
            el("span", id=f"{self.key}t-{claim}", cls="act-id")
            for claim in dict.fromkeys(acts)
            if claim not in self.linked
        ]
        self.linked.update(acts)
        if acts:
            words = self.link(acts[0], words, [mark.claim for mark in segment.closes if mark.layer == "act"])
        claims = dict.fromkeys(f"k-{self.key}{mark.claim}" for mark in segment.marks if mark.claim)
        return el("mark", *targets, words, cls=" ".join([*layers, *claims]))

    def link(self, key: str, words: Markup, ending: Iterable[str]) -> Markup:
        """An act's words, leading to its card; where acts end, with their claims' numbers."""
        claim = self.index.claims[key]
        title = f"{self.words.act(claim)} – {self.words.status(claim)}"
        numbers = dict.fromkeys(str(self.numbers[each]) for each in ending if each in self.numbers)
        return el("a", words, href=f"#{self.key}{key}", title=title, data_n=",".join(numbers) or None)

    def evidence(self, claim: Claim) -> Markup:
        """A claim's sentence with its act and its cues."""
        whole = self.index.reading.document.text
        return join(
            *(
                el(
                    "mark",
                    whole[part.start : part.end],
                    cls=" ".join(dict.fromkeys(mark.layer for mark in part.marks)),
                )
                if part.marks
                else text(whole[part.start : part.end])
                for part in segments(claim.evidence.start, claim.evidence.end, marks_of_evidence(claim))
            )
        )
