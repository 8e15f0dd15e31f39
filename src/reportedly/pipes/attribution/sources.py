"""Who speaks: the subject of a cue, wherever it stands, and what kind of source it is."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from reportedly.model import SourceRole
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
    is_mark,
    is_passive,
    kids,
    lemma,
    trim,
)
from reportedly.pipes.draft import SourceDraft

#: How many clauses up the subject of a participle or an infinitive is looked for.
CONTROL_DEPTH = 5
SUBJECTS = ("nsubj", "csubj")


def subject_of(page: Page, cue: VerbCue) -> Token | None:
    """The one who speaks: the agent of a passive, else the subject, inverted or understood."""
    verb = cue.head
    if is_passive(verb):
        return agent_of(verb)
    if after := after_quote(page, cue):
        return after
    own = own_subject(verb)
    if own is not None and not in_other_quote(page, own, verb):
        return cleft_focus(own) or own
    if inverted := inverted_subject(page, cue):
        return inverted
    # A finite verb has its subject beside it; only then is one looked for in the clauses above.
    return stretch_head(page, cue) or understood_subject(verb)


def own_subject(verb: Token) -> Token | None:
    """The subject that the parser gives a verb, an expletive one left out."""
    for child in kids(verb, *SUBJECTS):
        if child.pos_ in NOMINAL or child.pos_ == "DET" or child.pos_ == "ADJ":
            return child
    return None


def in_other_quote(page: Page, token: Token, verb: Token) -> bool:
    """Whether a token stands in a quotation that its verb is not in: then the parser's link between them is wrong."""
    quote = page.inside[token.i]
    return quote is not None and quote.closed and not quote.start <= verb.i < quote.end


def cleft_focus(subject: Token) -> Token | None:
    """The one whom a cleft sentence singles out: "it was the mayor who said"."""
    if "Rel" not in subject.morph.get("PronType"):
        return None
    focus = subject.head.head
    copula = any(True for _ in kids(focus, "cop"))
    return focus if copula and focus.pos_ in NOMINAL and focus.i < subject.i else None


def agent_of(verb: Token) -> Token | None:
    """The agent of a passive."""
    for child in verb.children:
        if child.dep_ == "obl:agent":
            return child
        if base(child) == "obl" and any(form(case) in words_of(verb, "agent") for case in kids(child, "case")):
            return child
    return None


def inverted_subject(page: Page, cue: VerbCue) -> Token | None:
    """The subject after a verb that follows a quotation or a comma: "said the mayor"."""
    verb, doc = cue.head, page.doc
    if not may_invert(page, cue):
        return None
    for child in verb.rights:
        nominal = child.pos_ in NOMINAL and base(child) not in ("conj", "ccomp", "parataxis", "advcl", "punct")
        if nominal and not any(True for _ in kids(child, "case")) and not is_time(page, child):
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
    past = "Past" in cue.head.morph.get("Tense") and page.quote_ending_before(i) is not None
    if not (past or is_finite(cue.head) or any(base(c) == "aux" and c.i < cue.head.i for c in cue.head.children)):
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
    if start >= end or doc[start].pos_ not in ("NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM"):
        return None
    relative = False
    for token in doc[start:end]:
        relative = relative or "Rel" in token.morph.get("PronType")
        if token.pos_ in ("CCONJ", "SCONJ") or (is_finite(token) and not relative):
            return None
    return start, end


def after_quote(page: Page, cue: VerbCue) -> Token | None:
    """The subject between a quotation and the verb that follows it."""
    before = page.doc[cue.start - 1] if cue.start else None
    if before is not None and "Rel" in before.morph.get("PronType"):
        return None
    stretch = quoted_stretch(page, cue)
    return _first_noun(page, stretch) if stretch is not None else None


def _first_noun(page: Page, stretch: Range) -> Token | None:
    """The last word of a stretch's first run of nouns."""
    head = None
    for token in page.doc[stretch[0] : stretch[1]]:
        if token.pos_ in ("NOUN", "PROPN", "PRON") and not (head and "Rel" in token.morph.get("PronType")):
            head = token
        elif head is not None:
            break
    return head


#: The longest subject that is taken by its place alone, in tokens.
LONGEST_SUBJECT = 40
#: What may stand in the stretch that is taken for a subject where the parser found none.
STRETCH = frozenset(["NOUN", "PROPN", "ADJ", "DET", "NUM", "ADP", "PART", "SYM", "X"])


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
    if stop == end and end > low and doc[end - 1].pos_ == "PRON" and base(doc[end - 1]) not in ("obj", "iobj", "expl"):
        return end - 1, end
    return None


def stretch_head(page: Page, cue: VerbCue) -> Token | None:
    """The head of the stretch before a finite verb: the last word of its first run of nouns."""
    finite = is_finite(cue.head) or any(is_finite(page.doc[i]) for i in range(cue.start, cue.end))
    stretch = stretch_before(page, cue) if finite else None
    return _first_noun(page, stretch) if stretch is not None else None


def is_time(page: Page, token: Token) -> bool:
    """Whether a nominal names a time, so that it is no subject: "said Monday"."""
    return token.ent_type_ in ("DATE", "TIME") or token.dep_ in ("obl:tmod", "obl:unmarked", "obl:mod")


def phrase_head(doc: Doc, i: int) -> Token:
    """The head of the noun phrase that begins at a token."""
    token = doc[i]
    while token.head.i != token.i and token.head.i >= i:
        if token.pos_ in NOMINAL and (token.head.pos_ in ("VERB", "AUX") or base(token) in ("nsubj", "obl", "conj")):
            break
        token = token.head
    return token


def understood_subject(verb: Token) -> Token | None:
    """The subject of a participle, an infinitive or a second verb: that of the clause it hangs on."""
    token = verb
    for _ in range(CONTROL_DEPTH):
        head, relation = token.head, base(token)
        if head.i == token.i:
            return None
        if relation in ("acl", "amod"):
            return head if head.pos_ in NOMINAL else None
        if relation == "xcomp":
            told = next((c for c in kids(head, "obj") if c.i < token.i and c.pos_ in NOMINAL), None)
            if told is not None and told.i > head.i:
                return told
        elif relation not in ("conj", "advcl", "parataxis", "ccomp", "dep"):
            return None
        if relation == "ccomp" and is_finite(token):
            return None
        if own := own_subject(head):
            return own
        if head.pos_ in NOMINAL and relation == "advcl":
            return None
        token = head
    return None


def source_span(page: Page, head: Token, cue: Range, verb: VerbCue | None = None) -> Range:
    """The tokens of a source: its whole phrase, appositions and relative clauses with it, but never the cue."""
    start, end = head.left_edge.i, head.right_edge.i + 1
    low, high = page.sentence_of(head.i)
    start, end = max(start, low), min(end, high)
    if head.i < cue[0] and verb is not None:
        stretch = quoted_stretch(page, verb)
        if stretch is None and base(head) not in SUBJECTS:
            stretch = stretch_before(page, verb)
        if stretch is not None and stretch[0] <= head.i < stretch[1]:
            return stretch
    if head.i < cue[0]:
        end = min(end, cue[0])
        while end < cue[0] and page.doc[end].pos_ == "PROPN":
            end += 1
        end = _through_apposition(page, end, cue[0])
    elif head.i >= cue[1]:
        start = max(start, cue[1])
        end = _before_hearer(page, head, end)
        if cue[0] > low and form(page.doc[cue[0] - 1]) in page.lexicon.words["like"]:
            end = next((i for i in range(head.i + 1, end) if page.doc[i].text == ","), end)
    while start < head.i and (page.doc[start].pos_ in ("ADP", "CCONJ", "SCONJ") or is_light(page.doc[start])):
        start += 1
    if page.inside[head.i] is None:
        # A quotation is the content, not part of the one who speaks.
        start, end = _outside_quotes(page, start, end, head.i)
    start, end = trim(page.doc, start, end)
    return (start, end) if start <= head.i < end else (head.i, head.i + 1)


def _before_hearer(page: Page, head: Token, end: int) -> int:
    """The end of a source after its verb, without the one who is told: "ont dit deux employés à l'agence"."""
    for i in range(head.i + 1, end - 1):
        token = page.doc[i]
        if form(token) in page.lexicon.addressee and token.pos_ == "ADP" and hears(page, phrase_head(page.doc, i + 1)):
            return i
    return end


def hears(page: Page, head: Token) -> bool:
    """Whether a noun names somebody whom sources talk to: an outlet, journalists, the public."""
    mention = page.mention_of(head)
    if mention is not None and mention.kind == "outlet":
        return True
    return lemma(head) in page.lexicon.hearers


def _outside_quotes(page: Page, start: int, end: int, head: int) -> Range:
    for i in range(start, head):
        if is_mark(page.doc[i]) and page.closing_at(i + 1):
            start = i + 1
    for i in range(head, end):
        if (quote := page.opening_at(i)) is not None and page.sentence_of(i)[1] < quote.end:
            return start, i
    return start, end


def _through_apposition(page: Page, end: int, limit: int) -> int:
    """The end of a subject that a comma follows, where another comma stands right before the verb."""
    doc = page.doc
    if end >= limit or doc[end].text != "," or doc[limit - 1].text != "," or limit - 1 <= end + 1:
        return end
    after = doc[end + 1]
    relative = "Rel" in after.morph.get("PronType") or form(after) in page.lexicon.words["relative"]
    if relative or after.pos_ in ("DET", "PROPN", "NOUN", "NUM"):
        return limit - 1
    return end


def describe(page: Page, head: Token, start: int, end: int) -> SourceDraft:
    """A source with its role, whether it is named, and how many it is."""
    role = role_of(page, head, start, end)
    return SourceDraft(start, end, head.i, role, is_named(page, head, start, end, role), count_of(page, head))


def role_of(page: Page, head: Token, start: int, end: int) -> SourceRole:
    """The role of a source, by its nouns first and its entity second."""
    roles = page.lexicon.roles
    mention = page.mention_of(head)
    if mention is not None and mention.kind in ("outlet", "document"):
        return "outlet" if mention.kind == "outlet" else "document"
    plural = "Plur" in head.morph.get("Number")
    for token in page.doc[start:end]:
        if token.i != head.i and base(token) in ("nmod", "obl", "acl") and token.i > head.i:
            break
        role = roles.get(lemma(token)) or roles.get(form(token))
        if role and (token.i == head.i or base(token) in ("flat", "compound", "appos", "nmod", "amod")):
            if role == "person" and plural and token.i == head.i:
                return "group"
            return role
    if mention is not None:
        kinds: dict[str, SourceRole] = {"person": "person", "group": "group"}
        return kinds.get(mention.kind, "organization")
    if head.pos_ == "PRON":
        return "group" if plural else "person"
    return "person" if head.pos_ == "PROPN" else "group" if plural else "organization"


def is_named(page: Page, head: Token, start: int, end: int, role: SourceRole) -> bool:
    """Whether a source has a name: its own, or that of the institution that it is or that its document comes from."""
    doc, lexicon = page.doc, page.lexicon
    if any(lemma(token) in lexicon.anonymous for token in doc[start:end]):
        return False
    if head.pos_ == "PRON":
        return False
    if _is_name(page, head):
        return True
    for token in doc[head.i + 1 : end]:
        if token.pos_ in ("ADP", "VERB", "AUX", "PRON"):
            break
        if _is_name(page, token):
            return True
    if role in ("organization", "outlet") and _definite(head):
        return lemma(head) in lexicon.institutions or any(t.pos_ == "PROPN" for t in doc[start:end])
    if role in ("document", "organization", "outlet"):
        return any(t.pos_ == "PROPN" for t in doc[start:end])
    return False


def _is_name(page: Page, token: Token) -> bool:
    if token.pos_ == "PROPN":
        return True
    mention = page.mention_of(token)
    return mention is not None and mention.type == "name" and mention.head == token.i


def _definite(head: Token) -> bool:
    dets = [c for c in kids(head, "det")]
    if not dets:
        return any(base(c) in ("nmod", "amod", "compound") for c in head.children)
    return any("Def" in c.morph.get("Definite") for c in dets)


def count_of(page: Page, head: Token) -> int | None:
    """How many a source is, where a number above one says so."""
    for child in kids(head, "nummod"):
        value = number(page, child)
        if value and value > 1:
            return value
    return None


def number(page: Page, token: Token) -> int | None:
    """A small number written in figures or in words."""
    text = form(token)
    if text.isdecimal():
        return int(text)
    return page.lexicon.numbers.get(text)

