"""What a verb governs on its right: complement clauses, infinitives and objects, and those that the parser missed."""

from __future__ import annotations

from reportedly.pipes.attribution.cues import VerbCue
from reportedly.pipes.attribution.lexicon import words_of
from reportedly.pipes.attribution.page import Page
from reportedly.pipes.attribution.tree import (
    NOMINAL,
    OPENERS,
    base,
    form,
    is_finite,
    is_light,
    is_mark,
    kids,
)
from reportedly.pipes.tokens import Token

THINGS = OPENERS | {"VERB"}
DASHES = frozenset(["-", "--", "–", "—"])
#: No insertion between dashes is longer, in tokens.
LONGEST_INSERTION = 40
#: Words of one who is told, before something between commas.
LONGEST_HEARER = 7


def right_clause(verb: Token, end: int) -> Token | None:
    """The finite or interrogative complement clause to the right of a verb."""
    for child in verb.rights:
        label = base(child)
        if label in ("ccomp", "csubj") and child.i >= end - 1:
            return child
    for child in verb.rights:
        if base(child) in ("xcomp", "advcl", "acl", "parataxis", "obj") and _has_complementiser(child):
            return child
    return None


def _has_complementiser(token: Token) -> bool:
    first = next((t for t in token.subtree if not is_light(t)), token)
    opens = words_of(token, "that") | words_of(token, "asking")
    return form(first) in opens and base(first) == "mark" and first.head.i == token.i


def missed_clause(page: Page, cue: VerbCue) -> int | None:
    """Where a complement clause begins that the parser missed: at its complementiser, or after a verb of speech."""
    end = page.sentence_of(cue.head.i)[1]
    after = _after_parenthesis(page, cue, end)
    if after is None and cue.has("answering"):
        # "responded if attacked", "riposterait de façon …": only a clause with its complementiser is an answer's words.
        that = next((i for i in range(cue.end, end) if is_finite(page.doc[i]) or is_light(page.doc[i])), end)
        opens = [i for i in range(cue.end, that) if form(page.doc[i]) in page.lexicon.words["that"]]
        return opens[0] + (form(page.doc[opens[0]]) in page.lexicon.words["dropped"]) if opens else None
    return after if after is not None else _after_cue(page, cue, end)


def _after_cue(page: Page, cue: VerbCue, end: int) -> int | None:
    """Where a clause begins after a cue that has a finite verb to its right."""
    doc = page.doc
    finite = next((i for i in range(cue.end, end) if is_finite(doc[i])), None)
    if finite is None or _is_circumstance(page, finite):
        return None
    for i in range(cue.end, finite):
        if form(doc[i]) in page.lexicon.words["dropped"]:
            return None if form(doc[i - 1]) in page.lexicon.words["no_that"] and i > cue.end else i + 1
        if form(doc[i]) in page.lexicon.complementisers:
            # "ne savent pas | à quel moment"
            return i - (doc[i - 1].pos_ == "ADP" and i > cue.end)
        breaks = is_light(doc[i]) and not is_mark(doc[i]) and doc[i].text != "-"
        if breaks and not _is_paired(page, i, finite):
            return None
        if doc[i].pos_ == "VERB" and base(doc[i]) in ("advcl", "acl", "obl") and not breaks:
            return None
    return _without_complementiser(page, cue, finite)


def _is_circumstance(page: Page, finite: int) -> bool:
    """Whether a finite verb tells when or why it was said: "writes to him after he left", « après qu'il est parti »."""
    token = page.doc[finite]
    verb = token if base(token) not in ("aux", "cop") else token.head
    first = next(kids(verb, "mark"), None)
    if base(verb) != "advcl" or first is None or first.i > finite:
        return False
    opens = page.lexicon.complementisers | page.lexicon.words["that"] | page.lexicon.words["asking"]
    return form(first) not in opens


def _is_paired(page: Page, i: int, finite: int) -> bool:
    """Whether a dash stands before a finite verb with another: "said the plan - a draft - was ready"."""
    dashes = [k for k in range(max(i - LONGEST_INSERTION, 0), finite) if page.doc[k].text == page.doc[i].text]
    return page.doc[i].text in DASHES and len(dashes) % 2 == 0


def _without_complementiser(page: Page, cue: VerbCue, finite: int) -> int | None:
    """Where a clause with no complementiser begins, given its finite verb."""
    doc = page.doc
    if not page.lexicon.omits:
        return None
    if cue.has("told"):
        subject = next(iter([*kids(doc[finite], "nsubj"), *kids(doc[finite].head, "nsubj")]), None)
        return subject.left_edge.i if subject is not None and subject.left_edge.i > cue.end else None
    if cue.entry.sort != "report" or object_of(cue.head) is not None:
        return None
    takes_more = "object" in cue.entry.frames or "infinitive" in cue.entry.frames
    return None if takes_more and not _begins_clause(page, cue.end, finite) else cue.end


def _after_parenthesis(page: Page, cue: VerbCue, end: int) -> int | None:
    """Where a clause begins that something between commas keeps apart from its verb: "said, after a pause, that"."""
    doc = page.doc
    # A hearer may come before it: "said to the press, after a pause, that".
    first = next((i for i in range(cue.end, min(cue.end + LONGEST_HEARER, end)) if is_light(doc[i])), end)
    hearer = first == cue.end or cue.has("told") or form(doc[cue.end]) in page.lexicon.addressee
    if first >= end or not hearer or doc[first].text not in (",", "–", "—", "("):
        return None
    for i in range(first + 1, end - 1):
        if is_light(doc[i]) and form(doc[i + 1]) in page.lexicon.words["that"]:
            return i + 1 + (form(doc[i + 1]) in page.lexicon.words["dropped"])
    return None


def _begins_clause(page: Page, i: int, finite: int) -> bool:
    """Whether a subject stands between a cue and a finite verb: "arguing | the state should pay"."""
    subject = [page.doc[k] for k in range(i, finite) if page.doc[k].pos_ in NOMINAL]
    return any(base(token) == "nsubj" for token in subject) and page.doc[i].pos_ in OPENERS


def right_infinitive(verb: Token) -> Token | None:
    """The infinitive to the right of a verb that says what is promised, wished or planned."""
    for child in verb.rights:
        marked = base(child) in ("advcl", "obl", "acl") and _first_mark(child) in words_of(verb, "infinitive")
        if (marked or base(child) in ("xcomp", "ccomp")) and _is_infinitive(child):
            return child
    for person in kids(verb, "obj", "iobj"):
        # The parser may hang what somebody is asked to do on the one who is asked.
        for child in kids(person, "acl"):
            if (
                child.i > person.i
                and _is_infinitive(child)
                and _first_mark(child) in words_of(verb, "infinitive")
            ):
                return child
    return None


def missed_infinitive(page: Page, cue: VerbCue) -> int | None:
    """Where a past infinitive begins right after a cue and its hearer: "a déclaré au juge | avoir payé"."""
    doc, i, high = page.doc, cue.end, page.sentence_of(cue.head.i)[1]
    if i < high and form(doc[i]) in page.lexicon.addressee:
        i = next((k for k in range(i, high) if "Inf" in doc[k].morph.get("VerbForm", [])), high)
        if any(is_finite(t) or is_light(t) for t in doc[cue.end : i]):
            return None
    while i < high and doc[i].pos_ == "ADV":
        i += 1
    auxiliary = i < high and doc[i].pos_ == "AUX" and "Inf" in doc[i].morph.get("VerbForm", [])
    return i if auxiliary else None


def before_finite(page: Page, i: int, end: int) -> int:
    """The end of an infinitive, moved to before a finite verb that a conjunction joins to it."""
    doc = page.doc
    for k in range(i + 1, end - 1):
        if doc[k].pos_ == "CCONJ" and page.inside[k] is None:
            after = next((t for t in doc[k + 1 : end] if t.pos_ not in ("PRON", "ADV")), None)
            if after is not None and is_finite(after) and after.i - k < 4:
                return k
    return end


def _is_infinitive(token: Token) -> bool:
    return any("Inf" in t.morph.get("VerbForm", []) for t in (token, *kids(token, "aux", "cop"))) and not any(
        is_finite(t) for t in (token, *kids(token, "aux", "cop"))
    )


def _first_mark(token: Token) -> str:
    return next((form(mark) for mark in kids(token, "mark", "case")), "")


def object_of(verb: Token) -> Token | None:
    """The direct object of a verb, an inverted subject left out by the caller."""
    for child in verb.rights:
        if base(child) == "obj" and child.pos_ in THINGS:
            return child
    return None


def governed(page: Page, i: int, limit: int) -> Token | None:
    """The head of the phrase or clause that begins at a token."""
    doc = page.doc
    while i < limit and is_light(doc[i]):
        i += 1
    if i >= limit:
        return None
    token = doc[i]
    while (
        token.head.i != token.i
        and token.head.left_edge.i >= i - 1
        and token.head.i >= i
        and token.head.i < limit
    ):
        if token.pos_ in NOMINAL and is_finite(token.head) and base(token) != "conj":
            break
        token = token.head
    return token
