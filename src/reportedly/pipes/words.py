"""What the rules ask of a token thousands of times, looked up once.

A document's tables hold from the parser to the end of the last pipe; `forget` drops them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import wraps
from typing import TypeVar

from reportedly.pipes.plain import KEY, AnyDoc
from reportedly.pipes.strings import straight, universal
from reportedly.pipes.tokens import Doc, Span, Token

__all__ = [
    "Tables",
    "children",
    "features",
    "forget",
    "is_finite",
    "kids",
    "per_word",
    "straight",
    "universal",
]

T = TypeVar("T")


@dataclass(slots=True)
class Tables:
    """One document's answers, by token."""

    kids: dict[tuple[int, tuple[str, ...]], tuple[Token, ...]] = field(default_factory=dict)
    #: By the stretches that are set aside, the sentences that are to be read.
    live: dict[tuple[tuple[int, int], ...], tuple[Span, ...]] = field(default_factory=dict)
    #: By function and token, what `per_word` keeps.
    answers: dict[tuple[str, int], object] = field(default_factory=dict)


def tables_of(doc: Doc) -> Tables:
    """The document's tables, made on first use."""
    if doc.tables is None:
        doc.tables = Tables()
    found: Tables = doc.tables
    return found


def forget(doc: AnyDoc) -> None:
    """Drops what was kept of a document's tokens."""
    found = doc.user_data.pop(KEY, None)
    if isinstance(found, Doc):
        found.dissolve()


def children(token: Token) -> tuple[Token, ...]:
    """A token's children, in order."""
    return token.children


def kids(token: Token, deps: tuple[str, ...]) -> tuple[Token, ...]:
    """The children with one of these labels, subtypes included, in order."""
    below = token.children
    if not below:
        return below
    return tuple([child for child in below if child.label in deps])


def is_finite(token: Token) -> bool:
    """A finite verb or auxiliary."""
    return token.pos_ in ("VERB", "AUX") and "Fin" in token.morph.get("VerbForm")


def sentence(token: Token) -> Span:
    """The sentence that a token stands in."""
    return token.doc.sentence(token.i)


def text_of(doc: Doc) -> str:
    """The document's text."""
    return doc.text


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


def features(token: Token, name: str) -> list[str]:
    """The values of a morphological feature, empty where the token has none; nobody may change them."""
    return token.morph.get(name)
