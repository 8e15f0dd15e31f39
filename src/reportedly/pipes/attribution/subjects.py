"""Where a cue's subject stands: before its verb, after it, in another clause, or where the parser missed it."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from reportedly.pipes.attribution.cues import VerbCue
from reportedly.pipes.attribution.lexicon import words_of
from reportedly.pipes.attribution.page import Page
from reportedly.pipes.attribution.tree import (
    NOMINAL,
    Range,
    base,
    form,
    is_finite,
    is_light,
    is_passive,
    kids,
    lemma,
    trim,
)

#: How many clauses up the subject of a participle or an infinitive is looked for.
CONTROL_DEPTH = 5


SUBJECTS = ("nsubj", "csubj")


#: The longest subject that is taken by its place alone, in tokens.
LONGEST_SUBJECT = 40


#: What may stand in the stretch that is taken for a subject where the parser found none.
STRETCH = frozenset(["NOUN", "PROPN", "ADJ", "DET", "NUM", "ADP", "PART", "SYM", "X"])


def subject_of(page: Page, cue: VerbCue) -> Token | None:
    """The one who speaks: the agent of a passive, else the subject, inverted or understood."""
    verb = cue.head
    # The parser may take a past after its subject for a participle that describes it.
    if base(verb) == "acl" and (after := after_quote(page, cue)):
        return after
    if is_passive(verb):
        return agent_of(verb) or document_in(page, verb)
    return clitic_subject(cue) or after_quote(page, cue) or _active_subject(page, cue)


def _active_subject(page: Page, cue: VerbCue) -> Token | None:
    """The subject of an active verb that no quotation comes before."""
    verb = cue.head
    own = own_subject(verb)
    if own is not None and not in_other_quote(page, own, verb):
        return cleft_focus(own) or own
    # A finite verb has its subject beside it; only then is one looked for in the clauses above.
    other = inverted_subject(page, cue) or stretch_head(page, cue) or understood_subject(verb)
    return None if other is not None and in_other_quote(page, other, verb) else other


def own_subject(verb: Token) -> Token | None:
    """The subject that the parser gives a verb, an expletive one left out."""
    for child in kids(verb, *SUBJECTS):
        if child.pos_ in NOMINAL or child.pos_ in {"DET", "ADJ"}:
            return child
    return None


def in_other_quote(page: Page, token: Token, verb: Token) -> bool:
    """Whether a token stands in a quotation that its verb is not in: then the parser's link between them is wrong."""
    quote = page.inside[token.i]
    return quote is not None and quote.closed and not quote.start <= verb.i < quote.end


def cleft_focus(subject: Token) -> Token | None:
    """The one whom a cleft sentence singles out: "it was the mayor who said"."""
    if "Rel" not in subject.morph.get("PronType", []):
        return None
    focus = subject.head.head
    copula = any(True for _ in kids(focus, "cop"))
    return focus if copula and focus.pos_ in NOMINAL and focus.i < subject.i else None


def agent_of(verb: Token) -> Token | None:
    """The agent of a passive."""
    for child in verb.children:
        if child.dep_ == "obl:agent":
            return child
        if base(child) == "obl" and any(
            form(case) in words_of(verb, "agent") for case in kids(child, "case")
        ):
            return child
    return None


def document_in(page: Page, verb: Token) -> Token | None:
    """The document that a passive is said in: "confirmed in a report"."""
    for child in kids(verb, "obl"):
        is_inside = any(form(case) in page.lexicon.words["in"] for case in kids(child, "case"))
        if is_inside and page.lexicon.roles.get(lemma(child)) == "document":
            return child
    return None


def clitic_subject(cue: VerbCue) -> Token | None:
    """The pronoun that a hyphen ties to its verb: "expliquait-il"."""
    doc, i = cue.head.doc, cue.head.i + 1
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
        if nominal and not any(True for _ in kids(child, "case")) and not is_time(child):
            return child
    i = max(verb.i + 1, cue.tail)
    while i < len(doc) and (doc[i].pos_ == "ADV" or doc[i].text in ("-", "-t-")):
        i += 1
    if i >= len(doc) or not page.same_paragraph(verb.i, i) or doc[i].pos_ not in (*NOMINAL, "DET", "ADJ"):
        return None
    head = phrase_head(doc, i)
    return head if head.pos_ in NOMINAL else None


def may_invert(page: Page, cue: VerbCue) -> bool:
    """Whether what stands before a verb lets its subject follow: a quotation, a comma, "comme", a relative."""
    doc, i = page.doc, cue.start
    lefts = [child for child in kids(cue.head, *SUBJECTS) if child.i < cue.head.i]
    if any(not in_other_quote(page, child, cue.head) for child in lefts):
        return False
    past = "Past" in cue.head.morph.get("Tense", []) and page.quote_ending_before(i) is not None
    if not (
        past or is_finite(cue.head) or any(base(c) == "aux" and c.i < cue.head.i for c in cue.head.children)
    ):
        return False
    if i == 0:
        return False
    before = doc[i - 1]
    if page.quote_ending_before(i) is not None or before.text in (",", "–", "—", "-", "?", "!", "…"):
        return True
    return form(before) in page.lexicon.words["inverting"]


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
    relative = False
    for token in doc[start:end]:
        relative = relative or "Rel" in token.morph.get("PronType", [])
        if token.pos_ in ("CCONJ", "SCONJ") or (is_finite(token) and not relative):
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
        elif token.pos_ not in STRETCH and not (token.is_space and "\n" not in token.text):
            break
        i -= 1
    if joined is not None and i > low and not is_light(doc[i - 1]):
        # Two nouns are one subject only where nothing stands before them.
        i = joined
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


def stretch_head(page: Page, cue: VerbCue) -> Token | None:
    """The head of the stretch before a finite verb: the last word of its first run of nouns."""
    finite = is_finite(cue.head) or any(is_finite(page.doc[i]) for i in range(cue.start, cue.end))
    stretch = stretch_before(page, cue) if finite else None
    return _first_noun(page, stretch) if stretch is not None else None


def is_time(token: Token) -> bool:
    """Whether a nominal names a time, so that it is no subject: "said Monday"."""
    return token.ent_type_ in ("DATE", "TIME") or token.dep_ in ("obl:tmod", "obl:unmarked", "obl:mod")


def phrase_head(doc: Doc, i: int) -> Token:
    """The head of the noun phrase that begins at a token."""
    token = doc[i]
    while token.head.i != token.i and token.head.i >= i:
        if token.pos_ in NOMINAL and (
            token.head.pos_ in ("VERB", "AUX") or base(token) in ("nsubj", "obl", "conj")
        ):
            break
        token = token.head
    return token


def understood_subject(verb: Token) -> Token | None:
    """The subject of a participle, an infinitive or a second verb: that of the clause it hangs on."""
    token = verb
    for _ in range(CONTROL_DEPTH):
        head, relation = token.head, base(token)
        if relation in ("acl", "amod"):
            return head if head.pos_ in NOMINAL else None
        if head.i == token.i or not _is_controlled(token):
            return None
        if subject := _told_to(token) or own_subject(head):
            return subject
        token = head
    return None


def _is_controlled(token: Token) -> bool:
    """Whether a clause has no subject of its own, so that it has that of the clause above."""
    relation = base(token)
    if (
        relation == "advcl"
        and token.head.pos_ in NOMINAL
        and not any(True for _ in kids(token.head, *SUBJECTS))
    ):
        return False
    if relation == "ccomp":
        return not is_finite(token)
    return relation in ("conj", "advcl", "parataxis", "xcomp", "dep")


def _told_to(token: Token) -> Token | None:
    """The one who is told or asked to do it: "urged the crowd to say"."""
    if base(token) != "xcomp":
        return None
    objects = [c for c in kids(token.head, "obj") if token.head.i < c.i < token.i and c.pos_ in NOMINAL]
    return objects[0] if objects else None
