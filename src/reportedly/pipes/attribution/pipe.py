"""The component ``reportedly.attribution``."""

from __future__ import annotations

from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc as Parsed

from reportedly.pipes.attribution.announced import read_announced, read_posts
from reportedly.pipes.attribution.carry import carry_addressees
from reportedly.pipes.attribution.cues import verb_cues
from reportedly.pipes.attribution.floats import carry_on
from reportedly.pipes.attribution.labels import read_label, read_signatures
from reportedly.pipes.attribution.lexicon import lexicon
from reportedly.pipes.attribution.marks import read_marks
from reportedly.pipes.attribution.nesting import nest, prune
from reportedly.pipes.attribution.nouns import read_nouns, read_which
from reportedly.pipes.attribution.page import Page, open_page
from reportedly.pipes.attribution.passing import read_passing
from reportedly.pipes.attribution.phrases import read_phrases, read_polls
from reportedly.pipes.attribution.quotes import Quote
from reportedly.pipes.attribution.supposed import carry_suppositions
from reportedly.pipes.attribution.titles import read_title
from reportedly.pipes.attribution.tree import Range, form, is_finite, is_gerund, is_light, kids, words
from reportedly.pipes.attribution.verbs import read_verb
from reportedly.pipes.draft import AttributionDraft, draft_of, live_sentences
from reportedly.pipes.plain import AnyDoc, plain
from reportedly.pipes.titles.title import title_of

#: A quotation of fewer words is a phrase and nobody's statement.
SHORTEST_SPEECH = 5


class Attributor:
    """Finds who says what: source, cue and content of every attribution.

    :param nlp: the pipeline, whose language decides which lexicon is read.
    """

    def __init__(self, nlp: Language, name: str = "reportedly.attribution") -> None:
        self.name = name
        self.lexicon = lexicon(nlp.lang)

    def process(self, doc: AnyDoc) -> list[AttributionDraft]:
        """The attributions of a document, in order of place."""
        return self.read(self.open(doc))

    def open(self, doc: AnyDoc) -> Page:
        """The page that a document's attributions are read from."""
        doc = plain(doc)
        draft = draft_of(doc)
        return open_page(doc, self.lexicon, list(live_sentences(doc)), draft.mentions, title_of(doc, draft))

    def read(self, page: Page) -> list[AttributionDraft]:
        """The attributions of a page, in order of place."""
        found: list[AttributionDraft] = []
        for start, end in page.sentences:
            found.extend(self.read_sentence(page, start, end))
        if page.title is not None:
            found.extend(read_title(page, page.title, found))
        found.extend(read_signatures(page, found))
        found.extend(read_announced(page, found))
        if "@" in page.doc.text:
            found.extend(read_posts(page))
        found.extend(carry_on(page, found))
        carry_suppositions(page, found)
        nest(found)
        found = sorted(prune(page, found), key=place)
        carry_addressees(page, found)
        return found

    def read_sentence(self, page: Page, start: int, end: int) -> list[AttributionDraft]:
        """The attributions whose cue stands in one sentence."""
        found: list[AttributionDraft] = []
        for cue in verb_cues(page, start, end):
            if read := read_verb(page, cue):
                if read.source is None and found and is_gerund(cue.head):
                    # "…", she said, adding that: whoever spoke goes on speaking.
                    read.source = replace(found[-1].source) if found[-1].source else None
                found.append(read)
        nouns = [noun for noun in read_nouns(page, start, end) if not repeats(noun, found)]
        found.extend(read_phrases(page, start, end))
        found.extend(read_which(page, start, end))
        marks = [mark for mark in read_marks(page, start, end) if not is_source_of(mark, found)]
        found.extend(mark for mark in marks if not lies_in_cue(mark, found))
        found.extend(noun for noun in nouns if not speaks_elsewhere(page, noun, found))
        found = found or read_polls(page, start, end)
        if label := read_label(page, start, end):
            found.append(label)
        passed_on = read_passing(page, start, end, found)
        return [*found, *passed_on]

    def __call__(self, doc: Parsed) -> Parsed:
        draft, page = draft_of(doc), self.open(doc)
        draft.attributions = self.read(page)
        draft.quotes = unattributed(page, draft.attributions, draft.headline or (0, 0))
        return doc


def unattributed(page: Page, found: list[AttributionDraft], headline: Range = (0, 0)) -> list[Range]:
    """The quotations of a page, with their marks, that are the content of no attribution.

    Scare quotes, titles and names are left out: what is said holds a finite verb and five words, and stands by
    itself. A headline leaves its speaker to the article.
    """
    taken = [False] * len(page.doc)
    for attribution in found:
        for start, end in attribution.content:
            taken[start:end] = [True] * (end - start)
    return [
        (quote.start, quote.end)
        for quote in page.quotes
        if not quote.depth
        and not headline[0] <= quote.start < headline[1]
        and not any(taken[quote.start : quote.end])
        and stands_alone(page, quote)
        and says_something(page, quote)
    ]


def stands_alone(page: Page, quote: Quote) -> bool:
    """Whether a quotation is closed and fills its sentences: with words around it, these tell whose it is."""
    low, _ = page.sentence_of(quote.start)
    _, high = page.sentence_of(max(quote.start, quote.end - 1))
    before = next((token for token in reversed(page.doc[: quote.start]) if not token.is_space), None)
    announced = before is not None and before.text == ":"
    around = words(page.doc, low, quote.start) or words(page.doc, quote.end, high)
    return quote.closed and not announced and not around


def says_something(page: Page, quote: Quote) -> bool:
    """Whether a quotation is a clause: a finite verb and at least five words."""
    inner = [token for token in page.doc[quote.start : quote.end] if not is_light(token)]
    return len(inner) >= SHORTEST_SPEECH and any(is_finite(token) for token in inner)


def lies_in_cue(mark: AttributionDraft, found: list[AttributionDraft]) -> bool:
    """Whether the cue of a set phrase is a word of another one's: the "clear" of "made clear that"."""
    cue = mark.cue
    return cue is not None and any(
        each.cue is not None and each.cue.start <= cue.start < cue.end <= each.cue.end for each in found
    )


def repeats(noun: AttributionDraft, found: list[AttributionDraft]) -> bool:
    """Whether a noun only says where a verb before it said the same: "warned in a statement that"."""
    cue = noun.cue
    if cue is not None and any(each.cue and each.cue.start <= cue.start < each.cue.end for each in found):
        # "a l'impression que": the noun is of the verb's cue.
        return True
    if noun.source is not None or cue is None or not noun.content:
        return False
    end = noun.content[-1][1]
    return any(
        each.cue
        and each.content
        and each.cue.end <= cue.start < each.content[0][0]
        and each.content[-1][1] == end
        for each in found
    )


def is_source_of(mark: AttributionDraft, found: list[AttributionDraft]) -> bool:
    """Whether the source of a phrase already speaks in another attribution: "indique-t-on de source militaire"."""
    head = mark.source.head if mark.source else -1
    return any(each.source and each.source.start <= head < each.source.end for each in found)


def speaks_elsewhere(page: Page, noun: AttributionDraft, found: list[AttributionDraft]) -> bool:
    """Whether a noun that says nothing itself is another's source or what it is said in: "dit dans un communiqué"."""
    if noun.content or noun.cue is None:
        return False
    at = noun.cue.start
    if any(each.source and each.source.start <= at < each.source.end for each in found):
        return True
    inside = any(form(case) in page.lexicon.words["in"] for case in kids(page.doc[at], "case"))
    return inside and any(each.cue and each.source and each.cue.sort == "report" for each in found)


def place(attribution: AttributionDraft) -> tuple[int, int]:
    """Where an attribution stands: by its cue, or by its content where it has none."""
    if attribution.cue is not None:
        return attribution.cue.start, attribution.cue.end
    return attribution.content[0]
