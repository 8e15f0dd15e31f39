"""What the rules ask of a token thousands of times, looked up once: spaCy answers each such question anew.

A document's tables hold from the parser to the end of the last pipe; `forget` drops them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache, wraps
from typing import TypeVar

from spacy.tokens import Doc, Span, Token

#: Where a document keeps its tables.
TABLES = "reportedly_tables"
#: Word forms that are kept in lower case and plain.
FORMS = 65_536
T = TypeVar("T")
#: By the key of a set of features (a few hundred in any language) and the name of one, its values.
_FEATURES: dict[tuple[int, str], tuple[str, ...]] = {}


@dataclass(slots=True)
class Tables:
    """One document's answers, by token."""

    children: dict[int, tuple[Token, ...]] = field(default_factory=dict)
    kids: dict[tuple[int, tuple[str, ...]], tuple[Token, ...]] = field(default_factory=dict)
    sentences: dict[int, Span] = field(default_factory=dict)
    #: By the stretches that are set aside, the sentences that are to be read.
    live: dict[tuple[tuple[int, int], ...], tuple[Span, ...]] = field(default_factory=dict)
    text: str | None = None
    #: By function and token, what `per_word` keeps.
    answers: dict[tuple[str, int], object] = field(default_factory=dict)


def tables_of(doc: Doc) -> Tables:
    """The document's tables, made on first use."""
    found = doc.user_data.get(TABLES)
    if found is None:
        found = doc.user_data[TABLES] = Tables()
    return found


def forget(doc: Doc) -> None:
    """Drops what was kept, which holds the document's tokens."""
    doc.user_data.pop(TABLES, None)


def children(token: Token) -> tuple[Token, ...]:
    """A token's children, in order."""
    table = tables_of(token.doc).children
    found = table.get(token.i)
    if found is None:
        found = table[token.i] = tuple(token.children)
    return found


def kids(token: Token, deps: tuple[str, ...]) -> tuple[Token, ...]:
    """The children with one of these labels, subtypes included, in order."""
    tables, key = tables_of(token.doc), (token.i, deps)
    found = tables.kids.get(key)
    if found is None:
        found = tables.kids[key] = tuple(
            child for child in children(token) if universal(child.dep_).lower() in deps
        )
    return found


def sentence(token: Token) -> Span:
    """The sentence that a token stands in."""
    table = tables_of(token.doc).sentences
    found = table.get(token.i)
    if found is None:
        found = token.sent
        table.update(dict.fromkeys(range(found.start, found.end), found))
    return found


def text_of(doc: Doc) -> str:
    """The document's text, which spaCy would join anew each time."""
    tables = tables_of(doc)
    if tables.text is None:
        tables.text = doc.text
    return tables.text


def per_word(ask: Callable[[Token], T]) -> Callable[[Token], T]:
    """Keeps what a function of a token alone says, which nobody may change, while its document is read."""
    name = f"{ask.__module__}.{ask.__qualname__}"

    @wraps(ask)
    def answer(token: Token) -> T:
        table, key = tables_of(token.doc).answers, (name, token.i)
        if key not in table:
            table[key] = ask(token)
        return table[key]  # type: ignore[return-value]

    return answer


def features(token: Token, name: str) -> tuple[str, ...]:
    """The values of a morphological feature, empty where the token has none."""
    morph = token.morph
    key: tuple[int, str] = morph.key, name  # type: ignore[attr-defined]
    found = _FEATURES.get(key)
    if found is None:
        found = _FEATURES[key] = tuple(morph.get(name, []))
    return found


@lru_cache(FORMS)
def universal(label: str) -> str:
    """The universal part of a label: ``nsubj`` of ``nsubj:pass``."""
    return label.partition(":")[0]


@lru_cache(FORMS)
def straight(word: str) -> str:
    """A word in lower case with a straight apostrophe."""
    return word.lower().replace("’", "'")
