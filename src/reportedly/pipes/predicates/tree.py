"""Small questions to a UD tree, gentle about label subtypes and about pipelines that lack them."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.pipes.predicates.lexicon import PredicateLexicon, joined
from reportedly.pipes.tokens import Token

SUBJECTS = ("nsubj", "csubj")
#: What begins a clause of its own.
BEGUN = (*SUBJECTS, "cc", "mark")
NAMES = ("flat", "compound", "goeswith")


def base(token: Token) -> str:
    """The universal part of a label: ``nsubj`` of ``nsubj:pass``."""
    return token.base


def lemma(token: Token) -> str:
    """The lemma in lower case with a straight apostrophe, or the form where there is none."""
    return token.word


def feature(token: Token, key: str) -> list[str]:
    """The values of a morphological feature, empty where it has none."""
    return token.morph.get(key)


def kids(token: Token, *deps: str) -> Iterator[Token]:
    """Children with one of these labels, subtypes included, in order."""
    below = token.children
    return iter([child for child in below if child.label in deps] if below else below)


def is_passive(token: Token, lexicon: PredicateLexicon) -> bool:
    """Whether a verb's subject is what the act is done to."""
    if lemma(token) in lexicon.unaccusative:
        return False
    if any(child.dep_ in ("aux:pass", "nsubj:pass", "csubj:pass") for child in token.children):
        return True
    if any(child.dep_ in ("aux", "aux:tense", "aux:caus") for child in token.children):
        return False
    bare = is_participle(token) and base(token) in (
        "acl",
        "advcl",
        "amod",
        "dep",
        "ROOT",
        "root",
        "conj",
        "xcomp",
    )
    bare = bare and lemma(token) not in lexicon.active_bare
    return bare and not _has_subject(token) and not is_lost_past(token)


def is_lost_past(token: Token) -> bool:
    """A past tense that the parser took for a participle of the subject: the sentence has no other verb.

    "Foreign ministers agreed to meet": "agreed" as a description of a sentence that is one noun phrase.
    """
    if base(token) != "acl" or token.head.head.i != token.head.i or token.i < token.head.i:
        return False
    if not any(base(child) in ("obj", "xcomp", "ccomp", "advcl") for child in token.children):
        return False
    own = range(token.left_edge.i, token.right_edge.i + 1)
    return not any("Fin" in feature(word, "VerbForm") for word in token.sent if word.i not in own)


def _has_subject(token: Token) -> bool:
    return any(base(child) in SUBJECTS for child in token.children)


def is_participle(token: Token) -> bool:
    """A past participle with no auxiliary of its own to make it finite."""
    past = "Part" in feature(token, "VerbForm") and "Past" in feature(token, "Tense")
    return past and not any(base(child) in ("aux", "cop") for child in token.children)


def is_gerund(token: Token) -> bool:
    """A present participle or gerund: "visant", "killing"."""
    form = feature(token, "VerbForm")
    return "Ger" in form or ("Part" in form and "Pres" in feature(token, "Tense"))


def is_marked_gerund(token: Token) -> bool:
    """A gerund behind a preposition, which says what the word before it is about: "responsibility for killing"."""
    return is_gerund(token) and any(base(kid) in ("mark", "case") for kid in token.children)


def is_infinitive(token: Token) -> bool:
    """An infinitive, marked with "to" or not."""
    return "Inf" in feature(token, "VerbForm")


def is_reflexive(token: Token) -> bool:
    """Whether a verb stands with a reflexive pronoun that is no argument: "se former"."""
    return any(is_reflexive_pronoun(child) for child in token.children)


def is_reflexive_pronoun(token: Token) -> bool:
    """ "se", "s'" before its verb."""
    if token.dep_ in ("expl:pv", "expl:comp", "expl:pass"):
        return True
    reflexive = "Yes" in feature(token, "Reflex")
    return reflexive and base(token) in ("expl", "obj", "iobj", "dep") and token.i < token.head.i


def is_mark(token: Token) -> bool:
    """Whether a token has neither letter nor digit: a hyphen that a parser took for a word."""
    return not any(char.isalnum() for char in token.text) and token.pos_ != "SYM"


def case_of(token: Token, lexicon: PredicateLexicon) -> str | None:
    """The preposition that introduces a phrase, contractions undone: "à", "by", "à l'encontre de"."""
    for child in token.children:
        if base(child) == "case" and child.i < token.i:
            rest = [word for word in child.children if base(word) == "fixed"]
            if not rest:
                return plain(child, lexicon)
            parts = [child.text.lower(), *(word.text.lower() for word in rest[:-1]), plain(rest[-1], lexicon)]
            return joined(parts).replace("’", "'")
    return None


def plain(token: Token, lexicon: PredicateLexicon) -> str:
    """A function word in lower case, contractions undone."""
    text = token.form
    return lexicon.contractions.get(text) or lexicon.contractions.get(lemma(token)) or text


def conjuncts(token: Token) -> list[Token]:
    """A phrase's head and the heads coordinated with it, or with the name that stands beside it."""
    found, queue = [], [token]
    while queue:
        head = queue.pop(0)
        found.append(head)
        queue.extend(kid for kid in kids(head, "conj") if not begins_clause(kid))
        for name in kids(head, "appos", "flat"):
            if _is_listed(name, head):
                queue.append(name)
            elif not any(child.is_punct and child.i < name.i for child in name.children):
                queue.extend(kids(name, "conj"))
    return found


def name_before(verb: Token) -> list[Token]:
    """The subject of a past tense taken for its object's adjective: "Rome eased sanctions".

    A name before an adjective is no part of the noun's compound; where the noun is a subject itself, it may be one with
    a hyphen lost: "Rome backed rebels fled".
    """
    noun = verb.head
    if base(verb) != "amod" or verb.pos_ != "VERB" or verb.i > noun.i or base(noun) in SUBJECTS:
        return []
    names = [kid for kid in kids(noun, "compound", "nmod") if kid.pos_ == "PROPN"]
    return [kid for kid in names if kid.right_edge.i == verb.i - 1 and kid.i < verb.i]


def begins_clause(name: Token) -> bool:
    """Whether a name joined to another is the subject of the verb behind it: "jailed two men and Rome freed three"."""
    return name.pos_ == "PROPN" and clause_begun(name) is not None


def clause_begun(name: Token) -> Token | None:
    """The finite verb right behind a joined name, which has no subject and is itself joined to a verb before both."""
    place = name.right_edge.i + 1
    if base(name) != "conj" or not any(base(kid) == "cc" and kid.i < name.i for kid in name.children):
        return None
    if place >= name.sent.end or name.doc[place].pos_ not in ("AUX", "VERB"):
        return None
    word = name.doc[place]
    verb = word.head if base(word) in ("aux", "cop") and word.head.i > word.i else word
    finite = any("Fin" in feature(one, "VerbForm") for one in (word, verb))
    joined = base(verb) in ("conj", "ccomp", "xcomp") and verb.head.i < name.i and verb.head.pos_ == "VERB"
    alone = not any(base(kid) in BEGUN for kid in verb.children)
    return verb if finite and joined and alone else None


def _is_listed(name: Token, head: Token) -> bool:
    """Whether a seeming apposition is a member of a list of names: "Rome, Tunis, Oslo and Malta"."""
    if base(name) != "appos" or name.pos_ != "PROPN" or head.pos_ != "PROPN":
        return False
    doc, last = name.doc, name.right_edge.i
    before = doc[max(name.left_edge.i - 1, 0)]
    first = doc[name.left_edge.i]
    follows = any(kid.i > name.i for kid in (*kids(head, "conj"), *kids(name, "conj")))
    goes_on = last + 1 < len(doc) and (doc[last + 1].text == "," or doc[last + 1].pos_ == "CCONJ")
    goes_on = goes_on or any(base(kid) == "conj" for kid in name.children)
    return follows and goes_on and "," in (before.text, first.text)


def first_conjunct(token: Token) -> Token:
    """The head of the coordination that a word stands in."""
    while base(token) == "conj" and token.head.i != token.i:
        token = token.head
    return token


def matches(token: Token, rest: tuple[str, ...], lexicon: PredicateLexicon, *, gap: int = 0) -> int | None:
    """The end of a word sequence after a token, at most ``gap`` other words between, or None."""
    doc, place, free = token.doc, token.i + 1, gap
    for word in rest:
        while place < len(doc) and not _is_word(doc[place], word, lexicon):
            if not free or doc[place].is_punct:
                return None
            place, free = place + 1, free - 1
        if place >= len(doc):
            return None
        place += 1
    return place


def _is_word(token: Token, word: str, lexicon: PredicateLexicon) -> bool:
    text = token.form
    return word in (text, lemma(token), lexicon.contractions.get(text))
