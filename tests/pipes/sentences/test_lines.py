"""Which line breaks end a sentence."""

from __future__ import annotations

import pytest

from reportedly.pipes.sentences.lines import lines_of, stretches, wrap_width

WRAPPED = (
    "The convoy left the port on Monday and reached\n"
    "the border on Tuesday night, where soldiers of\n"
    "Leeds awaited it.\n"
)


def texts(text: str) -> list[str]:
    return [text[start:end] for start, end in stretches(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\t\n ", []),
        ("one", ["one"]),
        ("A title\n\nA text", ["A title", "A text"]),
        ("A title\r\n \r\nA text", ["A title", "A text"]),
        ("A title\fA text", ["A title", "A text"]),
        ("A title\u2029a text", ["A title", "a text"]),
        ("A title\nA text that is a good deal longer than its title is", None),
        ("a line,\nGoing on", ["a line,\nGoing on"]),
        ("It has:\n- one\n- two", ["It has:", "- one", "- two"]),
        ("It has:\n1. One\n2. Two", ["It has:", "1. One", "2. Two"]),
    ],
)
def test_stretches(text: str, expected: list[str] | None) -> None:
    assert texts(text) == (expected if expected is not None else text.split("\n"))


def test_a_hard_wrap_is_no_end() -> None:
    assert texts(WRAPPED) == [WRAPPED.strip()]


def test_a_hard_wrap_shows_in_capitals_too() -> None:
    capitals = (WRAPPED + "\n") * 2
    assert texts(capitals.upper()) == [WRAPPED.upper().strip()] * 2


def test_the_headline_above_wrapped_lines_stands_alone() -> None:
    assert texts("Convoy late\n" + WRAPPED) == ["Convoy late", WRAPPED.strip()]


def test_wrap_width_needs_evidence() -> None:
    assert wrap_width(lines_of(WRAPPED)) == 46
    assert (
        wrap_width(lines_of("A headline of some forty characters or so\nBy Ann Lee\nThe text begins."))
        is None
    )


def test_offsets_leave_out_the_white_space() -> None:
    text = "  one  \n\n\u00a0two\n"
    assert [text[a:b] for a, b in stretches(text)] == ["one", "two"]
