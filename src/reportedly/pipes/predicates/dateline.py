"""Where a lead's place, date and agency end: "LIMA, 3 May (AP) — The port …"."""

from __future__ import annotations

from reportedly.pipes.predicates.tree import base
from reportedly.pipes.tokens import Span, Token

DASHES = frozenset({"-", "–", "—", "--", "---"})
#: Longest dateline, in tokens.
LONGEST = 14
#: What joins a place to the names after it in a parse that took them for one phrase.
JOINS = frozenset({"appos", "conj", "nsubj", "parataxis", "nmod", "dep", "flat", "list"})


def dateline_end(sent: Span) -> int:
    """The token (in the document) at which a sentence begins behind its dateline; its first where it has none."""
    first = next((token.i - sent.start for token in sent if not token.is_space), 0)
    opener = sent[first]
    if not opener.text[0].isupper():
        return sent.start
    shouted = len(opener.text) > 2 and opener.text.isupper()
    for token in sent[first + 1 : min(first + LONGEST, len(sent) - 1)]:
        before, behind = token.nbor(-1), token.nbor()
        agency = before.text.endswith(")") or token.text.startswith(")")
        if token.text in DASHES and (before.whitespace_ or len(token.text) > 1):
            named = shouted or agency or opener.pos_ == "PROPN"
            opens = behind.text[0].isupper() or behind.text == "["  # "LIMA, 3 May (EFE) -- [Text] The port …"
            return token.i + 1 if named and token.whitespace_ and opens else sent.start
        if token.text.endswith(":"):
            return token.i + 1 if (shouted or agency) and behind.text[0].isupper() else sent.start
        if token.text == ")" and agency_ends(token):
            return token.i + 1
        if token.pos_ in ("VERB", "AUX", "PRON") and not token.text[0].isupper():
            return sent.start
    return sent.start


def agency_ends(bracket: Token) -> bool:
    """Whether an agency's bracket is followed by the article at once: "Lima, May 3 (IANS) The port …"."""
    behind = bracket.nbor()
    return (
        behind.text[0].isupper()
        and behind.pos_ in ("DET", "PROPN", "NOUN", "ADJ")
        and any(token.text == "(" for token in bracket.doc[max(bracket.i - 3, 0) : bracket.i])
        and any(token.like_num for token in bracket.doc[bracket.sent.start : bracket.i])
    )


def behind_dateline(subject: Token, verb: Token, end: int) -> list[Token]:
    """The subjects that a parser hung on the place of a dateline: "ROME (AFP) — Tunis signed"."""
    level = [subject]
    for _ in range(3):
        level = [kid for word in level for kid in word.children if base(kid) in JOINS and kid.i < verb.i]
        named = [kid for kid in level if not any(base(one) == "case" for one in kid.children)]
        found = [kid for kid in named if kid.i >= end and kid.pos_ in ("NOUN", "PROPN", "PRON", "ADJ", "NUM")]
        if found:
            return found[:1]
    return []
