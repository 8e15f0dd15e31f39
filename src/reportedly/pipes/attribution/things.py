"""Contents that are noun phrases: objects, what prepositions govern, patients of passives, and pronouns for them."""

from __future__ import annotations

from reportedly.pipes.attribution.complements import governed, object_of, right_clause
from reportedly.pipes.attribution.contents import clause_after, object_content, phrase_content, with_quotes
from reportedly.pipes.attribution.cues import VerbCue
from reportedly.pipes.attribution.found import Found
from reportedly.pipes.attribution.guards import is_other_use, is_somebody
from reportedly.pipes.attribution.lexicon import lexicon
from reportedly.pipes.attribution.page import Page
from reportedly.pipes.attribution.subjects import understood_subject
from reportedly.pipes.attribution.tree import (
    NOMINAL,
    Range,
    base,
    form,
    is_finite,
    is_gerund,
    kids,
    lemma,
    span_of,
)
from reportedly.pipes.tokens import Token


def thing(page: Page, cue: VerbCue, subject: Token | None) -> Found | None:
    """A noun phrase: "announced a curfew", "called for calm", "a curfew was announced"."""
    if not cue.has("object"):
        return _without_pronoun(page, cue, subject) if cue.has("clause") and not cue.passive else None
    verb = cue.head
    if cue.entry.tail and cue.tail > verb.i + 1:
        return _governed_thing(page, cue)
    if cue.passive:
        return _patient(page, cue, subject)
    return _object(page, cue, subject)


def _object(page: Page, cue: VerbCue, subject: Token | None) -> Found | None:
    """The object of an active verb, or the clause that the parser took for one."""
    verb = cue.head
    head = object_of(verb) or _fronted(verb)
    if head is None or (subject is not None and head.i == subject.i):
        return _gerund(page, cue) or _without_pronoun(page, cue, subject)
    if is_other_use(page, cue, head, subject):
        return None
    low, high = (cue.end if head.i > verb.i else 0), page.sentence_of(verb.i)[1]
    if described := _described(head):
        if lemma(described) in page.lexicon.nouns and lemma(verb) in page.lexicon.words["light"]:
            # "Les doutes qu'il a émis": the noun tells whose they are.
            return None
        return Found([_before_relative(page, described, head)])
    content = object_content(page, head, low, high)
    if low and cue.has("clause") and (whole := clause_after(page, low, content, high)):
        return Found([whole], clausal=True)
    return Found([content])


def _gerund(page: Page, cue: VerbCue) -> Found | None:
    """A gerund right after its verb: "reported losing two boats", "denied having closed the port"."""
    for child in cue.head.rights:
        past = any(map(is_gerund, kids(child, "aux")))
        if base(child) in ("xcomp", "ccomp", "advcl", "obj") and (past or is_gerund(child)):
            start, end = span_of(child)
            return Found([with_quotes(page, start, end)]) if start == cue.end else None
    return None


def _without_pronoun(page: Page, cue: VerbCue, subject: Token | None) -> Found | None:
    """The noun of a relative clause that has no pronoun: "all | the mayor knows", "the curfew | he announced"."""
    verb = cue.head
    if subject is None or base(verb) != "acl" or not verb.head.i < subject.i < cue.start:
        return None
    finite = is_finite(verb) or any(is_finite(token) for token in page.doc[cue.start : cue.end])
    apart = "Rel" in subject.morph.get("PronType", []) or subject.left_edge.i != verb.head.i + 1
    if apart or not finite or right_clause(verb, cue.end) is not None:
        return None
    return Found([with_quotes(page, verb.head.left_edge.i, subject.left_edge.i)])


def _described(pronoun: Token) -> Token | None:
    """The noun that a relative pronoun stands for: "des dégâts | qu'il a signalés"."""
    clause = pronoun.head
    relative = base(clause) == "acl" and _is_relative(pronoun)
    return (
        clause.head
        if relative and clause.head.pos_ in ("NOUN", "PROPN") and clause.head.i < pronoun.i
        else None
    )


def _before_relative(page: Page, noun: Token, pronoun: Token) -> Range:
    """The noun phrase before a relative clause, its preposition left out."""
    low = max((case.i + 1 for case in kids(noun, "case") if case.i < noun.i), default=0)
    return phrase_content(page, noun, max(low, page.sentence_of(noun.i)[0]), pronoun.i)


def _governed_thing(page: Page, cue: VerbCue) -> Found | None:
    """The noun phrase after the words that belong to the verb: "called for | calm"."""
    high = page.sentence_of(cue.head.i)[1]
    head = governed(page, cue.tail, high)
    if head is None or head.i == cue.head.i or is_other_use(page, cue, head, None):
        return None
    return Found([object_content(page, head, cue.tail, high)])


def _patient(page: Page, cue: VerbCue, agent: Token | None) -> Found | None:
    """What a passive is about: its subject, or the noun that it describes."""
    verb = cue.head
    patient = next((c for c in kids(verb, "nsubj") if form(c) not in page.lexicon.expletive), None)
    if patient is not None and (described := _described(patient)):
        return Found([_before_relative(page, described, patient)])
    if patient is None and any(base(c) == "expl" or form(c) in page.lexicon.expletive for c in verb.lefts):
        # "Il a été observé | une baisse".
        after = _impersonal_patient(page, verb)
        return Found([object_content(page, after, cue.end, page.sentence_of(verb.i)[1])]) if after else None
    if patient is None and base(verb) == "xcomp":
        # "Ce point doit être souligné."
        patient = understood_subject(verb)
    if patient is None and base(verb) in ("acl", "amod") and verb.head.i < cue.start:
        if agent is None and page.lexicon.roles.get(lemma(verb.head)) == "document":
            # "A report published on Monday" is a source, not what somebody says.
            return None
        patient = verb.head
    if patient is not None and cue.has("of_things") and is_somebody(page, patient):
        return None
    return Found([phrase_content(page, patient, 0, cue.start)]) if patient is not None else None


def _impersonal_patient(page: Page, verb: Token) -> Token | None:
    """What an impersonal passive is about: the noun phrase after it, with "de" where there is none of it."""
    for child in verb.rights:
        cases = {form(case) for case in kids(child, "case")}
        bare = base(child) in ("obj", "nsubj") and not cases
        denied = (
            base(child) in ("obj", "obl", "iobj", "nsubj") and cases and cases <= page.lexicon.words["of"]
        )
        if child.pos_ in NOMINAL and (bare or denied):
            return child
    return None


def clitic(page: Page, cue: VerbCue, _subject: Token | None) -> Found | None:
    """What a pronoun before its verb stands for: "en informer la police", "les dégâts dont il fait état"."""
    if cue.passive or not (cue.has("clause") or cue.has("alone") or cue.has("told")):
        return None
    for child in cue.head.lefts:
        if child.pos_ == "PRON" and form(child) in page.lexicon.words["of_it"]:
            return Found([(child.i, child.i + 1)])
    return None


def _fronted(verb: Token) -> Token | None:
    """A relative, interrogative or clitic object before its verb: "what he said", "nous le savons"."""
    for child in kids(verb, "obj"):
        if child.i < verb.i and child.pos_ == "PRON" and "Yes" not in child.morph.get("Reflex", []):
            return child
    if base(verb) != "acl":
        return None
    # The parser may call a relative pronoun a mark.
    return next((c for c in kids(verb, "mark") if _is_relative(c)), None)


def _is_relative(token: Token) -> bool:
    """Whether a word stands for the noun before its clause: a relative, or "que" after a noun that takes no clause."""
    if "Rel" in token.morph.get("PronType", []):
        return True
    known = lexicon(token.vocab.lang)
    return form(token) in known.words["that"] and lemma(token.head.head) not in known.nouns
