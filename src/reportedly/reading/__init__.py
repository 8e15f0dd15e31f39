"""An article goes in at one end, a reading comes out at the other: `Reader` runs the pipes in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from reportedly.errors import InputError
from reportedly.language import LANGUAGES
from reportedly.model import Article, Problem, Reading

if TYPE_CHECKING:
    from reportedly.reading.run import Runner

__all__ = ["Reader"]

#: Articles that are read together, and go to a worker process at a time; fewer where they are long.
BATCH = 32
#: Code points of them: about 6,000 words.
LENGTH = 36_000


class Reader:
    """Reads articles with the bundled pipelines, or with others.

    A reader loads a language's pipeline at the first article in that language and keeps it.

    :param pipelines: by language, the name or path of a spaCy pipeline to use instead of the bundled one.
    :param language: the language of every article that does not name its own; None finds it out.
    :param ontology: the path of a user's own ontology (see ``docs/ontology.md``).
    :param every: whether claims outside the ontology are asked for; without them reading is quicker, and all else is
        the same.
    :param gate: without ``every``, not to parse articles that can have no claims; their readings are empty.
    :raises InputError: if ``language`` is one that has no lexicons.
    :raises LexiconError: if the ontology breaks its rules.

    >>> from reportedly.model import Article
    >>> reading = Reader().read(Article(text="Iran delivered missiles to Russia, two officials told Reuters."))
    >>> [(claim.anchor.text, claim.factuality.status) for claim in reading.claims if claim.type]
    [('delivered', 'happened')]
    """

    def __init__(
        self,
        pipelines: Mapping[str, str] | None = None,
        language: str | None = None,
        ontology: str | None = None,
        *,
        every: bool = True,
        gate: bool = False,
    ) -> None:
        if language is not None and language not in LANGUAGES:
            raise InputError(f"no reader for language {language!r}; there is {', '.join(LANGUAGES)}")
        self.pipelines = dict(pipelines or {})
        self.language = language
        self.ontology = ontology
        self.every = every
        self.gate = gate
        if ontology is not None:
            from reportedly.ontology import read_ontology

            read_ontology(ontology)  # a mistake in it shows here, not at the first article

    @cached_property
    def runner(self) -> Runner:
        from reportedly.reading.run import Runner

        return Runner(self.pipelines, self.ontology, every=self.every, gate=self.gate)

    def read(self, article: Article) -> Reading:
        """One article's reading.

        A text that cannot be understood gives a reading that says so under ``problems``.
        """
        return next(iter(self.runner.read([self.with_language(article)])))

    def read_many(self, articles: Iterable[Article], jobs: int = 1) -> Iterator[Reading]:
        """The readings of many articles, in order and as they come.

        An article that breaks the reader gives a reading without claims whose ``problems`` say so.

        :param jobs: how many processes read at once, each with its own copy of the pipelines.
        """
        batches = batched(self.with_language(article) for article in articles)
        if jobs > 1:
            from reportedly.reading.parallel import read_batches

            yield from read_batches(self.runner, self.runner.loaded_for(batches), jobs)
            return
        for batch in batches:
            yield from self.runner.read(batch)

    def with_language(self, article: Article) -> Article:
        return replace(article, language=article.language or self.language)


def batched(articles: Iterable[Article]) -> Iterator[list[Article]]:
    """The articles in lists of at most so many, and so long together; a longer one stands alone."""
    batch: list[Article] = []
    length = 0
    for article in articles:
        if batch and (len(batch) == BATCH or length + len(article.text) > LENGTH):
            yield batch
            batch, length = [], 0
        batch.append(article)
        length += len(article.text)
    if batch:
        yield batch


def unread(article: Article, problems: list[Problem]) -> Reading:
    """The reading of an article of which nothing was understood."""
    from reportedly.reading.assemble import document

    return Reading(
        format="reportedly.reading/1",
        document=document(article, None),
        sentences=(),
        entities=(),
        times=(),
        quantities=(),
        attributions=(),
        claims=(),
        events=(),
        findings=(),
        problems=tuple(problems),
    )
