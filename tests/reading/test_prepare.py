"""The headline is found where there is one, and the title comes first once."""

import pytest

from reportedly import Article
from reportedly.reading.prepare import headline, prepare


def headline_of(text: str, title: str | None = None) -> str | None:
    article, _ = prepare(Article(text=text, title=title))
    found = headline(article)
    return article.text[slice(*found)] if found else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Oslo seizes a tanker\n\nNorway seized a tanker.", "Oslo seizes a tanker"),
        ("  Oslo seizes a tanker  \r\n\r\nNorway seized it.", "Oslo seizes a tanker"),
        ("Oslo saisit-il le pétrolier ?\n\nLa Norvège se tait.", "Oslo saisit-il le pétrolier ?"),
        ("Norway seized a tanker.\n\nIt did so on Monday.", None),
        ("Norway seized a tanker\nand let it go.", None),
        ("What we know:\n\nNothing.", None),
        ("Norway", None),
        ("word " * 60 + "\n\nNorway seized a tanker.", None),
        ("", None),
    ],
)
def test_a_short_first_line_that_stands_alone_is_the_headline(text: str, expected: str | None) -> None:
    assert headline_of(text) == expected


def test_a_title_is_put_before_the_text_once() -> None:
    once, _ = prepare(Article(text="Norway seized a tanker.", title="Oslo acts."))
    assert once.text == "Oslo acts.\n\nNorway seized a tanker."
    twice, _ = prepare(Article(text=once.text, title="Oslo acts."))
    assert twice.text == once.text
    assert headline_of("Norway seized a tanker.", "Oslo acts.") == "Oslo acts."
