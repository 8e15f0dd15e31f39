"""Which reader made a reading: the program's version and a hash of what it knows."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from reportedly import __version__


@lru_cache(maxsize=8)
def fingerprint(pipelines: tuple[tuple[str, str], ...] = (), ontology: str | None = None) -> str:
    """The reader's name: readings under one name are alike, and another name means to read again.

    :param pipelines: language and name of the pipelines that take the place of the bundled ones.
    """
    digest = hashlib.sha256()
    for piece in _pieces(dict(pipelines), ontology):
        digest.update(len(piece).to_bytes(8, "big") + piece)
    return f"reportedly {__version__} {digest.hexdigest()[:12]}"


def _pieces(pipelines: Mapping[str, str], ontology: str | None) -> Iterator[bytes]:
    """What a reading depends on besides the article: lexicons, pipelines and the user's ontology."""
    root = files("reportedly")
    yield from (each.read_bytes() for each in _sorted(root / "lexicon", ".toml"))
    for language in ("en", "fr"):
        if language in pipelines:
            yield f"{language}={pipelines[language]}".encode()
        else:
            yield (root / "language" / "pipelines" / f"{language}_reportedly" / "meta.json").read_bytes()
    if ontology:
        yield Path(ontology).read_bytes()


def _sorted(folder: Traversable, ending: str) -> Iterator[Traversable]:
    for each in sorted(folder.iterdir(), key=lambda one: one.name):
        if each.is_dir():
            yield from _sorted(each, ending)
        elif each.name.endswith(ending):
            yield each
