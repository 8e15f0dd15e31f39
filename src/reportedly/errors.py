"""All errors that this package raises on purpose: one root and a handful of leaves."""

from __future__ import annotations


class ReportedlyError(Exception):
    """The root: catching it catches everything that is not a bug."""


class ContractError(ReportedlyError):
    """Data is not in the reading format; the message names the place, e.g. ``$.claims[0].anchor``."""


class InputError(ReportedlyError):
    """An article could not be taken in; the message says what and where."""


class LedgerError(ReportedlyError):
    """The ledger cannot be opened, written or asked that; the message says which file and why."""


class MissingError(LedgerError):
    """The ledger holds nothing under that name."""


class QueryError(LedgerError):
    """A search that means nothing; the message names the field or the value."""


class LexiconError(ReportedlyError):
    """A lexicon or an ontology file breaks its rules; the message names file and entry."""


class PipelineError(ReportedlyError):
    """A language pipeline is missing or lacks what the reader needs of it."""
