"""What a headline tells without a verb: "Three-headed dog a fake", "Mayor dead?", "Baker denies merger".

Headlines leave out copulas and articles. One that names no act still tells something, and what it takes back or asks
is told by its noun.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from reportedly.pipes.draft import Predicate
from reportedly.pipes.predicates.states import STATE
from reportedly.pipes.predicates.tree import base, lemma
from reportedly.pipes.titles.falsehoods import Taken, taken_back
from reportedly.pipes.titles.title import Part, Title
from reportedly.pipes.tokens import Token

#: What can stand for a whole verbless clause, best first.
NOMINAL = ("VERB", "ADJ", "NOUN", "PROPN", "NUM", "X")
TELLING = frozenset(NOMINAL)


def told_without_verb(title: Title, known: Sequence[Predicate]) -> list[Predicate]:
    """The states of a headline that no predicate names, in order of place.

    :param known: all predicates of the document; where there are none, the headline is all that tells anything.
    """
    taken = taken_back(title)
    heads = {each.head for each in known if title.holds(each.head)}
    found: dict[int, Predicate] = {}
    denied = _denied_nouns(title, heads)
    stretches = [*((one.start, one.end) for one in taken), *_asked(title), *denied]
    for start, end in stretches:
        if not any(start <= head < end for head in (*heads, *found)):
            found.update(_told(title, start, end))
    if not known and not found:
        part = max(title.parts, key=lambda one: (_may_tell(title, one), one.end - one.start))
        found.update(_told(title, part.start, part.end))
    return [found[place] for place in sorted(found)]


def without_verdicts(title: Title, found: Sequence[Predicate]) -> list[Predicate]:
    """Predicates that are more than a voice, a label or the verdict on what is told: "Watch:", "is a hoax"."""
    marks = [one.mark for one in taken_back(title) if _is_verdict(one)]
    apart = [part for part in title.parts if len(title.parts) > 1 and _is_label(title, part)]
    return [
        each
        for each in found
        if not any(mark.start <= each.head < mark.end for mark in marks)
        and not any(part.holds(each.head) for part in apart)
    ]


def _is_label(title: Title, part: Part) -> bool:
    """Whether a part is no more than a voice or a label."""
    marks = [
        *title.marks(title.lexicon.labels, part.start, part.end),
        *title.marks(title.lexicon.voices, part.start, part.end),
    ]
    return any(mark.start <= part.start and mark.end >= part.end for mark in marks)


def _is_verdict(taken: Taken) -> bool:
    return taken.end <= taken.mark.start and taken.mark.kind in ("nouns", "predicates")


def _asked(title: Title) -> Iterator[tuple[int, int]]:
    """Parts that ask with no verb: "Mayor dead?"."""
    for part in title.parts:
        if part.closed_by == "?" and not _opens_question(title, part):
            yield part.start, part.end


def _opens_question(title: Title, part: Part) -> bool:
    return title.forms[part.start - title.start] in title.lexicon.scope["asking"]


def _denied_nouns(title: Title, heads: Container[int]) -> Iterator[tuple[int, int]]:
    """What a "not" with no verb denies: "Students not among the dead"."""
    for i in range(title.start, title.end):
        if title.forms[i - title.start] not in title.lexicon.scope["bare"]:
            continue
        head = title.doc[i].head
        if head.i > i and head.i not in heads and title.holds(head.i) and not _has_copula(head):
            yield i, head.i + 1


def _has_copula(token: Token) -> bool:
    return any(base(child) in ("cop", "aux") for child in token.children)


def _may_tell(title: Title, part: Part) -> bool:
    """Whether a part is more than a voice or a label: it has words enough, or stands alone."""
    label = next(title.marks(title.lexicon.labels, part.start, part.end), None)
    voice = next(title.marks(title.lexicon.voices, part.start, part.end), None)
    alone = part.end - part.start <= 1
    return not ((label or voice) and part.end - part.start <= 2) and not alone


def _told(title: Title, start: int, end: int) -> dict[int, Predicate]:
    """The word that stands for a stretch, as a state."""
    words = [token for token in title.doc[start:end] if token.pos_ in TELLING and token.is_alpha]
    # "The sale is a giant hoax": it is the hoax that is giant.
    tokens = [token for token in words if base(token) != "amod" or token.head.i < end] or words
    if not tokens:
        return {}
    head = _standing_for(tokens, start, end)
    return {head.i: Predicate(head.i, (head.i, head.i + 1), lemma(head), STATE)}


def _standing_for(tokens: Sequence[Token], start: int, end: int) -> Token:
    """The word that stands for others: what they say of somebody ("mayor dead"), else their subject or head."""
    if tokens[-1].pos_ in ("ADJ", "VERB"):
        return tokens[-1]
    tops = [token for token in tokens if not start <= token.head.i < end or token.head.i == token.i] or tokens
    nouns = [token for token in tops if token.pos_ in ("NOUN", "PROPN")]
    subject = next((token for token in nouns if base(token) == "nsubj"), None)
    return subject or min(nouns or tops, key=lambda token: (NOMINAL.index(token.pos_), token.i))
