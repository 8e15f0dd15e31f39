"""Where articles come from: a name as somebody gave it, and the bytes behind it."""

from __future__ import annotations

import gzip
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from reportedly.errors import InputError

#: Bytes of one article, page or line: what is longer is no news, and memory stays bounded.
LARGEST = 20_000_000

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
        """The file's ending in lower case, with its dot and without ``.gz``; empty for addresses and standard input."""
        if self.is_stdin or self.is_url:
            return ""
        path = self.path.with_suffix("") if self.is_packed else self.path
        return path.suffix.lower()

    @property
    def is_packed(self) -> bool:
        """Whether this is a file packed with gzip."""
        return not self.is_stdin and not self.is_url and self.path.suffix.lower() == ".gz"

    @contextmanager
    def stream(self) -> Iterator[BinaryIO]:
        """The bytes as a stream, unpacked."""
        if self.is_stdin:
            yield sys.stdin.buffer
            return
        with self.path.open("rb") as stream:
            yield cast("BinaryIO", gzip.GzipFile(fileobj=stream)) if self.is_packed else stream

    def data(self) -> bytes:
        """All bytes.

        :raises InputError: if there are more than `LARGEST`.
        """
        with self.stream() as stream:
            data = stream.read(LARGEST + 1)
        if len(data) > LARGEST:
            raise InputError(f"larger than {LARGEST // 1_000_000} MB, which no article is")
        return data

    def lines(self) -> Iterator[bytes]:
        """Lines as they come; only a line feed ends one, since JSON strings may hold other separators.

        :raises InputError: at a line of more than `LARGEST` bytes.
        """
        with self.stream() as stream:
            while line := stream.readline(LARGEST + 1):
                if len(line) > LARGEST:
                    raise InputError(f"a line of more than {LARGEST // 1_000_000} MB, which no article is")
                yield line
