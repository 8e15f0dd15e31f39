"""The hyphen that ties a pronoun to its verb is no part of a source."""

from __future__ import annotations

from reportedly import read


def test_a_source_after_its_verb_begins_behind_the_hyphen() -> None:
    text = "Le maire a parlé lundi. Le pont sera fermé, a-t-il annoncé."
    sources = [one.source for one in read(text).attributions if one.source is not None]
    last = sources[-1]
    assert (last.text, text[last.start : last.end]) == ("il", "il")
