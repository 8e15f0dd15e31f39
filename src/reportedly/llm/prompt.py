"""What is sent to a model: instructions, the ontology as it stands, one piece of an article."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

from reportedly.lexicon import load
from reportedly.llm.answer import schema
from reportedly.model import Article
from reportedly.pipes.coding.codebook import types

#: The longest answer to one piece, in tokens.
LONGEST_ANSWER = 8_000


@cache
def instructions() -> str:
    """The words before every piece; the ontology's types, modes and acts stand at their end."""
    text = (files(__package__) / "prompt.md").read_text(encoding="utf-8")
    modes = load("cameo", "ontology")["modes"]
    lines = [
        f"- {name}: {entry.definition}" + (f" Modes: {', '.join(modes[name])}." if name in modes else "")
        for name, entry in types().items()
    ]
    return "\n".join([text, "Types:", *lines, "", f"Acts: {', '.join(sorted(acts()))}.", ""])


@cache
def acts() -> frozenset[str]:
    """The finer acts that an answer may name."""
    families = load("events", "ontology")["families"]
    return frozenset(load("cameo", "ontology")["acts"]) | {act for family in families for act in family}


def request(
    model: str, article: Article, piece: str, *, most: int = LONGEST_ANSWER, seed: int = 0
) -> dict[str, Any]:
    """The body of a request; the same article gives the same, so that an answer can be kept."""
    known = [f"Published: {article.published}"] if article.published else []
    known += [f"Outlet: {article.outlet}"] if article.outlet else []
    return {
        "model": model,
        "messages": [
            {"role": "system", "content": instructions()},
            {"role": "user", "content": "\n".join([*known, "Text:", piece])},
        ],
        "temperature": 0,
        "top_p": 1,
        "seed": seed,
        "n": 1,
        "stream": False,
        "max_tokens": most,
        "response_format": {
            "type": "json_schema",
            "json_schema": {"name": "reading", "strict": True, "schema": schema()},
        },
    }
