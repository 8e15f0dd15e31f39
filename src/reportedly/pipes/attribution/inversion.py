"""Subjects that stand after their verb: "said the mayor", "expliquait-il"."""

from __future__ import annotations

from reportedly.pipes.attribution.cues import VerbCue
from reportedly.pipes.attribution.nominals import (
    after_hearer,
    in_other_quote,
    is_link,
    is_time,
    names_time,
    phrase_head,
)
from reportedly.pipes.attribution.page import Page
from reportedly.pipes.attribution.tree import NOMINAL, OPENERS, SUBJECTS, base, form, is_finite, kids, lemma
from reportedly.pipes.tokens import Token

#: No longer name stands between a verb that begins a sentence and its colon, in tokens.
LONGEST_NAME = 8


def taken_for_object(page: Page, cue: VerbCue, subject: Token) -> Token | None:
    """The subject after its verb that the parser took for an object: "… was hit, | said officials".

    A subject with a finite verb of its own before the comma is that verb's, not the cue's.
    """
    doc, start = page.doc, cue.start
    if subject.i >= start or doc[start - 1].text != "," or not cue.has("clause") or cue.has("told"):
        return None
    if not any(is_finite(token) for token in doc[subject.i : start]):
        return _after_comma(page, cue, subject)
    thing = next((c for c in kids(cue.head, "obj") if c.i >= cue.end), None)
    role = page.lexicon.roles.get(lemma(thing)) if thing is not None else None
    return thing if role is not None and role != "document" else None


def _after_comma(page: Page, cue: VerbCue, subject: Token) -> Token | None:
    """The name after a verb that a lone comma parts from its subject: "Any delay, | said Berg, would cost"."""
    commas = [t for t in page.doc[subject.left_edge.i : cue.start] if t.text == ","]
    if len(commas) != 1 or cue.end >= len(page.doc) or page.inside[subject.i] != page.inside[cue.head.i]:
        return None
    head = phrase_head(page.doc, cue.end)
    named = head.pos_ == "PROPN" or page.lexicon.roles.get(lemma(head)) not in (None, "document")
    return head if named and head.i >= cue.end and not _acts_later(head) else None


def clitic_subject(cue: VerbCue) -> Token | None:
    """The pronoun that a hyphen ties to its verb: "expliquait-il"."""
    for token in cue.head.doc[cue.start + 1 : cue.head.i]:
        # "a-t-elle ajouté"; no object's pronoun follows an auxiliary with a hyphen.
        if token.pos_ == "PRON" and token.text.startswith("-") and not is_link(token):
            return token
    doc, i = cue.head.doc, cue.head.i + 1
    i += i < len(doc) and doc[i].pos_ == "PRON" and is_link(doc[i])
    if (
        i < len(doc)
        and doc[i].pos_ == "PRON"
        and doc[i].text.startswith("-")
        and base(doc[i]) not in ("obj", "iobj")
    ):
        return doc[i]
    return None


def inverted_subject(page: Page, cue: VerbCue) -> Token | None:
    """The subject after a verb that follows a quotation or a comma: "said the mayor"."""
    verb, doc = cue.head, page.doc
    if not may_invert(page, cue):
        return None
    for child in verb.rights:
        nominal = child.pos_ in NOMINAL and base(child) not in (
            "conj",
            "ccomp",
            "parataxis",
            "advcl",
            "punct",
        )
        if nominal and not any(True for _ in kids(child, "case")) and not is_time(page, child):
            return child
    i = max(verb.i + 1, cue.tail)
    while i < len(doc) and (doc[i].pos_ == "ADV" or doc[i].text in ("-", "-t-") or names_time(doc[i])):
        i += 1
    i = after_hearer(page, i)
    if i >= len(doc) or not page.same_paragraph(verb.i, i) or doc[i].pos_ not in OPENERS:
        return None
    head = phrase_head(doc, i)
    return head if head.pos_ in NOMINAL and not _acts_later(head) else None


def _acts_later(head: Token) -> bool:
    """Whether a nominal after a verb is the subject of a later one: "said | officials were leaving"."""
    verb = head.head
    if base(head) not in SUBJECTS or verb.i < head.i:
        return False
    return not any(token.text == "," for token in head.doc[head.i : verb.i])


def may_invert(page: Page, cue: VerbCue) -> bool:
    """Whether what stands before a verb lets its subject follow: a quotation, a comma, "comme", a relative."""
    doc, i = page.doc, cue.start
    low = page.sentence_of(cue.head.i)[0]
    lefts = [child for child in kids(cue.head, *SUBJECTS) if low <= child.i < cue.head.i]
    if any(not in_other_quote(page, child, cue.head) for child in lefts):
        return False
    if cue.has("told") and page.quote_ending_before(i) is None:
        # Who stands after such a verb is told: "Berg, who ran the port, told | the senator he would go".
        return False
    past = "Past" in cue.head.morph.get("Tense", []) and page.quote_ending_before(i) is not None
    if not (
        past
        or is_finite(cue.head)
        or cue.head.pos_ == "NOUN"
        or any(base(c) == "aux" and c.i < cue.head.i for c in cue.head.children)
    ):
        return False
    if i <= low:
        return _opens_colon(page, cue)
    before = doc[i - 1]
    if page.quote_ending_before(i) is not None or before.text in (",", "–", "—", "-", "?", "!", "…"):
        return True
    return form(before) in page.lexicon.words["inverting"]


def _opens_colon(page: Page, cue: VerbCue) -> bool:
    """Whether a verb begins its sentence with its subject and a colon after it: "Said Berg: …"."""
    high = min(page.sentence_of(cue.head.i)[1], cue.end + LONGEST_NAME)
    return any(token.text == ":" for token in page.doc[cue.end : high])
