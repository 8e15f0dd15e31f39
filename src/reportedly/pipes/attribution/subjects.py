"""Where a cue's subject stands: before its verb, after it, in another clause, or where the parser missed it."""

from __future__ import annotations

from spacy.tokens import Token

from reportedly.pipes.attribution.cues import VerbCue
from reportedly.pipes.attribution.lexicon import words_of
from reportedly.pipes.attribution.nominals import (
    after_hearer,
    in_other_quote,
    is_link,
    is_time,
    names_time,
    phrase_head,
)
from reportedly.pipes.attribution.page import Page
from reportedly.pipes.attribution.stretches import after_quote, stretch_head
from reportedly.pipes.attribution.tree import (
    NOMINAL,
    base,
    form,
    is_finite,
    kids,
    lemma,
)

#: How many clauses up the subject of a participle or an infinitive is looked for.
CONTROL_DEPTH = 5


SUBJECTS = ("nsubj", "csubj")


def subject_of(page: Page, cue: VerbCue) -> Token | None:
    """The one who speaks: the agent of a passive, else the subject, inverted or understood."""
    verb = cue.head
    # The parser may take a past after its subject for a participle that describes it.
    if base(verb) == "acl" and (after := after_quote(page, cue)):
        return after
    if cue.passive:
        return agent_of(verb) or document_in(page, verb)
    return clitic_subject(cue) or after_quote(page, cue) or _active_subject(page, cue)


def _active_subject(page: Page, cue: VerbCue) -> Token | None:
    """The subject of an active verb that no quotation comes before."""
    verb = cue.head
    own = own_subject(verb, page.sentence_of(verb.i)[0])
    if own is not None and not in_other_quote(page, own, verb):
        return taken_for_object(page, cue, own) or cleft_focus(own) or own
    # A finite verb has its subject beside it; only then is one looked for in the clauses above.
    other = (
        inverted_subject(page, cue)
        or stretch_head(page, cue)
        or understood_subject(verb)
        or _of_participle(verb)
    )
    return None if other is not None and in_other_quote(page, other, verb) else other


def taken_for_object(page: Page, cue: VerbCue, subject: Token) -> Token | None:
    """The subject after its verb that the parser took for an object: "… was hit, | said officials".

    A subject with a finite verb of its own before the comma is that verb's, not the cue's.
    """
    doc, start = page.doc, cue.start
    if subject.i >= start or doc[start - 1].text != "," or not cue.has("clause") or cue.has("told"):
        return None
    if not any(is_finite(token) for token in doc[subject.i : start]):
        return None
    thing = next((c for c in kids(cue.head, "obj") if c.i >= cue.end), None)
    role = page.lexicon.roles.get(lemma(thing)) if thing is not None else None
    return thing if role is not None and role != "document" else None


def _of_participle(verb: Token) -> Token | None:
    """The subject that the parser hung on a participle before its verb: "the mayor, speaking in Lyon, said"."""
    for child in verb.lefts:
        if base(child) in ("advcl", "acl") and not is_finite(child) and (subject := own_subject(child)):
            return subject
    return None


def own_subject(verb: Token, low: int = 0) -> Token | None:
    """The subject that the parser gives a verb, an expletive one left out.

    :param low: nothing before this token can be a subject.
    """
    for child in kids(verb, *SUBJECTS):
        if child.i < low:
            continue
        if is_link(child) or (child.i > verb.i and names_time(child)):
            continue
        if child.pos_ in NOMINAL or child.pos_ in {"DET", "ADJ"}:
            return _past_place(child, verb) or child
    # The parser may hang the subject on the auxiliary.
    for helper in kids(verb, "aux"):
        if found := next((c for c in kids(helper, "nsubj") if low <= c.i and c.pos_ in NOMINAL), None):
            return found
    return next((c for c in verb.children if c.dep_ == "expl:subj" and low <= c.i and not is_link(c)), None)


def _past_place(subject: Token, verb: Token) -> Token | None:
    """The subject after a phrase set off that the parser took for it: "À Bruxelles, | l'Union européenne se dit"."""
    if not any(case.pos_ == "ADP" for case in kids(subject, "case")):
        return None
    return next((c for c in kids(subject, "appos") if subject.i < c.i < verb.i and c.pos_ in NOMINAL), None)


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
    if i >= len(doc) or not page.same_paragraph(verb.i, i) or doc[i].pos_ not in (*NOMINAL, "DET", "ADJ"):
        return None
    head = phrase_head(doc, i)
    return head if head.pos_ in NOMINAL else None


def may_invert(page: Page, cue: VerbCue) -> bool:
    """Whether what stands before a verb lets its subject follow: a quotation, a comma, "comme", a relative."""
    doc, i = page.doc, cue.start
    low = page.sentence_of(cue.head.i)[0]
    lefts = [child for child in kids(cue.head, *SUBJECTS) if low <= child.i < cue.head.i]
    if any(not in_other_quote(page, child, cue.head) for child in lefts):
        return False
    past = "Past" in cue.head.morph.get("Tense", []) and page.quote_ending_before(i) is not None
    if not (
        past
        or is_finite(cue.head)
        or cue.head.pos_ == "NOUN"
        or any(base(c) == "aux" and c.i < cue.head.i for c in cue.head.children)
    ):
        return False
    if i == 0:
        return False
    before = doc[i - 1]
    if page.quote_ending_before(i) is not None or before.text in (",", "–", "—", "-", "?", "!", "…"):
        return True
    return form(before) in page.lexicon.words["inverting"]


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
