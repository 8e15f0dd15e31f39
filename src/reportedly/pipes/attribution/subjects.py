"""Where a cue's subject stands: before its verb, after it, in another clause, or where the parser missed it."""

from __future__ import annotations

from reportedly.pipes.attribution.cues import VerbCue
from reportedly.pipes.attribution.inversion import clitic_subject, inverted_subject, taken_for_object
from reportedly.pipes.attribution.lexicon import Lexicon, words_of
from reportedly.pipes.attribution.lexicon import lexicon as lexicon_of_language
from reportedly.pipes.attribution.nominals import (
    in_other_quote,
    is_link,
    names_time,
)
from reportedly.pipes.attribution.page import Page
from reportedly.pipes.attribution.stretches import after_quote, set_off_head, stretch_head
from reportedly.pipes.attribution.tree import (
    NOMINAL,
    SUBJECTS,
    base,
    form,
    is_finite,
    is_gerund,
    kids,
    lemma,
)
from reportedly.pipes.tokens import Token

#: How many clauses up the subject of a participle or an infinitive is looked for.
CONTROL_DEPTH = 5


def lexicon_of(token: Token) -> Lexicon:
    """The lexicon of a token's language."""
    return lexicon_of_language(token.vocab.lang)


def subject_of(page: Page, cue: VerbCue) -> Token | None:
    """The one who speaks: the agent of a passive, else the subject, inverted or understood."""
    verb = cue.head
    if compared := _in_comparison(page, cue):
        return compared
    # The parser may take a past after its subject for a participle that describes it.
    if base(verb) == "acl" and (after := after_quote(page, cue)):
        return after
    if cue.passive:
        return agent_of(verb) or document_in(page, verb)
    return clitic_subject(cue) or after_quote(page, cue) or _active_subject(page, cue)


def _in_comparison(page: Page, cue: VerbCue) -> Token | None:
    """The subject that the parser governs by what opens the clause: "As | another study | noted, …"."""
    low = page.sentence_of(cue.head.i)[0]
    oblique = next((c for c in kids(cue.head, "obl", "nmod") if c.i < cue.start), None)
    if oblique is None or any(low <= c.i < cue.start for c in kids(cue.head, *SUBJECTS)):
        return None
    cases = [case for case in kids(oblique, "case") if form(case) in page.lexicon.words["like"]]
    return oblique if cases and not cue.passive else None


def _active_subject(page: Page, cue: VerbCue) -> Token | None:
    """The subject of an active verb that no quotation comes before."""
    verb = cue.head
    own = own_subject(verb, page.sentence_of(verb.i)[0])
    if own is not None and not in_other_quote(page, own, verb):
        return taken_for_object(page, cue, own) or cleft_focus(own) or own
    # A finite verb has its subject beside it; only then is one looked for in the clauses above.
    other = (
        _before_participle(verb)
        or inverted_subject(page, cue)
        or stretch_head(page, cue)
        or set_off_head(page, cue)
        or understood_subject(verb)
        or _of_participle(verb)
    )
    return None if other is not None and in_other_quote(page, other, verb) else other


def _of_participle(verb: Token) -> Token | None:
    """The subject that the parser hung on a participle before its verb: "the mayor, speaking in Lyon, said"."""
    for child in verb.lefts:
        if base(child) in ("advcl", "acl") and not is_finite(child) and (subject := own_subject(child)):
            return subject
    return None


def _before_participle(verb: Token) -> Token | None:
    """The same where commas set the participle off, and what stands nearer is its object: "Tass, citing X, said"."""
    found = _of_participle(verb) if verb.i and verb.doc[verb.i - 1].text == "," else None
    return found if found is not None and found.doc[found.right_edge.i + 1].text == "," else None


def own_subject(verb: Token, low: int = 0) -> Token | None:
    """The subject that the parser gives a verb, an expletive one left out.

    :param low: nothing before this token can be a subject.
    """
    found: Token | None = None
    for child in kids(verb, *SUBJECTS):
        if child.i < low:
            continue
        if is_link(child) or (child.i > verb.i and (found is not None or names_time(child))):
            continue
        if child.pos_ in NOMINAL or child.pos_ in {"DET", "ADJ"} or form(child) in lexicon_of(child).roles:
            # Of two, the nearer one speaks: "The mayor, | these people said, would resign".
            found = child
    if found is not None:
        return _past_place(found, verb) or found
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


def understood_subject(verb: Token) -> Token | None:
    """The subject of a participle, an infinitive or a second verb: that of the clause it hangs on."""
    token = verb
    for _ in range(CONTROL_DEPTH):
        head, relation = token.head, base(token)
        if relation in ("acl", "amod"):
            return _above(token) or (head if head.pos_ in NOMINAL else None)
        if head.i == token.i or not _is_controlled(token):
            return None
        if subject := _told_to(token) or own_subject(head):
            return subject
        token = head
    return None


def _above(verb: Token) -> Token | None:
    """The subject of the clause around a gerund set off or governed: "hit the road, | saying", "by | saying".

    The parser may hang such a gerund on the noun before it.
    """
    doc, start = verb.doc, verb.left_edge.i
    first = doc[start]
    governed_ = first.i < verb.i and first.pos_ in ("ADP", "SCONJ") and first.head.i == verb.i
    if not is_gerund(verb) or not (governed_ or (start and doc[start - 1].text == ",")):
        return None
    token = verb.head
    for _ in range(CONTROL_DEPTH):
        if subject := own_subject(token):
            return subject if subject.i < verb.i else None
        if token.head.i == token.i:
            return None
        token = token.head
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
    if relation == "csubj":
        # "are quick to say", "was careful to note".
        return token.head.pos_ == "ADJ" and token.head.i < token.i and not is_finite(token)
    return relation in ("conj", "advcl", "parataxis", "xcomp", "dep")


def _told_to(token: Token) -> Token | None:
    """The one who is told or asked to do it: "urged the crowd to say"."""
    if base(token) != "xcomp":
        return None
    objects = [c for c in kids(token.head, "obj") if token.head.i < c.i < token.i and c.pos_ in NOMINAL]
    return objects[0] if objects else None
