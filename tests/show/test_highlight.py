"""Overlapping marks become segments that never overlap and never lose a character."""

from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from reportedly.show.highlight import Mark, segments
from reportedly.show.markup import el, join, text

LAYERS = ("act", "actor", "cue")
spans = st.tuples(st.integers(-3, 60), st.integers(-3, 60), st.sampled_from(LAYERS))
marked = st.lists(spans.map(lambda found: Mark(*found, claim="c1")), max_size=25)


class Words(HTMLParser):
    """What a browser would show."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""

    def handle_data(self, data: str) -> None:
        self.text += data


def shown(html: str) -> str:
    parser = Words()
    parser.feed(html)
    parser.close()
    return parser.text


@given(st.text(max_size=50), marked)
def test_marked_text_without_its_tags_is_the_text(words: str, marks: list[Mark]) -> None:
    html = join(
        *(
            el("mark", words[part.start : part.end], cls=" ".join(mark.layer for mark in part.marks))
            if part.marks
            else text(words[part.start : part.end])
            for part in segments(0, len(words), marks)
        )
    )
    assert shown(html) == words.replace("\0", "\ufffd")


@given(marked)
def test_segments_join_and_carry_exactly_the_marks_above_them(marks: list[Mark]) -> None:
    parts = list(segments(0, 50, marks))
    assert [part.start for part in parts] == [0, *(part.end for part in parts[:-1])]
    assert parts[-1].end == 50
    for part in parts:
        above = {
            (mark.layer, max(mark.start, 0), min(mark.end, 50))
            for mark in marks
            if mark.start <= part.start < part.end <= mark.end
        }
        assert {(mark.layer, mark.start, mark.end) for mark in part.marks} == above


@given(marked)
def test_every_mark_opens_once_and_closes_once(marks: list[Mark]) -> None:
    parts = list(segments(0, 50, marks))
    opened = [mark for part in parts for mark in part.opens]
    closed = [mark for part in parts for mark in part.closes]
    assert len(opened) == len(set(opened))
    assert set(opened) == set(closed)
    assert len(opened) == len(closed)


def test_of_marks_that_begin_together_the_longest_opens_first() -> None:
    (part, _) = segments(0, 5, [Mark(0, 2, "act"), Mark(0, 5, "cue")])
    assert [mark.layer for mark in part.opens] == ["cue", "act"]


def test_no_text_has_no_segments() -> None:
    assert not list(segments(0, 0, [Mark(0, 3, "act")]))


def test_markup_is_escaped_once() -> None:
    inner = el("b", "<&\"'>")
    assert el("p", inner, " & ", title='"<') == '<p title="&quot;&lt;"><b>&lt;&amp;"\'&gt;</b> &amp; </p>'
    assert el("i", hidden=True, title=None, open=False) == "<i hidden></i>"
