"""Small questions to a UD tree and to the words around a token, gentle about labels and about misparses."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.pipes.tokens import Doc, Token
from reportedly.pipes.words import is_finite as is_finite  # noqa: PLC0414  # rules ask it of trees

#: Parts of speech that can head a source; "X" is what taggers call names that they do not know.
NOMINAL = frozenset(["NOUN", "PROPN", "PRON", "NUM", "SYM", "X"])
#: What may begin a noun's phrase.
OPENERS = NOMINAL | {"ADJ", "DET"}
SUBJECTS = ("nsubj", "csubj")
MARKS = frozenset("\"“”„«»‹›‘’'`") | {"''", "``"}
Range = tuple[int, int]


def base(token: Token) -> str:
    """The universal part of a label, in lower case: ``nsubj`` of ``nsubj:pass``."""
    return token.label


def lemma(token: Token) -> str:
    """The lemma in lower case with a straight apostrophe, or the form where there is none."""
    return token.word


def form(token: Token) -> str:
    """The form in lower case with a straight apostrophe."""
    return token.form


def kids(token: Token, *deps: str) -> Iterator[Token]:
    """Children with one of these labels, subtypes included, in order."""
    below = token.children
    return iter([child for child in below if child.label in deps] if below else below)


def span_of(token: Token) -> Range:
    """The tokens of a subtree, from its left edge to its right edge."""
    return token.left_edge.i, token.right_edge.i + 1


def is_mark(token: Token) -> bool:
    """Whether a token is a quotation mark."""
    return token.text in MARKS


def is_light(token: Token) -> bool:
    """Punctuation or white space."""
    return bool(token.is_punct or token.is_space or token.pos_ == "PUNCT" or is_mark(token))


def is_infinitive(token: Token) -> bool:
    """An infinitive with no auxiliary that makes it finite."""
    if "Inf" not in token.morph.get("VerbForm"):
        return False
    return not any(is_finite(child) for child in kids(token, "aux"))


def is_gerund(token: Token) -> bool:
    """A present participle or gerund with no auxiliary: "adding", "ajoutant"."""
    verb_form = token.morph.get("VerbForm")
    present = "Ger" in verb_form or ("Part" in verb_form and "Pres" in token.morph.get("Tense"))
    return present and not any(base(child) == "aux" for child in token.children)


def is_passive(token: Token) -> bool:
    """Whether a verb stands in the passive, with an auxiliary or as a bare past participle."""
    helpers = [child for child in token.children if child.dep_ == "aux:pass"]
    if any(not any(is_mark(t) or t.text == "," for t in token.doc[child.i : token.i]) for child in helpers):
        return True
    if any(child.dep_ in ("nsubj:pass", "csubj:pass") for child in token.children):
        # An auxiliary that is not that of the passive tells more than the label of the subject.
        return not any(base(child) == "aux" for child in token.children)
    if token.pos_ == "VERB" and any(base(child) == "cop" for child in token.children):
        # "il est dit que": the parser may take the auxiliary for a copula.
        return "Part" in token.morph.get("VerbForm") and "Past" in token.morph.get("Tense")
    past = "Part" in token.morph.get("VerbForm") and "Past" in token.morph.get("Tense")
    if past and _said_of(token):
        return True
    if token.pos_ == "ADJ":
        return base(token) in ("acl", "amod") or any(base(child) == "cop" for child in token.children)
    bare = past and not any(base(child) in ("aux", "nsubj", "obj") for child in token.children)
    return bare and base(token) in ("acl", "amod")


def _said_of(token: Token) -> bool:
    """« Est dit avoir fui »: with "be" and no clitic, a verb that governs an infinitive is passive."""
    helpers = [lemma(child) for child in kids(token, "aux")]
    clitics = [
        child for child in token.children if child.i < token.i and "Yes" in child.morph.get("Reflex", [])
    ]
    infinitives = (child for child in kids(token, "xcomp") if any(map(is_infinitive, kids(child, "aux"))))
    return helpers == ["être"] and not clitics and any(infinitives)


def words(doc: Doc, start: int, end: int) -> bool:
    """Whether a stretch holds a word at all."""
    return any(not is_light(doc[i]) for i in range(start, end))


def trim(doc: Doc, start: int, end: int) -> Range:
    """A stretch without the punctuation and white space around it; quotation marks stay."""
    while start < end and is_light(doc[start]) and not is_mark(doc[start]):
        start += 1
    while start < end and is_light(doc[end - 1]) and not is_mark(doc[end - 1]):
        end -= 1
    if start < end < len(doc) and doc[end].text == ")" and _is_open(doc, start, end):
        end += 1
    return start, end


def _is_open(doc: Doc, start: int, end: int) -> bool:
    """Whether a parenthesis of a stretch is not closed in it."""
    marks = [doc[i].text for i in range(start, end) if doc[i].text in ("(", ")")]
    return bool(marks) and marks[-1] == "("


def left_of(doc: Doc, i: int, low: int) -> int:
    """The nearest token left of ``i`` that is not white space, or ``low - 1``."""
    i -= 1
    while i >= low and doc[i].is_space:
        i -= 1
    return i


def right_of(doc: Doc, i: int, high: int) -> int:
    """The nearest token at or right of ``i`` that is not white space, or ``high``."""
    while i < high and doc[i].is_space:
        i += 1
    return i


def match_at(doc: Doc, i: int, words_: tuple[str, ...], limit: int, *, gap: int = 0) -> int | None:
    """The end of a sequence of words that begins at ``i``, by form or lemma, with ``gap`` adverbs allowed between."""
    for number, word in enumerate(words_):
        skipped = 0
        while number and i < limit and skipped < gap and doc[i].pos_ == "ADV" and form(doc[i]) != word:
            i, skipped = i + 1, skipped + 1
        if i >= limit or not _is_word(doc[i], word):
            return None
        i += 1
    return i


def _is_word(token: Token, word: str) -> bool:
    if form(token) == word:
        return True
    return lemma(token) == word and (token.pos_ != "ADV" or word == form(token))
