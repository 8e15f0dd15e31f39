"""A headline's voices set apart by a colon or a dash: "Report: bakery to close", "Bakery to close – sources"."""

from __future__ import annotations

from reportedly.pipes.attribution.contents import kind_of
from reportedly.pipes.attribution.misreadings import ROLES, mend
from reportedly.pipes.attribution.nominals import phrase_head
from reportedly.pipes.attribution.page import Page
from reportedly.pipes.attribution.sources import describe
from reportedly.pipes.attribution.tree import Range, is_finite, lemma, trim
from reportedly.pipes.draft import AttributionDraft, CueDraft
from reportedly.pipes.titles.falsehoods import Taken, taken_back
from reportedly.pipes.titles.title import Part, Title
from reportedly.pipes.tokens import Token

#: No longer voice stands at a headline's end, in tokens.
LONGEST_VOICE = 7
SETS_APART = frozenset([":", "-", "–", "—", "--"])
#: Kinds of names that can speak; a bare country is more often what a headline is about.
SPEAKERS = frozenset(["group", "organization", "outlet", "person"])


def read_title(page: Page, title: Title, found: list[AttributionDraft]) -> list[AttributionDraft]:
    """The voices that begin or end a headline, where no other rule has found them."""
    mend(page, title, found)
    found.extend(_denials(page, title, found))
    found.extend(_sayings(page, title, found))
    return _set_apart(page, title, found)


def _denials(page: Page, title: Title, found: list[AttributionDraft]) -> list[AttributionDraft]:
    """Denials with those who deny: "Baker rubbishes merger report". They replace what the cue was taken for."""
    new = []
    for taken in taken_back(title):
        if taken.by is None or (voice := _denial(page, taken, taken.by)) is None:
            continue
        same = [a for a in found if a.cue is not None and taken.mark.start <= a.cue.start < taken.mark.end]
        told = [a for a in same if a.source is not None and a.cue is not None and a.cue.sort == "report"]
        if told:
            told[0].content = voice.content
            continue
        for other in same:
            found.remove(other)
        new.append(voice)
    return new


def _denial(page: Page, taken: Taken, by: Range) -> AttributionDraft | None:
    start, end = trim(page.doc, *by)
    content = trim(page.doc, taken.start, taken.end)
    if start >= end or content[0] >= content[1] or any(is_finite(token) for token in page.doc[start:end]):
        return None
    head = phrase_head(page.doc, start)
    source = describe(page, head if start <= head.i < end else page.doc[end - 1], start, end)
    mark = taken.mark
    cue = CueDraft(
        mark.start, mark.end, page.doc[mark.start].word, "doubtful" if taken.doubted else "denying"
    )
    return AttributionDraft(kind_of(page, [content]), source, cue, [content])  # type: ignore[arg-type]


def _sayings(page: Page, title: Title, found: list[AttributionDraft]) -> list[AttributionDraft]:
    """Verbs of saying whose clause the parser did not see: "Oslo Says Ships Not Found"."""
    known = {i for each in found if each.cue is not None for i in range(each.cue.start, each.cue.end)}
    new = []
    for i in range(title.start + 1, title.end):
        if i in known or not _says(page, title, page.doc[i]):
            continue
        part = title.part_of(i)
        if part is not None and (voice := _saying(page, i, part)) is not None:
            new.append(voice)
    return new


def _says(page: Page, title: Title, token: Token) -> bool:
    """Whether a word is a finite verb of report with a clause, however it was tagged."""
    entries = page.lexicon.verbs.get(token.word, ()) or page.lexicon.verbs.get(
        token.form.removesuffix("s"), ()
    )
    reports = any("clause" in each.frames and each.sort == "report" and not each.tail for each in entries)
    followed = token.i + 1 < title.end and page.doc[token.i + 1].form in page.lexicon.words["infinitive"]
    return reports and not followed and token.form in title.lexicon.scope["saying"]


def _saying(page: Page, i: int, part: Part) -> AttributionDraft | None:
    source, content = trim(page.doc, part.start, i), trim(page.doc, i + 1, part.end)
    comma = max((k for k in range(part.start, i) if page.doc[k].text == ","), default=None)
    if comma is not None and content[0] >= content[1]:
        # "Ferry sinks off Chile, navy says"
        source, content = trim(page.doc, comma + 1, i), trim(page.doc, part.start, comma)
    nominal = not any(
        token.pos_ in ("VERB", "AUX", "SCONJ") or token.text == "," for token in page.doc[slice(*source)]
    )
    clause = any(token.pos_ in ("VERB", "AUX", "ADJ") for token in page.doc[slice(*content)])
    if source[0] >= source[1] or content[1] - content[0] < 2 or not nominal or not clause:
        return None
    head = phrase_head(page.doc, source[0])
    who = describe(page, head if source[0] <= head.i < source[1] else page.doc[source[1] - 1], *source)
    cue = CueDraft(i, i + 1, page.doc[i].word)
    return AttributionDraft(kind_of(page, [content]), who, cue, [content])  # type: ignore[arg-type]


def _set_apart(page: Page, title: Title, found: list[AttributionDraft]) -> list[AttributionDraft]:
    """Voices before the first colon, and after the last colon or dash."""
    parts = title.parts
    if len(parts) < 2:
        return []
    new = []
    first, last = parts[0], parts[-1]
    if first.closed_by == ":" and _speaks(page, title, first) and not _begins(found, first):
        new.append(_voice(page, first, first.end, (parts[1].start, title.end)))
    before = parts[-2]
    if before.closed_by in SETS_APART and _speaks(page, title, last) and len(new) < len(parts) - 1:
        start = parts[1].start if new else title.start
        new.append(_voice(page, last, before.end, (start, before.end)))
    return [each for each in new if each is not None]


def is_topic(page: Page, title: Title, start: int, end: int) -> bool:
    """Whether words before a headline's colon are what it is about, and nobody who speaks."""
    label = next(title.marks(title.lexicon.labels, start, end), None)
    if label is not None and label.start == start:
        return True
    mention = page.mention_of(page.doc[end - 1])
    if mention is not None and mention.kind == "country":
        return not _is_speech(page, end + 1, title.end)
    named = mention is not None and mention.type == "name" and mention.start <= start
    if named and not any(is_finite(token) or token.pos_ == "AUX" for token in page.doc[end : title.end]):
        return not _is_speech(page, end + 1, title.end)
    return not _speaks(page, title, Part(start, end, ":"))


def _is_speech(page: Page, start: int, end: int) -> bool:
    """Whether words are a quotation or somebody's own: "Oslo: we will not pay"."""
    if page.quote_beginning_after(start) is not None:
        return True
    # "US" is a country.
    own = (i for i in range(start, end) if page.forms[i] in page.lexicon.first)
    return any(not page.doc[i].is_upper or len(page.doc[i].text) == 1 for i in own)


def _begins(found: list[AttributionDraft], part: Part) -> bool:
    return any(a.source is not None and part.holds(a.source.head) for a in found)


def _speaks(page: Page, title: Title, part: Part) -> bool:
    """Whether a part names nobody but somebody who can speak."""
    start, end = trim(page.doc, part.start, part.end)
    tokens = page.doc[start:end]
    if not 0 < len(tokens) <= LONGEST_VOICE or any(is_finite(token) for token in tokens):
        return False
    marks = title.marks(title.lexicon.labels, start, end)
    labelled = any(mark.start == start or mark.end == end for mark in marks)
    if labelled or page.forms[start] in title.lexicon.attributes:
        return False
    if any(mark.end == end for mark in title.marks(title.lexicon.voices, start, end)):
        return True
    head = phrase_head(page.doc, start)
    last = page.doc[end - 1]
    if not title.lexicon.topics.isdisjoint((head.form, last.form)):
        # A ferry disaster says nothing.
        return False
    role = page.lexicon.roles.get(lemma(last)) or page.lexicon.roles.get(lemma(head))
    if role in ROLES and not any(token.pos_ == "ADP" for token in tokens[:-1]):
        return True
    mention = page.mention_of(last)
    return (
        mention is not None and mention.kind in SPEAKERS and mention.type == "name" and mention.start <= start
    )


def _voice(page: Page, part: Part, at: int, content: Range) -> AttributionDraft | None:
    start, end = trim(page.doc, part.start, part.end)
    first, last = trim(page.doc, *content)
    if first >= last:
        return None
    head = phrase_head(page.doc, start)
    source = describe(page, head if start <= head.i < end else page.doc[end - 1], start, end)
    cue = CueDraft(at, at + 1, page.doc[at].text)
    return AttributionDraft(kind_of(page, [(first, last)]), source, cue, [(first, last)])  # type: ignore[arg-type]
