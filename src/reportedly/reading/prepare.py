"""What happens to an article before it is parsed: its text made whole, its headline found."""

from __future__ import annotations

import re
from dataclasses import replace

from reportedly.model import Article, Problem

SURROGATE = re.compile("[\ud800-\udfff]")
#: A headline is one line: longer than this, it is a paragraph.
HEADLINE_LENGTH = 180
#: A text that is nothing but a headline has at least so many words.
FEWEST_WORDS = 3
HEADLINE = re.compile(r"\s*(\S[^\r\n]*?)[^\S\r\n]*(?:(?P<body>(?:\r?\n[^\S\r\n]*){2,}(?=\S))|\s*$)")
#: What ends a sentence or announces a list, so that the line is no headline.
STOP = re.compile(r"[.…:;,][\s\"'”’»)\]]*$")


def prepare(article: Article) -> tuple[Article, list[Problem]]:
    """The article as it will be read, title first, and what had to be mended.

    Lone surrogates, which no encoding can write, become U+FFFD one for one, so that offsets stay true.
    """
    problems: list[Problem] = []
    text = article.text
    if article.title and article.title.strip() != first_line(text):
        text = f"{article.title.strip()}\n\n{text}"
    if found := SURROGATE.search(text):
        problems.append(
            Problem("text", "lone surrogates were replaced by U+FFFD", found.start(), found.end())
        )
        text = SURROGATE.sub("\ufffd", text)
    return replace(article, text=text), problems


def first_line(text: str) -> str:
    """The text's first line that is not blank, without white space around it."""
    return text.lstrip().partition("\n")[0].strip()


def headline(article: Article) -> tuple[int, int] | None:
    """Where the headline stands: the title, else a short first line that stands alone and has no final stop.

    It may be all that there is, as in a list of headlines.
    """
    if article.title and article.title.strip():
        start = len(article.text) - len(article.text.lstrip())
        return start, start + len(first_line(article.text))
    if not (found := HEADLINE.match(article.text)):
        return None
    start, end = found.span(1)
    if end - start > HEADLINE_LENGTH or STOP.search(found.group(1)):
        return None
    if found["body"] is None and len(found.group(1).split()) < FEWEST_WORDS:
        return None
    return start, end
