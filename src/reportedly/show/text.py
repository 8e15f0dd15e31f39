"""The text view: what a busy editor wants to see first, for a terminal or a pipe."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from reportedly.explain import explain
from reportedly.model import Claim, Problem, Reading
from reportedly.show.digest import Block, Digest, Voice, digest
from reportedly.show.highlight import marks_of_evidence, segments
from reportedly.show.index import flat, harmless
from reportedly.show.plain import encoded
from reportedly.show.words import words_for

NARROWEST, WIDEST = 60, 100
#: Column of the labels, in cells.
LABELS = 10
#: What stands beneath a heading is set in by so many cells.
INDENT = 3
#: How the marks of an evidence sentence look: with colours, and around the words without.
STYLES = {"act": "bold", "hedge": "yellow", "cue": "cyan"}
BRACKETS = {"act": ("*", "*"), "hedge": ("[", "]"), "cue": ("{", "}")}
#: Names in one heading; the rest is counted.
NAMES = 3


@dataclass(frozen=True, slots=True)
class Style:
    """How to print: cells per line, whether there are colours, what the other side can read."""

    width: int = 80
    colour: bool = False
    encoding: str = "utf-8"
    labels: str | None = None
    explain: bool = False


def style_for(out: BinaryIO, *, labels: str | None, explain: bool) -> Style:
    """The style that fits the terminal, or a plain one where ``out`` is none."""
    if not out.isatty():
        # What is redirected or piped is read by programs, which expect UTF-8 unless told otherwise.
        own = getattr(sys.stdout, "encoding", None) if out is getattr(sys.stdout, "buffer", None) else None
        return Style(encoding=own or "utf-8", labels=labels, explain=explain)
    console = Console()
    return Style(
        width=min(max(console.width, NARROWEST), WIDEST),
        colour=console.color_system is not None and not console.no_color,
        encoding=console.encoding,
        labels=labels,
        explain=explain,
    )


def write(readings: Iterable[Reading], out: BinaryIO, style: Style) -> None:
    """Every reading as soon as it is there, a blank line between two."""
    for number, reading in enumerate(readings):
        out.write(encoded(("\n\n" if number else "") + render(reading, style), style.encoding))
        out.flush()


def render(reading: Reading, style: Style | None = None) -> str:
    """One reading as text."""
    style = style or Style()
    told = digest(reading, words_for(reading, style.labels))
    page = _Page(told, style)
    console = Console(
        file=io.StringIO(),
        width=style.width,
        force_terminal=style.colour,
        color_system="standard" if style.colour else None,
        no_color=not style.colour,
        highlight=False,
        emoji=False,
        legacy_windows=False,
    )
    for part in page.parts():
        console.print(part)
    # Grids fill their lines with spaces, which nobody needs in a file.
    printed = console.file.getvalue()  # type: ignore[attr-defined]
    return "\n".join(line.rstrip() for line in printed.splitlines()).strip("\n") + "\n"


@dataclass(frozen=True, slots=True)
class _Page:
    """A digest on its way to the terminal."""

    told: Digest
    style: Style

    def parts(self) -> Iterator[Text | Table | Padding]:
        """Everything in the order in which it is read."""
        yield from self.head()
        reported = [block for block in self.told.blocks if block.reported]
        own = [block for block in self.told.blocks if not block.reported]
        for key, blocks in (("reported", reported), ("own", own)):
            if blocks:
                yield self.heading(self.told.words("sections", key))
                for block in blocks:
                    yield from self.block(block)
        if not self.told.blocks:
            yield Text("\n" + self.told.words("sections", "none"))
        yield from self.outside()
        yield from self.findings()
        yield from self.problems()

    def head(self) -> Iterator[Text | Table]:
        """Headline, where the article comes from, and what is wrong with the headline."""
        document, words = self.told.reading.document, self.told.words
        title = flat(document.headline.text) if document.headline else words("page", "untitled")
        yield Text(title, style="bold")
        yield Text(min(len(title), self.style.width) * "─", style="dim")
        yield Text(" · ".join(self.facts()), style="dim")
        if address := document.url or document.id:
            yield Text(flat(address), style="dim", overflow="fold")
        for finding in self.told.warnings:
            yield Text(f"\n! {words('findings', finding.kind)}", style="bold red")
            yield Padding(Text(flat(finding.message)), (0, 0, 0, 2))  # type: ignore[misc]

    def facts(self) -> list[str]:
        """The line beneath the headline."""
        document = self.told.reading.document
        origin = [document.outlet, document.byline, document.published, document.language]
        return [flat(part) for part in origin if part] + self.told.counts()

    def heading(self, title: str) -> Text:
        return Text(f"\n{title.upper()}", style="bold dim" if self.style.colour else "")

    def block(self, block: Block) -> Iterator[Text | Table | Padding]:
        """One event."""
        yield Text()
        yield self.title(block)
        words = self.told.words
        rows = [(words("rows", key), [Text(value) for value in values]) for key, values in block.rows]
        if block.reported or len(block.voices) > 1 or self.told.index.in_headline(block.chief):
            rows.append(
                (words("rows", "source" if len(block.voices) == 1 else "sources"), self.voices(block))
            )
        rows.append(
            (
                words("rows", "text"),
                [self.evidence(claim) for claim in (block.chief, block.opposite) if claim],
            )
        )
        if self.style.explain:
            rows.append((words("rows", "why"), [self.why(claim) for claim in block.claims]))
        yield self.grid(rows)

    def title(self, block: Block) -> Table:
        """Who does what to whom, and how it stands: at the right edge where there is room, else beneath."""
        number = f"{block.number}."
        what = Text(f"{self.parties(block)}{block.act}", style="bold")
        codes = dict.fromkeys(filter(None, (block.chief.type, block.chief.plover)))
        what.append(f" [{' → '.join(codes)}]", style="dim")
        status = Text(block.status, style="bold magenta")
        line = Table.grid(expand=True)
        line.add_column(width=max(len(number) + 1, INDENT), no_wrap=True, style="bold")
        line.add_column(ratio=1)
        if INDENT + what.cell_len + status.cell_len + 3 > self.style.width:
            line.add_row(number, what)
            line.add_row("", status)
            return line
        line.add_column(justify="right", no_wrap=True)
        line.add_row(number, what, status)
        return line

    def parties(self, block: Block) -> str:
        """``Iran → Russia · ``, as far as they are known."""
        who, whom = self.listed(block.who), self.listed(block.whom)
        arrow = f"{who} → {whom}" if who and whom else f"→ {whom}" if whom else who
        return f"{arrow} · " if arrow else ""

    def listed(self, names: tuple[str, ...]) -> str:
        shown = ", ".join(names[:NAMES])
        rest = len(names) - NAMES
        return f"{shown} {self.told.words('page', 'more', count=rest)}" if rest > 0 else shown

    def voices(self, block: Block) -> list[Text]:
        """Each chain once, with its status where the block has several."""
        return [self.voice(each, alone=len(block.voices) == 1) for each in block.voices]

    def voice(self, voice: Voice, *, alone: bool) -> Text:
        words = self.told.words
        if alone and len(voice.statuses) == 1:
            return Text(voice.chain)
        return Text(words("voices", "with_status", voice=voice.chain, status=" / ".join(voice.statuses)))

    def evidence(self, claim: Claim) -> Text:
        """The sentence with the act and the cues marked."""
        span = claim.evidence
        line = Text()
        # One character for one, so that the marks stay where they are.
        text = re.sub(r"\s", " ", harmless(self.told.reading.document.text[span.start : span.end]))
        for segment in segments(span.start, span.end, marks_of_evidence(claim)):
            words = text[segment.start - span.start : segment.end - span.start]
            if self.style.colour:
                line.append(
                    words, style=" ".join(dict.fromkeys(STYLES[mark.layer] for mark in segment.marks))
                )
                continue
            opening = "".join(BRACKETS[mark.layer][0] for mark in segment.opens)
            closing = "".join(BRACKETS[mark.layer][1] for mark in reversed(segment.closes))
            line.append(f"{opening}{words}{closing}")
        return line

    def why(self, claim: Claim) -> Text:
        """The way from the claim's cues to its verdict, a step a line."""
        head = f"{claim.id} {self.told.words('voices', 'quote', text=flat(claim.anchor.text))}"
        return Text("\n".join([head, *(f"- {step}" for step in explain(claim, self.told.words.language))]))

    def grid(self, rows: list[tuple[str, list[Text]]]) -> Padding:
        """Labels to the left, values wrapped to the right."""
        grid = Table.grid(padding=(0, 1), expand=True)
        grid.add_column(width=LABELS, no_wrap=True, style="dim")
        grid.add_column(ratio=1)
        for label, values in rows:
            for number, value in enumerate(values):
                grid.add_row("" if number else label, value)
        return Padding(grid, (0, 0, 0, INDENT))

    def outside(self) -> Iterator[Text | Padding]:
        """Claims outside the ontology, a line each."""
        if not self.told.outside:
            return
        yield self.heading(self.told.words("page", "outside"))
        yield Text()
        for claim in self.told.outside:
            names = ", ".join(self.told.index.names(claim.roles.actors))
            parts = [names, claim.anchor.text, self.told.words.status(claim)]
            yield Padding(Text("- " + " · ".join(flat(part) for part in parts if part)), (0, 0, 0, INDENT))

    def findings(self) -> Iterator[Text | Padding]:
        """What is wrong besides the headline."""
        if self.told.findings:
            yield self.heading(self.told.words("page", "findings"))
            yield Text()
        for finding, blocks in self.told.findings:
            label = self.told.words("findings", finding.kind)
            numbers = ", ".join(map(str, blocks))
            where = f" ({numbers})" if numbers else ""
            yield Padding(Text.assemble((f"! {label}{where}", "bold")), (0, 0, 0, INDENT))
            yield Padding(Text(flat(finding.message)), (0, 0, 0, 5))

    def problems(self) -> Iterator[Text | Padding]:
        """What the reader could not read."""
        if self.told.reading.problems:
            yield self.heading(self.told.words("page", "problems"))
            yield Text()
        for problem in self.told.reading.problems:
            yield Padding(
                Text(f"- {problem.stage}: {flat(problem.message)}{self.excerpt(problem)}"), (0, 0, 0, INDENT)
            )

    def excerpt(self, problem: Problem) -> str:
        """The first words of the place that a problem names."""
        if problem.start is None or problem.end is None:
            return ""
        text = flat(self.told.reading.document.text[problem.start : problem.end])
        if not text:
            return ""
        return " " + self.told.words("voices", "quote", text=text if len(text) <= 60 else text[:59] + "…")
