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
    from reportedly.model import Article, Claim, Event, Finding, Quantity, Reading, Span, Time
    from reportedly.reading import Reader

__all__ = [
    "Article",
    "Claim",
    "Event",
    "Finding",
    "Quantity",
    "Reading",
    "Span",
    "Time",
    "convert",
    "quantities",
    "read",
    "read_many",
    "times",
]
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


def times(text: str, *, published: str | None = None, language: str | None = None) -> tuple[Time, ...]:
    """The times of a text, in order of place: no parser is needed for them, and none is loaded.

    :param published: ISO 8601 date against which relative times are resolved; without it they stay open.
    :param language: ``en`` or ``fr``; None finds it out.
    :raises InputError: if the language cannot be told, or is one that has no lexicons.

    >>> import reportedly
    >>> text = "He left on Tuesday, three days after the vote."
    >>> for time in reportedly.times(text, published="2024-08-16", language="en"):
    ...     print(time.span.text, time.type, time.value, time.earliest, time.latest)
    Tuesday DATE 2024-08-13 2024-08-13 2024-08-13
    three days DURATION P3D None None
    """
    from reportedly.pipes.times import find

    return find(text, _language(text, language), published)


def quantities(text: str, *, language: str | None = None) -> tuple[Quantity, ...]:
    """The counts, sums, measures, shares and ranks of a text, in order of place; no parser is needed for them.

    :param language: ``en`` or ``fr``; None finds it out.
    :raises InputError: if the language cannot be told, or is one that has no lexicons.

    >>> import reportedly
    >>> for amount in reportedly.quantities("Près de 300 obus, pour 1,2 milliard d'euros.", language="fr"):
    ...     print(amount.span.text, amount.low, amount.high, amount.unit, amount.approximate)
    300 300 300 None True
    1,2 milliard d'euros 1200000000 1200000000 EUR False
    """
    from reportedly.pipes.quantities import find

    return find(text, _language(text, language))


def convert(quantity: Quantity, unit: str) -> Quantity:
    """The same amount in another unit of what it measures.

    :param unit: a symbol as readings have it: ``km``, ``°C``, ``km/h``.
    :raises InputError: if either unit is no measure, or they measure different things.

    >>> import reportedly
    >>> [reach] = reportedly.quantities("It flew 75 miles.", language="en")
    >>> round(reportedly.convert(reach, "km").low)
    121
    """
    from reportedly.pipes.quantities.convert import convert as converted

    return converted(quantity, unit)


def _language(text: str, language: str | None) -> str:
    """The language to find in: the one that is given, or the text's own."""
    from reportedly.errors import InputError
    from reportedly.language import LANGUAGES

    if language is None and text.strip():
        from reportedly.language.identify import identify

        language = identify(text, None).language
        if language is None:
            raise InputError("the language cannot be told from so little text; give language='en' or 'fr'")
    if language not in (None, *LANGUAGES):
        raise InputError(f"no lexicons for language {language!r}; there are those of {', '.join(LANGUAGES)}")
    return language or LANGUAGES[0]


@cache
def _reader(pipelines: tuple[tuple[str, str], ...], language: str | None, ontology: str | None) -> Reader:
    """A reader for these settings, kept, since loading its pipelines takes a second."""
    from reportedly.reading import Reader

    return Reader(dict(pipelines), language, ontology)
