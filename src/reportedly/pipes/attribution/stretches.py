"""Subjects by their place alone: the nominal stretch before a verb, or between a quotation and the verb after it."""

from __future__ import annotations

from reportedly.pipes.attribution.cues import VerbCue
from reportedly.pipes.attribution.nominals import is_possessive
from reportedly.pipes.attribution.page import Page
from reportedly.pipes.attribution.tree import Range, base, form, is_finite, is_light, lemma, trim
from reportedly.pipes.tokens import Token

#: The longest subject that is taken by its place alone, in tokens.
LONGEST_SUBJECT = 40

#: What a name with its titles is made of.
NAMING = frozenset(["NOUN", "PROPN", "ADJ", "DET", "NUM", "X"])
#: What may stand in the stretch that is taken for a subject where the parser found none.
STRETCH = frozenset(["NOUN", "PROPN", "ADJ", "DET", "NUM", "ADP", "PART", "SYM", "X"])


def quoted_stretch(page: Page, cue: VerbCue) -> Range | None:
    """The words between a quotation and the verb that follows it in the sentence, if they can be its subject."""
    low = page.sentence_of(cue.head.i)[0]
    doc, end = page.doc, cue.start
    start = next((i for i in range(end, low, -1) if page.closing_at(i) is not None), None)
    if start is None or end - start > LONGEST_SUBJECT or page.inside[cue.head.i] is not None:
        return None
    start, end = trim(doc, start, end)
    if start >= end or doc[start].pos_ not in ("NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM", "X"):
        return None
    if doc[end].text != "," and any(token.text == "," for token in doc[start:end]):
        # What stands between the quotation and the comma goes on with the sentence.
        return None
    relative = False
    for token in doc[start:end]:
        relative = relative or "Rel" in token.morph.get("PronType", [])
        joins = token.pos_ == "SCONJ" or (token.pos_ == "CCONJ" and doc[end].text != ",")
        if joins or (is_finite(token) and not relative):
            return None
    return start, end


def after_quote(page: Page, cue: VerbCue) -> Token | None:
    """The subject between a quotation and the verb that follows it."""
    before = page.doc[cue.start - 1] if cue.start else None
    if before is not None and "Rel" in before.morph.get("PronType", []):
        return None
    stretch = quoted_stretch(page, cue)
    return _first_noun(page, stretch) if stretch is not None else None


def _first_noun(page: Page, stretch: Range) -> Token | None:
    """The last word of a stretch's first run of nouns."""
    head = None
    for token in page.doc[stretch[0] : stretch[1]]:
        if token.pos_ in ("NOUN", "PROPN", "PRON", "X") and not (
            head and "Rel" in token.morph.get("PronType", [])
        ):
            head = token
        elif head is not None:
            break
    return head


def stretch_before(page: Page, cue: VerbCue) -> Range | None:
    """The nominal stretch right before a verb, appositions with it: a subject by its place alone."""
    doc, low = page.doc, page.sentence_of(cue.head.i)[0]
    end = cue.start
    apposed = end > low and doc[end - 1].text == ","
    i = end - 1 if apposed else end
    stop, joined = i, None
    while i > low:
        token = doc[i - 1]
        if token.pos_ == "CCONJ" and i < stop and i - 2 >= low and doc[i - 2].pos_ in ("NOUN", "PROPN"):
            joined, i = i, i - 1
            continue
        if token.text == "," and apposed and i < stop:
            apposed = False
        elif token.text == "-" and not (i >= 2 and doc[i - 2].whitespace_):
            pass
        elif (
            token.pos_ not in STRETCH
            and not is_possessive(token)
            and not (token.is_space and "\n" not in token.text)
        ):
            break
        i -= 1
    if joined is not None and i > low and not is_light(doc[i - 1]):
        # Two nouns are one subject only where nothing stands before them.
        i = joined
    return _settled(page, cue, _from_name(page, i, low), stop)


def _settled(page: Page, cue: VerbCue, i: int, stop: int) -> Range | None:
    """A stretch without the prepositions that begin it, or the pronoun before the verb where it holds no noun."""
    doc, end = page.doc, cue.start
    low = page.sentence_of(cue.head.i)[0]
    if _is_tied(page, i, low) and i < stop:
        return None
    while i < stop and (doc[i].pos_ in ("ADP", "PART") or is_light(doc[i])):
        i += 1
    if i < stop and any(doc[k].pos_ in ("NOUN", "PROPN") for k in range(i, stop)):
        return i, stop
    if (
        stop == end
        and end > low
        and doc[end - 1].pos_ == "PRON"
        and base(doc[end - 1]) not in ("obj", "iobj", "expl")
    ):
        return end - 1, end
    return None


def _is_tied(page: Page, i: int, low: int) -> bool:
    """Whether a preposition ties a stretch to a verb before it: "speaking to reporters, said"."""
    return i > low and page.doc[i].pos_ in ("ADP", "PART") and page.doc[i - 1].pos_ == "VERB"


def _from_name(page: Page, i: int, low: int) -> int:
    """Where a stretch begins that a person's name is set off before: ", Ola Berg, | the envoy said"."""
    doc = page.doc
    if i - 2 <= low or doc[i - 1].text != ",":
        return i
    name = page.mention_of(doc[i - 2])
    named = name is not None and name.kind == "person" and name.type == "name" and name.end == i - 1
    return (
        name.start if name is not None and named and name.start > low and is_light(doc[name.start - 1]) else i
    )


def set_off_before(page: Page, cue: VerbCue) -> Range | None:
    """A subject with all that commas set off after it: "Ola Berg, who runs the port, a former navy base, | said"."""
    doc, low = page.doc, max(page.sentence_of(cue.head.i)[0], cue.start - LONGEST_SUBJECT)
    stop = cue.start - 1
    if stop <= low or doc[stop].text != ",":
        return None
    for comma in range(stop - 1, low, -1):
        if doc[comma].text != "," or not _describes(page, comma + 1, stop):
            continue
        i = comma
        while i > low and doc[i - 1].pos_ in NAMING:
            i -= 1
        begins = i == low or is_light(doc[i - 1]) or doc[i - 1].pos_ in ("CCONJ", "SCONJ")
        if i < comma and begins and any(_speaks(page, token) for token in doc[i:comma]):
            return i, stop
    return None


def _describes(page: Page, start: int, stop: int) -> bool:
    """Whether a stretch between commas describes what stands before it: nominal, or a relative clause."""
    if form(page.doc[start]) in page.lexicon.words["relative"]:
        return True
    opens = page.doc[start].pos_ in ("DET", "NOUN", "PROPN", "ADJ", "NUM", "ADV")
    return opens and not any(is_finite(token) for token in page.doc[start:stop])


def _speaks(page: Page, token: Token) -> bool:
    """Whether a word names somebody who can speak."""
    return token.pos_ == "PROPN" or page.lexicon.roles.get(lemma(token)) not in (None, "document")


def set_off_head(page: Page, cue: VerbCue) -> Token | None:
    """The head of a subject that commas set off from a finite verb."""
    finite = is_finite(cue.head) or any(is_finite(page.doc[i]) for i in range(cue.start, cue.end))
    stretch = set_off_before(page, cue) if finite else None
    return _first_noun(page, stretch) if stretch is not None else None


def stretch_head(page: Page, cue: VerbCue) -> Token | None:
    """The head of the stretch before a finite verb: the last word of its first run of nouns."""
    finite = is_finite(cue.head) or any(is_finite(page.doc[i]) for i in range(cue.start, cue.end))
    stretch = stretch_before(page, cue) if finite else None
    return _first_noun(page, stretch) if stretch is not None else None
