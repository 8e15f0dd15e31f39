"""The members of a list that a parse broke up, and those that a phrase adds: "the mayor, his wife and two guards".

A comma hides a list from a parser, which takes the second member for another name of the first, or for a word apart.
Here the words themselves are read: phrases with commas between, and a conjunction before the last.
"""

from __future__ import annotations

from reportedly.pipes.predicates.lexicon import PredicateLexicon
from reportedly.pipes.predicates.tree import base, feature, kids, plain
from reportedly.pipes.tokens import Token
from reportedly.pipes.words import per_word, sentence

#: What may stand within a phrase behind its head.
INSIDE = frozenset(
    {"acl", "amod", "case", "compound", "det", "fixed", "flat", "goeswith", "nmod", "nummod", "obl"}
)
#: What stands in a phrase before its head.
BEFORE = frozenset({"advmod", "amod", "compound", "det", "nmod", "nummod"})
OPENERS = frozenset({"ADJ", "ADV", "DET", "NOUN", "NUM", "PRON", "PROPN"})
NAMES = frozenset({"NOUN", "PROPN"})
#: How deep a word may stand in its phrase, and how many members a list may have.
DEPTH, MOST = 8, 30
#: Words of the longest phrase that brings somebody in.
LONGEST = 4


def is_clausal(word: Token) -> bool:
    """Whether a noun's place is taken by a clause."""
    return any(base(kid) in ("aux", "cop", "mark", "nsubj") for kid in word.children)


def phrase_end(head: Token) -> int:
    """Where the phrase around a head ends at the latest: at a comma, a conjunction, or another phrase."""
    doc, place, limit = head.doc, head.i + 1, sentence(head).end
    while place < limit and doc[place].pos_ != "CCONJ" and not doc[place].is_punct:
        if not _is_within(doc[place], head):
            break
        place += 1
    return place


def _is_within(word: Token, head: Token) -> bool:
    for _ in range(DEPTH):
        if word.i == head.i:
            return True
        if base(word) not in INSIDE or word.head.i == word.i:
            return False
        word = word.head
    return False


def phrase_at(doc_word: Token, limit: int) -> Token | None:
    """The head of the phrase that begins with a word, or nothing where no phrase does."""
    if doc_word.pos_ not in OPENERS:
        return None
    head = doc_word
    while base(head) in BEFORE and head.i < head.head.i < limit:
        head = head.head
    return head if head.pos_ in NAMES and not is_clausal(head) else None


@per_word
def listed(first: Token) -> tuple[Token, ...]:
    """The members of a list that begins with a word, without that word; nothing where no list begins."""
    place = phrase_end(first)
    if first.pos_ not in NAMES or place >= len(first.doc) or first.doc[place].text != ",":
        return ()
    members, end = _members(first, place)
    if not members or not _is_open(first, end):
        return ()
    if first.pos_ == "NOUN" and members[0].pos_ == "PROPN" and len(members) > 1:
        members = members[1:]  # "the president, Maria Diaz, and two deputies"
    return tuple(members) if _are_alike(first, members) else ()


def _members(first: Token, place: int) -> tuple[list[Token], int]:
    """The phrases behind a comma up to the one behind a conjunction, and where that ends; none if no list ends so."""
    doc, limit, found = first.doc, sentence(first).end, list[Token]()
    while place + 1 < limit and len(found) < MOST:
        comma = doc[place].text == ","
        last = doc[place + comma].pos_ == "CCONJ"
        if not comma and not last:
            break
        start = place + comma + last
        head = phrase_at(doc[start], limit) if start < limit else None
        if head is None or _begins_clause(head, first):
            break
        found.append(head)
        place = phrase_end(head)
        if last:
            return (found, place) if len(found) > 1 else ([], place)
    return [], place


def _begins_clause(head: Token, first: Token) -> bool:
    """Whether a phrase is the subject of a clause of its own: "jailed the mayor, his wife fled and ..."."""
    return (
        base(head) == "nsubj"
        and first.head.i < first.i
        and head.head.i > head.i
        and not _is_below(first, head.head)
    )


def _is_below(word: Token, verb: Token) -> bool:
    """Whether a word stands in the subject of a verb."""
    for _ in range(DEPTH):
        if word.head.i == word.i or word.i > verb.i:
            return False
        word = word.head
        if word.i == verb.i:
            return True
    return False


def _is_open(first: Token, end: int) -> bool:
    """Whether no comma closes what stands before its verb: "the mayor, a teacher and a poet, fled" is one man."""
    closed = end < len(first.doc) and first.doc[end].text == ","
    return not (closed and first.head.i > end)


def _are_alike(first: Token, members: list[Token]) -> bool:
    """Whether things follow things and names names, so that none only says what another is."""
    if first.pos_ == "PROPN":
        named = all(one.pos_ == "PROPN" for one in members)
        return named or any(kid.dep_ == "nmod:poss" or base(kid) == "nummod" for kid in members[0].children)
    return all(one.pos_ == "NOUN" and _is_counted(one) for one in members)


def _is_counted(noun: Token) -> bool:
    """Whether a noun has an article or a number, or is many."""
    own = any(kid.dep_ == "nmod:poss" or base(kid) in ("det", "nummod") for kid in noun.children)
    return own or "Plur" in feature(noun, "Number")


def bearers(noun: Token) -> list[Token]:
    """The several names right behind a noun that says what they all are: "the priests Luis Mora and Juan Rey"."""
    if noun.pos_ != "NOUN" or "Plur" not in feature(noun, "Number"):
        return []
    for name in kids(noun, "appos", "flat", "nmod", "compound"):
        if name.pos_ == "PROPN" and name.left_edge.i == name.i == noun.i + 1:
            more = [*kids(name, "conj"), *listed(name)]
            return [name, *more] if more else []
    return []


def added(last: Token, lexicon: PredicateLexicon) -> list[Token]:
    """Whom a phrase behind others brings in: "five people, including a nurse", "the priests, along with a cook"."""
    doc, limit = last.doc, sentence(last).end
    start = phrase_end(last)
    start += start < limit and doc[start].text == ","
    end = _behind(doc[start : min(limit, start + LONGEST)], start, lexicon)
    head = phrase_at(doc[end], limit) if end is not None and end < limit else None
    if head is None or base(head) in ("nsubj", "csubj"):
        return []
    return [head]


def _behind(near: list[Token], start: int, lexicon: PredicateLexicon) -> int | None:
    """Where the words end that bring somebody in."""
    if not near or (near[0].form not in lexicon.bringing and plain(near[0], lexicon) not in lexicon.bringing):
        return None
    pairs = [(plain(word, lexicon), word.form) for word in near]
    for phrase in lexicon.including:
        if len(phrase) <= len(near) and all(word in pair for word, pair in zip(phrase, pairs, strict=False)):
            return start + len(phrase)
    return None
