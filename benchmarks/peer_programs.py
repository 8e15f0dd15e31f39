"""The programs that `benchmarks.peers` compares: our own finders and those of others, behind one shape."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, Any

from reportedly.model import Article

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

#: The date of a text that bears none; every program is told of it.
PUBLISHED = "2024-09-10"
#: The kind of what is compared: a time, or a direct quotation.
WHOLE = "direct"


@dataclass(frozen=True)
class Hit:
    """What was found: where, and whether with what it is found for, a value or a speaker."""

    start: int
    end: int
    complete: bool
    kind: str = WHOLE


#: Finds in one text, an article for times and its parse for quotations.
Find = Callable[[Any], list[Hit]]


@dataclass(frozen=True)
class Program:
    """Ours or a peer: what makes its finder for a language, its distribution if it is a peer, and what it lacks."""

    name: str
    make: Callable[[str], Find]
    package: str | None
    lacks: str


def our_times(language: str) -> Find:
    """Our own finder, by itself."""
    import reportedly

    def find(article: Article) -> list[Hit]:
        found = reportedly.times(article.text, published=article.published, language=language)
        return [Hit(time.span.start, time.span.end, time.value is not None) for time in found]

    return find


def recognizers(language: str) -> Find:
    """Microsoft's recognizers-text."""
    from recognizers_date_time import recognize_datetime  # type: ignore[import-not-found]

    culture = {"en": "en-us", "fr": "fr-fr"}[language]

    def find(article: Article) -> list[Hit]:
        found = recognize_datetime(article.text, culture, reference=day(article))
        return [Hit(each.start, each.end + 1, has_value(each.resolution)) for each in found]

    return find


def has_value(resolution: dict[str, Any] | None) -> bool:
    """Whether recognizers-text could say which time it is."""
    values = (resolution or {}).get("values") or []
    return any(value.get("value") != "not resolved" for value in values)


def dateparser(language: str) -> Find:
    """The search of dateparser, which gives the words found but not their place: they are looked up in order."""
    from dateparser.search import search_dates  # type: ignore[import-untyped]

    def find(article: Article) -> list[Hit]:
        settings = {"RELATIVE_BASE": day(article)}
        hits, at = [], 0
        for words, _ in search_dates(article.text, languages=[language], settings=settings) or []:
            start = max(article.text.find(words, at), at)
            at = start + len(words)
            hits.append(Hit(start, at, complete=True))
        return hits

    return find


def day(article: Article) -> datetime:
    """When an article was published, without its zone, which dateparser cannot compare."""
    return datetime.fromisoformat(article.published or PUBLISHED).replace(tzinfo=None)


def textacy(language: str) -> Find:  # noqa: ARG001  # it asks the document
    """Textacy's direct quotations."""
    from textacy.extract.triples import direct_quotations  # type: ignore[import-not-found]

    def find(doc: Doc) -> list[Hit]:
        found = list(direct_quotations(doc))
        return [Hit(each.content.start, each.content.end, bool(each.speaker)) for each in found]

    return find


def before_attribution(language: str) -> Find:
    """Our rules that attribution needs: actors, times, amounts and acts."""
    names = list(our_pipes(language))
    pipes = [our_pipes(language)[name] for name in names[: names.index("attribution")]]

    def find(doc: Doc) -> list[Hit]:
        for pipe in pipes:
            pipe(doc)
        return []

    return find


def our_quotes(language: str) -> Find:
    """Our attribution rules."""
    from reportedly.pipes.draft import draft_of

    attribution = our_pipes(language)["attribution"]

    def find(doc: Doc) -> list[Hit]:
        found = draft_of(attribution(doc)).attributions
        spans = [(each, list(chain.from_iterable(each.content))) for each in found if each.content]
        return [Hit(min(ends), max(ends), each.source is not None, each.kind) for each, ends in spans]

    return find


@cache
def pipeline(language: str) -> Language:
    """Our language pipeline with our rules."""
    from reportedly.language import load

    return load(language)


def our_pipes(language: str) -> dict[str, Callable[[Doc], Doc]]:
    """Our rules, in order."""
    return dict(pipeline(language).get_pipe("reportedly").pipes)  # type: ignore[attr-defined]


def parsed(language: str, articles: Sequence[Article]) -> list[Doc]:
    """Our parse of articles."""
    from reportedly.language.pieces import parse
    from reportedly.reading.run import as_doc, make_ready

    nlp = pipeline(language)
    return list(parse(nlp, [as_doc(nlp, make_ready(article)) for article in articles]))


TIMES = (
    Program("reportedly.times", our_times, None, "all languages but two"),
    Program(
        "recognizers-text",
        recognizers,
        "recognizers-text-date-time",
        "tense: of a weekday or month it gives the last and the next; in French *été* (been) is a summer",
    ),
    Program(
        "dateparser search",
        dateparser,
        "dateparser",
        "places in the text, spans of time; *we*, *je*, *sa* are days to it",
    ),
)
QUOTES = (
    Program("our rules that attribution needs", before_attribution, None, ""),
    Program("our attribution rules", our_quotes, None, "all languages but two"),
    Program(
        "textacy direct quotations",
        textacy,
        "textacy",
        "indirect and mixed speech, nameless and nested voices; bails out of a text with an odd number of marks",
    ),
)
