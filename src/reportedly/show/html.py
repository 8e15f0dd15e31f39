"""The HTML view: one self-contained page, the marked text to the left, the claims as cards to the right.

It needs no network and no script; its links, its layers and its lights are HTML and CSS.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from typing import BinaryIO

from reportedly.explain import explain
from reportedly.model import Claim, Finding, Reading
from reportedly.show.chain import voice
from reportedly.show.digest import Block, Digest, digest, reasons
from reportedly.show.index import flat
from reportedly.show.marked import Marked
from reportedly.show.markup import Markup, el, join
from reportedly.show.numbers import moment
from reportedly.show.words import Words, words_for

#: What the page wears; the marks are those of the page that is served.
STYLES = ("page.css", "marks.css")
#: A page that cannot fetch anything, whatever an article holds.
POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def write(
    readings: Iterable[Reading], out: BinaryIO, *, labels: str | None = None, explain: bool = False
) -> None:
    """All readings on one page, each written as soon as it is there."""
    number = 0
    for number, reading in enumerate(readings, start=1):
        told = digest(reading, words_for(reading, labels))
        if number == 1:
            out.write(_encoded(_head(told)))
        out.write(_encoded(_Sheet(told, f"r{number}", explain).whole()))
    if not number:
        out.write(_encoded(Markup("<!DOCTYPE html>\n<title>reportedly</title>\n")))
        return
    out.write(b"</body>\n</html>\n")


def render(
    reading: Reading, *, labels: str | None = None, explain: bool = False, notes: Iterable[str] = ()
) -> str:
    """One reading as a page.

    :param notes: what stands at its foot: who made it and when, whose words it holds.
    """
    told = digest(reading, words_for(reading, labels))
    return join(_head(told), _Sheet(told, "r1", explain, tuple(notes)).whole(), Markup("</body>\n</html>\n"))


def _encoded(markup: str) -> bytes:
    return markup.encode("utf-8", "replace")


def _head(told: Digest) -> Markup:
    """Everything before the first reading."""
    css = "".join(files(__package__).joinpath(name).read_text(encoding="utf-8") for name in STYLES)
    title = f"{_title(told)} – {told.words('page', 'title')}"
    return Markup(
        f'<!DOCTYPE html>\n<html lang="{told.words.language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        f"{el('title', title)}\n<style>\n{css}</style>\n</head>\n<body>\n"
    )


def _title(told: Digest) -> str:
    headline = told.reading.document.headline
    return flat(headline.text) if headline else told.words("page", "untitled")


@dataclass(frozen=True)
class _Sheet:
    """One reading on the page; ``key`` begins its ids, so that many readings fit on one page."""

    told: Digest
    key: str
    explain: bool
    #: What stands at its foot besides.
    notes: tuple[str, ...] = ()

    @property
    def words(self) -> Words:
        return self.told.words

    @cached_property
    def marked(self) -> Marked:
        return Marked(self.told.index, self.words, f"{self.key}-")

    def whole(self) -> Markup:
        """The reading's section."""
        return join(
            el("style", Markup(self.lights())),
            Markup("\n"),
            el(
                "section",
                self.top(),
                self.legend(),
                el("div", self.text_pane(self.marked), self.claims_pane(), cls="columns"),
                el("footer", *(el("p", note) for note in (self.words("page", "print_note"), *self.notes))),
                cls="reading",
                lang=self.words.language,
            ),
            Markup("\n"),
        )

    def lights(self) -> str:
        """Rules that light a claim's words while its card is pointed at."""
        ids = [f"{self.key}-{claim.id}" for claim in self.told.reading.claims]
        if not ids:
            return ""
        lit = ", ".join(f".reading:has(#{each}:is(:hover, :target)) .words .k-{each}" for each in ids)
        return f"{lit} {{ outline: 2px solid var(--accent); outline-offset: 1px; }}"

    def top(self) -> Markup:
        """Headline, where the article comes from, and the findings."""
        document, words = self.told.reading.document, self.words
        published = moment(document.published, words)
        facts: list[str] = [flat(part) for part in (document.outlet, document.byline, published) if part]
        if document.url and document.url.startswith(("http://", "https://")):
            facts.append(el("a", document.url, href=document.url, rel="noreferrer"))
        elif document.id:
            facts.append(document.id)
        facts += self.told.counts()
        line = join(*(join(" · ", fact) if number else join(fact) for number, fact in enumerate(facts)))
        kinds: dict[str, list[Finding]] = {}
        for finding in (*self.told.warnings, *(finding for finding, _ in self.told.findings)):
            kinds.setdefault(finding.kind, []).append(finding)
        notes = el(
            "ul",
            *(self.finding(*each) for each in kinds.items()),
            cls="notes",
            aria_label=words("page", "findings"),
        )
        return el(
            "header",
            el("h1", _title(self.told)),
            el("p", line, cls="facts"),
            notes if kinds else Markup(""),
        )

    def finding(self, kind: str, findings: list[Finding]) -> Markup:
        """The findings of one kind, each with links to its claims."""
        label = el("strong", self.words("findings", kind))
        return el("li", label, *(self.message(finding) for finding in findings))

    def message(self, finding: Finding) -> Markup:
        """What one finding says, and of which claims."""
        cards = [claim for claim in finding.claims if claim in self.told.index.claims]
        links = [join(" ", el("a", each, href=f"#{self.key}-{each}")) for each in cards]
        return el("p", flat(finding.message), *links)

    def legend(self) -> Markup:
        """What the marks mean, each with a box that hides it."""
        shown = [
            el(
                "label",
                Markup(f'<input type="checkbox" checked class="l-{layer}">'),
                el("mark", self.words("layers", layer), cls=layer),
            )
            for layer in self.marked.layers()
        ]
        return (
            el("fieldset", el("legend", self.words("page", "layers")), *shown, cls="legend")
            if shown
            else Markup("")
        )

    def text_pane(self, marked: Marked) -> Markup:
        """The article, every character of it, with its marks."""
        words = el("div", marked.whole(), cls="words", lang=self.told.reading.document.language)
        return el("article", el("h2", self.words("page", "article")), words, cls="text")

    def claims_pane(self) -> Markup:
        """The events as blocks, first what others say, then what the article says itself."""
        parts: list[Markup] = []
        for key, reported in (("reported", True), ("own", False)):
            blocks = [self.block(block) for block in self.told.blocks if block.reported is reported]
            if blocks:
                parts += [el("h2", self.words("sections", key)), *blocks]
        if not self.told.blocks:
            parts.append(el("p", self.words("sections", "none")))
        if self.told.outside:
            cards = [self.claim(claim) for claim in self.told.outside]
            parts += [el("h2", self.words("page", "outside")), el("div", *cards, cls="block")]
        return el("section", *parts, *self.problems(), cls="claims", aria_label=self.words("page", "claims"))

    def block(self, block: Block) -> Markup:
        """One event: who, whom, what, and each claim beneath."""
        who, whom = ", ".join(block.who), ", ".join(block.whom)
        parties = f"{who} → {whom}" if who and whom else f"→ {whom}" if whom else who
        heading = el(
            "h3", f"{block.number}. {parties} · {block.act}" if parties else f"{block.number}. {block.act}"
        )
        code = " → ".join(dict.fromkeys(filter(None, (block.chief.type, block.chief.plover))))
        flags = dict.fromkeys(self.told.reading.findings[position].kind for position in block.flags)
        return el(
            "article",
            el("header", heading, el("span", code, cls="code")),
            el("p", block.status, cls=f"status s-{block.chief.factuality.status}"),
            *(el("p", "! ", self.words("findings", kind), cls="flag") for kind in flags),
            self.rows(block.rows),
            *(self.claim(claim, alone=len(block.claims) == 1) for claim in block.claims),
            cls="block",
        )

    def rows(self, rows: Iterable[tuple[str, tuple[str, ...]]]) -> Markup:
        """Labels and values."""
        entries = [
            entry
            for key, values in rows
            for entry in (el("dt", self.words("rows", key)), *(el("dd", value) for value in values[:1]),
                          *(el("dd", value, style="grid-column: 2") for value in values[1:]))
        ]  # fmt: skip
        return el("dl", *entries) if entries else Markup("")

    def claim(self, claim: Claim, *, alone: bool = False) -> Markup:
        """One claim: who says so, how sure it is, the sentence, and the way back to the text.

        :param alone: whether the event has no other, so that its status stands above already.
        """
        fact = claim.factuality
        status = el("span", self.words.status(claim), cls=f"status s-{fact.status}")
        chain = join(voice(claim, self.told.index, self.words), *([] if alone else [" · ", status]))
        back = el("a", f"{claim.id} ↩ {self.words('page', 'back')}", href=f"#{self.key}-t-{claim.id}")
        cues = reasons(claim, self.words)
        return el(
            "div",
            el("p", chain, cls="chain"),
            el("p", self.marked.evidence(claim), cls="quote", lang=self.told.reading.document.language),
            self.why(claim) if self.explain else Markup(""),
            el("p", back, *([] if self.explain else [el("span", cue) for cue in cues]), cls="foot"),
            cls="claim",
            id=f"{self.key}-{claim.id}",
        )

    def why(self, claim: Claim) -> Markup:
        """The way from the cues to the verdict."""
        steps = [el("li", step) for step in explain(claim, self.words.language)]
        return el("details", el("summary", self.words("page", "reasons")), el("ul", *steps), open=True)

    def problems(self) -> list[Markup]:
        """What the reader could not read."""
        problems = self.told.reading.problems
        if not problems:
            return []
        rows = [el("li", f"{problem.stage}: {flat(problem.message)}") for problem in problems]
        return [el("h2", self.words("page", "problems")), el("ul", *rows)]
