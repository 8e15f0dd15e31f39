"""Hand-built sentences: one token per line, as ``form lemma UPOS head dependency features``."""

from __future__ import annotations

import spacy
from spacy.tokens import Doc
from spacy.vocab import Vocab

VOCABS: dict[str, Vocab] = {language: spacy.blank(language).vocab for language in ("fr", "en")}


def build(language: str, rows: str) -> Doc:
    """A parsed sentence; heads count from 1 and the root's is 0."""
    lines = [line.split() for line in rows.strip().splitlines()]
    fields = [[*line, ""] if len(line) == 5 else line for line in lines]
    words, lemmas, pos, heads, deps, morphs = (list(column) for column in zip(*fields, strict=True))
    return Doc(
        VOCABS[language],
        words=words,
        lemmas=lemmas,
        pos=pos,
        morphs=morphs,
        heads=[int(head) - 1 if int(head) else at for at, head in enumerate(heads)],
        deps=["ROOT" if dep == "root" else dep for dep in deps],
        sent_starts=[True] + [False] * (len(words) - 1),
    )
