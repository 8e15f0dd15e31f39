"""How a page is served: frozen, made once, handed to everything."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from pathlib import Path

#: Names under which a browser on the same machine asks for us.
LOOPBACK = ("localhost", "127.0.0.1", "[::1]")


@dataclass(frozen=True, slots=True)
class Settings:
    """What may be seen, by whom, and how much of it at a time."""

    #: None serves the reader alone.
    ledger: Path | None = None
    #: Whether nothing may be changed.
    read_only: bool = False
    #: Asked of people, by a form.
    password: str | None = field(default=None, repr=False)
    #: Asked of programs, as ``Authorization: Bearer``.
    token: str | None = field(default=None, repr=False)
    #: Names under which we answer; any other is a page that pretends to be us.
    hosts: tuple[str, ...] = LOOPBACK
    #: Bytes of a request's body.
    largest_body: int = 1_000_000
    #: Bytes of a request's query, in which one character may take twelve.
    largest_query: int = 32_000
    #: Characters of one text to read.
    largest_text: int = 100_000
    #: Whether addresses of private networks may be fetched.
    private: bool = False
    #: Whether cookies go over HTTPS alone.
    secure: bool = False
    #: Signs sessions; by default they end with the program.
    secret: bytes = field(default_factory=lambda: secrets.token_bytes(32), repr=False)

    @property
    def guarded(self) -> bool:
        """Whether one must show who one is."""
        return self.password is not None or self.token is not None
