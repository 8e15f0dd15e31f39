"""A folder: its files and those of the folders in it, in the order of their names."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.ingest.source import Source


def matches(source: Source) -> bool:
    """Whether this is a folder."""
    return not source.is_stdin and not source.is_url and source.path.is_dir()


def sources(source: Source) -> Iterator[Source]:
    """The files beneath, hidden ones left out."""
    root = source.path
    for path in sorted(root.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(root).parts)
        if path.is_file() and not hidden:
            yield Source(str(path))
