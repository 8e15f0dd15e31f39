"""The drift of a collection for a terminal: outlets, types of event and cues, most frequent first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportedly.corroborate.summary import Count, Summary
from reportedly.show.index import flat
from reportedly.show.words import Words, words_in

#: Rows of a table.
ROWS = 20


def render(found: Summary, labels: str = "en") -> str:
    """What became of certainty in the copying."""
    words = words_in(labels)
    head = words("drift", "head", articles=found.articles, derived=found.derived, drifted=found.drifted)
    lines = [head, ""]
    lines += table(words("drift", "outlets"), found.outlets, words)
    lines += table(words("drift", "types"), found.types, words)
    if found.cues:
        lines.append(words("drift", "cues").upper())
        for cue in found.cues[:ROWS]:
            lost, gained = words("drift", "lost", count=cue.lost), words("drift", "gained", count=cue.gained)
            lines.append(f"  {flat(cue.text):24} {lost}, {gained}")
    return "\n".join(lines).rstrip("\n") + "\n"


def table(heading: str, rows: Iterable[Count], words: Words) -> Iterator[str]:
    """A heading and a line for each row, if there are any."""
    shown = list(rows)[:ROWS]
    if shown:
        yield heading.upper()
        for row in shown:
            counts = words("drift", "counts", surer=row.surer, less_sure=row.less_sure)
            yield f"  {flat(row.name):24} {counts} ({row.mean:+.2f})"
        yield ""
