"""Loading a bundled pipeline without spaCy's own language class.

Importing ``spacy.lang.fr`` compiles a pattern that takes longer than reading an article, although a saved
pipeline brings its tokenizer along. So the bundled pipelines are loaded into a plain language class;
``spacy.load`` loads the same files with spaCy's own.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from spacy.language import Language
from spacy.util import load_config


def load_bundled(path: Path, language: str) -> Language:
    """The pipeline in a folder that ``nlp.to_disk`` wrote."""
    meta = json.loads((path / "meta.json").read_text(encoding="utf-8"))
    nlp = language_class(language).from_config(load_config(path / "config.cfg"), meta=meta)
    return nlp.from_disk(path)


@cache
def language_class(code: str) -> type[Language]:
    """A language that knows its code and leaves everything else to the saved tokenizer."""
    return type(f"Bundled{code.title()}", (Language,), {"lang": code})
