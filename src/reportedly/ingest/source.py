"""Where articles come from: a name as somebody gave it, and the bytes behind it."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_URL = re.compile(r"https?://", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Remark:
    """What somebody should be told about an input: that it failed, or only that it was mended on the way."""

    message: str
    failed: bool = True


@dataclass(frozen=True, slots=True)
class Source:
    """One input: a path, an ``http(s)`` address or ``-`` for standard input."""

    name: str

    @property
    def is_stdin(self) -> bool:
        """Whether this is standard input."""
        return self.name == "-"

    @property
    def is_url(self) -> bool:
        """Whether this is to be fetched."""
        return _URL.match(self.name) is not None

    @property
    def path(self) -> Path:
        """The file or folder; only for sources that are neither standard input nor an address."""
        return Path(self.name)

    @property
    def label(self) -> str:
        """The name in messages."""
        return "standard input" if self.is_stdin else self.name

    @property
    def suffix(self) -> str:
        """The file's ending in lower case, with its dot; empty for addresses and standard input."""
        return "" if self.is_stdin or self.is_url else self.path.suffix.lower()

    def data(self) -> bytes:
        """All bytes."""
        return sys.stdin.buffer.read() if self.is_stdin else self.path.read_bytes()

    def lines(self) -> Iterator[bytes]:
        """Lines as they come; only a line feed ends one, since JSON strings may hold other separators."""
        if self.is_stdin:
            yield from sys.stdin.buffer
            return
        with self.path.open("rb") as stream:
            yield from stream
