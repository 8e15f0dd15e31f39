"""What requests work with: the settings, the ledger, and a reader that is loaded at the first text."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cached_property
from typing import TYPE_CHECKING

from reportedly.errors import LedgerError
from reportedly.ledger import View, Writer
from reportedly.ledger.growing import follow
from reportedly.model import Article, Reading
from reportedly.web.errors import Refused
from reportedly.web.settings import Settings

if TYPE_CHECKING:
    from reportedly.reading import Reader


class Desk:
    """One application's means; safe to use from several threads."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._writing = threading.Lock()
        self._reading = threading.Lock()

    @contextmanager
    def view(self) -> Iterator[View]:
        """A look at the ledger, in which all that is seen is of one moment."""
        if self.settings.ledger is None:
            raise Refused(404, "no ledger is served here")
        with View(self.settings.ledger) as view:
            view.connection.execute("BEGIN")
            yield view

    @contextmanager
    def writer(self) -> Iterator[Writer]:
        """A hand on the ledger, one at a time; its stories, if it has any, are brought up to date behind it."""
        if self.settings.ledger is None:
            raise Refused(404, "no ledger is served here")
        if self.settings.read_only:
            raise Refused(403, "this page is for reading only")
        with self._writing, Writer(self.settings.ledger) as writer:
            yield writer
            # What was written is safe by now; what it does to the stories can wait if it must.
            with suppress(LedgerError):
                follow(writer, wait=True)

    @cached_property
    def reader(self) -> Reader:
        from reportedly.reading import Reader

        return Reader()

    def read(self, article: Article) -> Reading:
        """One article, read; a text at a time."""
        with self._reading:
            return self.reader.read(article)
