"""The ways in which a verb holds its content: each frame of the lexicon is one function, tried in order."""

from __future__ import annotations

from collections.abc import Callable

from reportedly.pipes.attribution.asides import aside_content
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
    clause_content,
    is_time,
    phrase_content,
    to_break,
    with_quotes,
)
from reportedly.pipes.attribution.cues import VerbCue
from reportedly.pipes.attribution.following import following_quote
from reportedly.pipes.attribution.found import Found
from reportedly.pipes.attribution.page import Page
from reportedly.pipes.attribution.things import clitic, thing
from reportedly.pipes.attribution.tree import (
    NOMINAL,
    base,
    form,
    is_gerund,
    is_infinitive,
    kids,
    span_of,
)
from reportedly.pipes.tokens import Token


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
    start = None if cue.passive and base(cue.head) == "acl" else missed_clause(page, cue)
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
    thing_ = object_of(cue.head)
    if thing_ is not None and not is_time(page, thing_):
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
    title = next((c for c in verb.rights if base(c) == "xcomp" and _is_title(c)), None)
    title = title or next((c for c in verb.rights if _opens_with(c, page.lexicon.words["title"])), None)
    if title is None and cue.passive:
        title = next((c for c in verb.rights if base(c) in ("obj", "xcomp", "ccomp") and _is_title(c)), None)
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


def _is_title(token: Token) -> bool:
    """Whether a complement says what something is: no infinitive and no gerund."""
    return not is_infinitive(token) and not is_gerund(token)


def _two_objects(page: Page, cue: VerbCue) -> Found | None:
    """A thing and its name side by side, as the parser leaves them: "called him a liar"."""
    pair = [c for c in cue.head.rights if base(c) in ("obj", "iobj") and c.pos_ in NOMINAL]
    described = [c for c in kids(pair[0], "amod") if c.i > pair[0].i] if len(pair) == 1 else []
    if cue.passive or (cue.has("clause") and len(pair) < 2 and not described):
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
    if len(objects) < 2 and not opens and not described and not (named and not cue.has("object")):
        return None
    return Found([with_quotes(page, cue.end, end)])


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
    whole = with_quotes(page, max(what.left_edge.i, cue.end), what.right_edge.i + 1)
    pieces = clause_content(page, what, cue.end) if base(what) == "ccomp" else [whole]
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
