"""The ways in which a verb holds its content: each frame of the lexicon is one function, tried in order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from spacy.tokens import Token

from reportedly.pipes.attribution.asides import aside_content, following_quote
from reportedly.pipes.attribution.complements import (
    before_finite,
    governed,
    missed_clause,
    missed_infinitive,
    object_of,
    right_clause,
    right_infinitive,
)
from reportedly.pipes.attribution.contents import (
    clause_after,
    clause_content,
    object_content,
    phrase_content,
    to_break,
    with_quotes,
)
from reportedly.pipes.attribution.cues import VerbCue
from reportedly.pipes.attribution.guards import is_other_use, is_somebody
from reportedly.pipes.attribution.page import Page
from reportedly.pipes.attribution.subjects import understood_subject
from reportedly.pipes.attribution.tree import (
    NOMINAL,
    Range,
    base,
    form,
    is_infinitive,
    kids,
    lemma,
    span_of,
)


@dataclass(slots=True)
class Found:
    """The content that a frame found; ``cue_end`` is set where the cue takes in a preposition."""

    pieces: list[Range]
    cue_end: int | None = None
    #: False for seeming: nobody is said to be the source.
    sourced: bool = True
    #: Whether the content is a clause or a quotation.
    clausal: bool = False


def quoted(page: Page, cue: VerbCue, subject: Token | None) -> Found | None:
    """A quotation or a whole sentence with the cue in parentheses or right after it."""
    if not (cue.has("quote") or cue.has("clause")):
        return None
    pieces = aside_content(page, cue, subject)
    if pieces:
        return Found(pieces, clausal=True)
    pieces = following_quote(page, cue)
    return Found(pieces, clausal=True) if pieces else None


def clause(page: Page, cue: VerbCue, _subject: Token | None) -> Found | None:
    """A finite complement clause."""
    if not cue.has("clause"):
        return None
    complement = right_clause(cue.head, cue.end)
    if complement is not None and cue.has("answering") and not opens_with_that(page, complement):
        complement = None
    if complement is not None:
        return (
            Found(clause_content(page, complement, cue.end, told=cue.has("told")), clausal=True)
            if complement.i >= cue.end
            else None
        )
    start = missed_clause(page, cue)
    if start is None:
        return None
    return Found([with_quotes(page, start, page.sentence_of(cue.head.i)[1])], clausal=True)


def opens_with_that(page: Page, complement: Token) -> bool:
    """Whether a clause begins with a complementiser."""
    return any(form(mark) in page.lexicon.words["that"] for mark in kids(complement, "mark"))


def infinitive(page: Page, cue: VerbCue, _subject: Token | None) -> Found | None:
    """An infinitive of the same subject."""
    if not cue.has("infinitive"):
        return None
    complement = right_infinitive(cue.head)
    if complement is None:
        start = missed_infinitive(page, cue)
        return Found([with_quotes(page, start, to_break(page, start))]) if start is not None else None
    if object_of(cue.head) is not None:
        return None
    start, end = span_of(complement)
    start = max(start, cue.end)
    return Found([with_quotes(page, start, before_finite(page, complement.i, end))])


def asked_to(page: Page, cue: VerbCue, _subject: Token | None) -> Found | None:
    """Somebody and what he is asked to do; one who is told is left out."""
    if not cue.has("person_infinitive") and not cue.has("told"):
        return None
    complement = right_infinitive(cue.head)
    if complement is None:
        return None
    person = object_of(cue.head) or (governed(page, cue.tail, complement.i) if cue.entry.tail else None)
    start, end = span_of(complement)
    if person is not None and not cue.has("told") and person.i < complement.i:
        start = max(person.left_edge.i, cue.end)
    return Found([with_quotes(page, max(start, cue.end), end)])


def held_against(page: Page, cue: VerbCue, subject: Token | None) -> Found | None:
    """Somebody and what is held against him: "accused the board of fraud"."""
    if not cue.has("person_of"):
        return None
    verb = cue.head
    if cue.passive:
        return _passive_of(page, cue)
    person = object_of(verb)
    if person is None or (subject is not None and person.i == subject.i):
        return None
    reproach = [c for c in verb.rights if c.i > person.i and _opens_with(c, page.lexicon.words["reproach"])]
    ends = [person.right_edge.i + 1, *(c.right_edge.i + 1 for c in reproach[:1])]
    clitic = person.i < verb.i
    return Found([with_quotes(page, cue.end if clitic else max(person.left_edge.i, cue.end), max(ends))])


def _passive_of(page: Page, cue: VerbCue) -> Found | None:
    patient = patient_of(cue)
    reproach = next((c for c in cue.head.rights if _opens_with(c, page.lexicon.words["reproach"])), None)
    if reproach is None or patient is None:
        return None
    return Found([phrase_content(page, patient, 0, cue.start), with_quotes(page, *span_of(reproach))])


def patient_of(cue: VerbCue) -> Token | None:
    """Whom a passive is about: its subject, what its relative pronoun stands for, or the noun that it describes."""
    verb = cue.head
    patient = next(kids(verb, "nsubj"), None)
    described = verb.head if base(verb) in ("acl", "amod") and verb.head.i < cue.start else None
    if patient is None or (described is not None and "Rel" in patient.morph.get("PronType", [])):
        return described
    return patient


def told_about(page: Page, cue: VerbCue, _subject: Token | None) -> Found | None:
    """What somebody is told of: "reminded the crowd of the past"."""
    if not cue.has("told"):
        return None
    for child in cue.head.rights:
        if base(child) in ("obl", "advcl", "iobj") and _opens_with(child, page.lexicon.words["about"]):
            return Found([with_quotes(page, max(child.left_edge.i, cue.end), child.right_edge.i + 1)])
    return None


def _opens_with(token: Token, cases: frozenset[str]) -> bool:
    return any(form(c) in cases for c in kids(token, "case", "mark") if c.i < token.i)


def naming(page: Page, cue: VerbCue, subject: Token | None) -> Found | None:
    """Somebody or something and what it is called: "called the delay a scandal"."""
    if not cue.has("naming"):
        return None
    verb = cue.head
    title = next((c for c in verb.rights if base(c) == "xcomp" and not is_infinitive(c)), None)
    title = title or next((c for c in verb.rights if _opens_with(c, page.lexicon.words["title"])), None)
    if title is None:
        return _two_objects(page, cue)
    if cue.passive:
        patient = patient_of(cue)
        pieces = [phrase_content(page, patient, 0, cue.start)] if patient is not None else []
        return Found([*pieces, with_quotes(page, max(title.left_edge.i, cue.end), title.right_edge.i + 1)])
    thing = object_of(verb)
    start = title.left_edge.i if thing is None or (subject and thing.i == subject.i) else thing.left_edge.i
    end = max(
        [
            title.right_edge.i + 1,
            *([thing.right_edge.i + 1] if thing is not None and thing.i > title.i else []),
        ]
    )
    return Found([with_quotes(page, max(min(start, title.left_edge.i), cue.end), end)])


def _two_objects(page: Page, cue: VerbCue) -> Found | None:
    """A thing and its name side by side, as the parser leaves them: "called him a liar"."""
    if cue.has("clause") or cue.passive:
        return None
    objects = [
        c
        for c in cue.head.rights
        if base(c) in ("obj", "iobj", "nsubj", "obl", "ccomp", "xcomp", "appos", "dep")
    ]
    objects = [c for c in objects if not any(True for _ in kids(c, "case"))]
    end = max((c.right_edge.i + 1 for c in objects), default=cue.end)
    opens = any(page.opening_at(i) for i in range(cue.end + 1, end))
    named = any(_opens_with(c, page.lexicon.words["title"]) for each in objects for c in kids(each, "nmod"))
    if len(objects) < 2 and not opens and not (named and not cue.has("object")):
        return None
    return Found([with_quotes(page, cue.end, end)])


def thing(page: Page, cue: VerbCue, subject: Token | None) -> Found | None:
    """A noun phrase: "announced a curfew", "called for calm", "a curfew was announced"."""
    if not cue.has("object"):
        return None
    verb = cue.head
    if cue.entry.tail and cue.tail > verb.i + 1:
        return _governed_thing(page, cue)
    if cue.passive:
        return _patient(page, cue)
    return _object(page, cue, subject)


def _object(page: Page, cue: VerbCue, subject: Token | None) -> Found | None:
    """The object of an active verb, or the clause that the parser took for one."""
    verb = cue.head
    head = object_of(verb) or _fronted(verb)
    if head is None or (subject is not None and head.i == subject.i):
        return None
    if is_other_use(page, cue, head, subject):
        return None
    low, high = (cue.end if head.i > verb.i else 0), page.sentence_of(verb.i)[1]
    if described := _described(head):
        return Found([_before_relative(page, described, head)])
    content = object_content(page, head, low, high)
    if low and cue.has("clause") and (whole := clause_after(page, low, content, high)):
        return Found([whole], clausal=True)
    return Found([content])


def _described(pronoun: Token) -> Token | None:
    """The noun that a relative pronoun stands for: "des dégâts | qu'il a signalés"."""
    clause = pronoun.head
    relative = "Rel" in pronoun.morph.get("PronType", []) and base(clause) == "acl"
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


def _patient(page: Page, cue: VerbCue) -> Found | None:
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
        if page.lexicon.roles.get(lemma(verb.head)) == "document":
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
    return None


def seeming(page: Page, cue: VerbCue, _subject: Token | None) -> Found | None:
    """What seems or is expected to be: the subject belongs to the content, and nobody is the source."""
    verb = cue.head
    expected = cue.passive and (cue.has("infinitive") or cue.has("raised"))
    if not cue.has("seeming") and not expected:
        return None
    what = next((c for c in verb.rights if base(c) in ("xcomp", "ccomp") or _is_aim(c)), None)
    if what is None and not expected:
        what = object_of(verb)
    if what is None:
        return None
    pieces = [with_quotes(page, max(what.left_edge.i, cue.end), what.right_edge.i + 1)]
    patient = next(kids(verb, "nsubj"), None)
    if patient is not None and patient.i < verb.i and form(patient) not in page.lexicon.expletive:
        pieces.insert(0, phrase_content(page, patient, 0, cue.start))
    return Found(pieces, sourced=expected)


def _is_aim(clause: Token) -> bool:
    """Whether an adverbial clause is an infinitive, which the parser may take a complement for."""
    return base(clause) == "advcl" and any(is_infinitive(t) for t in (clause, *kids(clause, "aux", "cop")))


Rule = Callable[[Page, VerbCue, Token | None], Found | None]
RULES: tuple[Rule, ...] = (
    seeming,
    quoted,
    clause,
    asked_to,
    infinitive,
    naming,
    held_against,
    told_about,
    thing,
    clitic,
)
