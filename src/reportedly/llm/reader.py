"""`LlmReader`: articles in, readings out, as the bundled reader gives them, by way of a language model."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from itertools import pairwise

from reportedly.language import LANGUAGES
from reportedly.llm.build import Builder
from reportedly.llm.cache import Cache
from reportedly.llm.endpoint import Endpoint, EndpointError
from reportedly.llm.prompt import request
from reportedly.llm.verify import AnswerError, Dropped, Piece, piece_of
from reportedly.model import Article, Problem, Reading, Sentence, Span
from reportedly.reading import unread

logger = logging.getLogger(__name__)

#: Code points of an article that are asked about at once; longer ones go in pieces, cut between sentences.
PIECE = 8_000
#: How often an answer that is none is asked for again.
AGAIN = 2
#: Articles under way for each thread.
AHEAD = 4


class UnansweredError(EndpointError):
    """A piece of an article to which no answer could be had."""


class LlmReader:
    """Reads articles by asking an endpoint; whatever an answer says that the text does not bear out is dropped.

    :param cache: where answers are kept; None keeps none.
    :param language: the language of every article that does not name its own; None finds it out.
    """

    #: As the bundled reader has them: what names this one's readings in a ledger.
    ontology: str | None = None

    def __init__(self, endpoint: Endpoint, cache: Cache | None = None, language: str | None = None) -> None:
        self.endpoint = endpoint
        self.cache = cache
        self.language = language
        self.pipelines: Mapping[str, str] = dict.fromkeys(LANGUAGES, f"llm:{endpoint.model}")

    def read(self, article: Article) -> Reading:
        """One article's reading; one that could not be had says so under ``problems``."""
        from reportedly.reading.run import make_ready

        ready = make_ready(replace(article, language=article.language or self.language))
        if ready.article.language not in LANGUAGES or not ready.article.text.strip():
            return unread(ready.article, ready.problems)
        try:
            return self.answered(ready.article, ready.problems)
        except Exception as error:  # whatever is answered about an article, the others are still read
            told_by_us = isinstance(error, EndpointError)
            message = str(error) if told_by_us else f"{type(error).__name__}: {error}"
            if not told_by_us:
                logger.exception("the reader failed on article %r", article.id)
            return unread(ready.article, [*ready.problems, Problem("reader", message, None, None)])

    def read_many(self, articles: Iterable[Article], jobs: int = 1) -> Iterator[Reading]:
        """The readings of many articles, in order and as they come.

        :param jobs: how many articles are asked about at once.
        """
        if jobs == 1:
            yield from map(self.read, articles)
            return
        pending: deque[Future[Reading]] = deque()
        with ThreadPoolExecutor(jobs) as pool:
            try:
                for article in articles:
                    pending.append(pool.submit(self.read, article))
                    if len(pending) >= jobs * AHEAD:
                        yield pending.popleft().result()
                while pending:
                    yield pending.popleft().result()
            finally:
                pool.shutdown(wait=False, cancel_futures=True)

    def answered(self, article: Article, problems: Sequence[Problem]) -> Reading:
        """The reading that comes of the answers."""
        from reportedly.pipes.quantities.finder import find as find_quantities
        from reportedly.pipes.times import find as find_times
        from reportedly.reading.assemble import document
        from reportedly.reading.events import cluster
        from reportedly.reading.findings import find as find_findings
        from reportedly.reading.prepare import headline

        language, dropped = article.language or "", Dropped()
        sentences = sentences_of(article.text, language)
        times = find_times(article.text, language, article.published)
        quantities = find_quantities(article.text, language)
        pieces = [one for part in pieces_of(sentences) for one in self.ask(article, part, dropped)]
        builder = Builder(article.text, sentences, times, quantities, dropped)
        entities, attributions, claims = builder.build(pieces)
        title = headline(article)
        reading = replace(
            unread(article, [*problems, *told(dropped)]),
            document=document(article, Span(*title, article.text[slice(*title)]) if title else None),
            sentences=tuple(sentences),
            entities=entities,
            times=tuple(times),
            quantities=tuple(quantities),
            attributions=attributions,
            claims=claims,
        )
        return find_findings(cluster(reading), language)

    def ask(self, article: Article, sentences: Sequence[Sentence], dropped: Dropped) -> list[Piece]:
        """What is answered to a stretch of sentences; an answer that breaks off is asked for in halves.

        :raises UnansweredError: if no answer is one.
        """
        start, end = sentences[0].start, sentences[-1].end
        text, why = article.text[start:end], ""
        for seed in range(AGAIN + 1):
            answer, whole = self.reply(article, text, seed)
            if not whole:
                if len(sentences) == 1:
                    raise UnansweredError("the answer to one sentence is longer than any answer may be")
                half = len(sentences) // 2
                return [
                    *self.ask(article, sentences[:half], dropped),
                    *self.ask(article, sentences[half:], dropped),
                ]
            try:
                piece = piece_of(start, text, answer, dropped)
            except AnswerError as error:
                why = str(error)
                continue
            self.keep(article, text, seed, answer)
            return [piece]
        raise UnansweredError(
            f"{self.endpoint.model} gave no answer in the schema in {AGAIN + 1} tries: {why}"
        )

    def reply(self, article: Article, text: str, seed: int) -> tuple[str, bool]:
        """The words of an answer, kept or asked for, and whether they are all of it."""
        body = request(self.endpoint.model, article, text, seed=seed)
        kept = self.cache.get(self.endpoint.url, body) if self.cache else None
        if kept is not None:
            return kept, True
        reply = self.endpoint.ask(body)
        return reply.text, reply.whole

    def keep(self, article: Article, text: str, seed: int, answer: str) -> None:
        if self.cache:
            body = request(self.endpoint.model, article, text, seed=seed)
            self.cache.put(self.endpoint.url, body, answer)


def sentences_of(text: str, language: str) -> list[Sentence]:
    """The sentences of a text, white space around them left out."""
    from reportedly.pipes.sentences import split

    begins = [*split(text, language), len(text)]
    return [Sentence(start, start + len(text[start:end].rstrip())) for start, end in pairwise(begins)]


def pieces_of(sentences: Sequence[Sentence]) -> Iterator[list[Sentence]]:
    """The sentences in stretches of at most `PIECE` code points; a longer sentence is one by itself."""
    piece: list[Sentence] = []
    for sentence in sentences:
        if piece and sentence.end - piece[0].start > PIECE:
            yield piece
            piece = []
        piece.append(sentence)
    if piece:
        yield piece


def told(dropped: Dropped) -> list[Problem]:
    """What was not believed, one problem a reason."""
    return [
        Problem("llm", f"dropped {count}: {why} (first: {dropped.examples[why]!r})", None, None)
        for why, count in sorted(dropped.counts.items())
    ]
