"""News to read for measuring: real articles where the gold sets lie beside the checkout, else the examples."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

from reportedly.model import Article

EXAMPLES = Path(__file__).parent.parent / "examples"
#: Where each language's articles lie in the gold sets, one object a line.
FILES = {"en": "polnear/articles.jsonl", "fr": "origins_synthetic/groups.jsonl"}
#: What takes a reader about 20 seconds.
WORDS = 8_000


def news(language: str, shared: Path, words: int = WORDS) -> list[Article]:
    """So many words of news, in whole articles; what there is of it is read again where it is less."""
    found: list[Article] = []
    for article in cycle(list(real(language, shared)) or [example(language)]):
        if words <= 0:
            break
        found.append(article)
        words -= count([article])
    return found


def count(articles: list[Article]) -> int:
    """The words of articles."""
    return sum(len(article.text.split()) for article in articles)


def long_article(language: str, shared: Path, words: int) -> Article:
    """One article of so many words, made of many."""
    texts = [article.text for article in news(language, shared, words)]
    return Article(text=" ".join("\n\n".join(texts).split(" ")), language=language)


def real(language: str, shared: Path) -> Iterator[Article]:
    """The articles of a language's gold set, none where it is not there."""
    path = shared / "gold" / FILES[language]
    if not path.is_file():
        return
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            for each in row.get("articles", [row]):
                if each["language"] == language:
                    yield Article(text=each["text"], language=language, published=each.get("published"))


def example(language: str) -> Article:
    """The article that comes with the project."""
    text = (EXAMPLES / f"missiles.{language}.txt").read_text(encoding="utf-8")
    return Article(text=text, language=language, published="2024-09-10")
