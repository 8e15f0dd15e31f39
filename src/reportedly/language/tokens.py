"""Tokens of any text in linear time."""

from __future__ import annotations

import re
from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc

#: Code points without white space that are tokenised at once. Past this it is no word, and spaCy's tokenizer, which
#: strips affixes one by one and looks at the whole rest each time, would take time that grows with the square.
LONGEST = 500
RUN = re.compile(rf"\S{{{LONGEST + 1},}}")


def make_doc(nlp: Language, text: str) -> Doc:
    """The text's tokens; runs without white space that are too long are cut into pieces first."""
    cuts = [place for run in RUN.finditer(text) for place in range(run.start() + LONGEST, run.end(), LONGEST)]
    if not cuts:
        return nlp.make_doc(text)
    pieces = [nlp.make_doc(text[start:end]) for start, end in pairwise([0, *cuts, len(text)])]
    doc = Doc.from_docs(pieces, ensure_whitespace=False)
    if doc is None:
        raise ValueError("a text that was cut into pieces has at least one")
    return doc
