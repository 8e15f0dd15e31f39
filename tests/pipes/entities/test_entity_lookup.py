"""Looking mentions up by token."""

from reportedly.pipes.draft import Draft, Mentioned
from reportedly.pipes.entities import add_mention, mention_at


def mention(start: int, end: int, head: int, type_: str = "name") -> Mentioned:
    return Mentioned(start, end, head, type_, "other", "x")  # type: ignore[arg-type]


def draft() -> Draft:
    made = Draft(language="en")
    for each in (mention(5, 6, 5), mention(0, 6, 1, "nominal"), mention(8, 11, 8)):
        add_mention(made, each)
    return made


def test_mentions_are_in_order() -> None:
    assert [(m.start, m.end) for m in draft().mentions] == [(0, 6), (5, 6), (8, 11)]


def test_the_mention_with_that_head() -> None:
    found = mention_at(draft(), 1)
    assert found is not None
    assert (found.start, found.end) == (0, 6)
    found = mention_at(draft(), 5)
    assert found is not None
    assert (found.start, found.end) == (5, 6)


def test_any_word_of_a_name_will_do() -> None:
    found = mention_at(draft(), 10)
    assert found is not None
    assert found.head == 8


def test_no_mention() -> None:
    assert mention_at(draft(), 3) is None
    assert mention_at(draft(), 7) is None
    assert mention_at(Draft(language="fr"), 0) is None
