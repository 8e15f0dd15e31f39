"""Whole articles: most of what a good reader finds is found."""

import pytest

from tests.cases import Case, names

#: Percent of all questions about an article; raised when the figures rise, never lowered without a word why.
FLOOR = 85


@pytest.mark.parametrize("name", names())
def test_an_article_is_read_as_a_good_reader_would(name: str) -> None:
    case = Case(name)
    assert case.share >= FLOOR, case.report()
