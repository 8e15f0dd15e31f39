"""Reads news into an attributed event ledger: who reportedly does what to whom, who says so, how sure it is.

>>> import reportedly
>>> reading = reportedly.read("Iran will supply missiles to Russia, two European officials told Reuters.")
>>> claim = next(claim for claim in reading.claims if claim.type)
>>> claim.anchor.text, claim.factuality.status
('supply', 'expected')
>>> [attribution.source.text for attribution in reading.attributions]
['two European officials']
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportedly.model import Article, Claim, Event, Finding, Reading, Span
    from reportedly.reading import Reader

__all__ = ["Article", "Claim", "Event", "Finding", "Reading", "Span", "read", "read_many"]
__version__ = "0.1.0"


def __getattr__(name: str) -> object:
    """The records, imported when first asked for: ``reportedly --help`` needs none of them."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    import reportedly.model

    return getattr(reportedly.model, name)


def read(
    text: str | Article,
    *,
    language: str | None = None,
    published: str | None = None,
    title: str | None = None,
    pipelines: Mapping[str, str] | None = None,
    ontology: str | None = None,
) -> Reading:
    """One article's reading.

    :param text: the article's text, or an `Article` with its metadata, which then has the say.
    :param language: ISO 639-1 (``en``, ``fr``); None finds it out.
    :param published: ISO 8601 date against which relative times are resolved.
    :param title: put before the text, unless the text begins with it.
    :param pipelines: by language, the name or path of a spaCy pipeline instead of the bundled one.
    :param ontology: the path of a user's own ontology (see ``docs/ontology.md``).
    :raises InputError: if ``language`` is one that has no lexicons.
    :raises LexiconError: if the ontology breaks its rules.
    :raises PipelineError: if a pipeline is missing or lacks what a reading needs.
    """
    from reportedly.model import Article

    if not isinstance(text, Article):
        text = Article(text=text, language=language, published=published, title=title)
    return _reader(tuple(sorted((pipelines or {}).items())), language, ontology).read(text)


def read_many(
    articles: Iterable[str | Article],
    *,
    jobs: int = 1,
    language: str | None = None,
    pipelines: Mapping[str, str] | None = None,
    ontology: str | None = None,
) -> Iterator[Reading]:
    """The readings of many articles, in order and as they come.

    An article that breaks the reader gives a reading without claims whose ``problems`` say so.

    :param jobs: how many processes read at once.

    >>> import reportedly
    >>> texts = ["Paris a livré des chars à Kiev.", "London has put sanctions on two banks in Moscow."]
    >>> [reading.document.language for reading in reportedly.read_many(texts)]
    ['fr', 'en']
    """
    from reportedly.model import Article

    reader = _reader(tuple(sorted((pipelines or {}).items())), language, ontology)
    wrapped = (each if isinstance(each, Article) else Article(text=each) for each in articles)
    return reader.read_many(wrapped, jobs)


@cache
def _reader(pipelines: tuple[tuple[str, str], ...], language: str | None, ontology: str | None) -> Reader:
    """A reader for these settings, kept, since loading its pipelines takes a second."""
    from reportedly.reading import Reader

    return Reader(dict(pipelines), language, ontology)
