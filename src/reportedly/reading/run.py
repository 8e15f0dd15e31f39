"""Running the language pipelines over articles, batch by batch, so that one bad article harms no other."""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING

from reportedly.language import LANGUAGES, load
from reportedly.language.identify import identify
from reportedly.language.pieces import parse
from reportedly.language.tokens import make_doc
from reportedly.model import Article, Problem, Reading
from reportedly.pipes.draft import KEY, Draft
from reportedly.reading import unread
from reportedly.reading.gate import Gate
from reportedly.reading.prepare import headline, prepare
from reportedly.reading.wraps import unwrapped

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

logger = logging.getLogger(__name__)


@dataclass(slots=True)
class Ready:
    """An article on its way to the pipeline of its language."""

    article: Article
    problems: list[Problem]
    #: Stretches in another language, in code points.
    aside: list[tuple[int, int]]
    #: Whether claims outside the ontology are asked for.
    every: bool = True


class Runner:
    """The pipelines of all languages, loaded when first needed.

    :param pipelines: by language, a spaCy pipeline to use instead of the bundled one.
    :param ontology: the path of a user's own ontology.
    :param every: whether claims outside the ontology are asked for too.
    :param gate: not to parse articles that can have no other claims.
    """

    def __init__(
        self,
        pipelines: Mapping[str, str],
        ontology: str | None = None,
        *,
        every: bool = True,
        gate: bool = False,
    ) -> None:
        self.pipelines = pipelines
        self.ontology = ontology
        self.every = every
        self.gate = gate and not every
        self.gates: dict[str, Gate] = {}
        self.loaded: dict[str, Language] = {}

    def read(self, articles: Sequence[Article]) -> Iterator[Reading]:
        """Readings in the order of the articles."""
        done: dict[int, Reading] = {}
        waiting: dict[str, list[tuple[int, Ready]]] = defaultdict(list)
        for index, article in enumerate(articles):
            ready = replace(make_ready(article), every=self.every)
            language = ready.article.language
            if language in LANGUAGES and ready.article.text.strip():
                waiting[language].append((index, ready))
            else:
                done[index] = unread(ready.article, ready.problems)
        for language, group in waiting.items():
            readings = self.read_group(language, [ready for _, ready in group])
            done.update(zip((index for index, _ in group), readings, strict=True))
        for index in range(len(articles)):
            yield done[index]

    def read_group(self, language: str, group: list[Ready]) -> list[Reading]:
        """Readings of articles in one language, together where that works, else one at a time."""
        nlp = self.nlp(language)
        try:
            read = nlp.get_pipe("reportedly").read  # type: ignore[attr-defined]
            docs = [as_doc(nlp, ready) for ready in group]
            open_ = [self.opens(language, doc) for doc in docs]
            parsed = parse(nlp, [doc for doc, opened in zip(docs, open_, strict=True) if opened])
            return [
                read(next(parsed)) if opened else unread(ready.article, ready.problems)
                for ready, opened in zip(group, open_, strict=True)
            ]
        except Exception as error:  # whatever an article does to the pipes, the others are still read
            if len(group) == 1:
                logger.exception("the reader failed on article %r", group[0].article.id)
                problem = Problem("reader", f"{type(error).__name__}: {error}", None, None)
                return [unread(group[0].article, [*group[0].problems, problem])]
            return [reading for ready in group for reading in self.read_group(language, [ready])]

    def loaded_for(self, batches: Iterable[list[Article]]) -> Iterator[list[Article]]:
        """The batches, once the pipelines that the first one needs are loaded: worker processes then share them."""
        rest = iter(batches)
        first = next(rest, [])
        for language in sorted({make_ready(article).article.language or "" for article in first}):
            if language in LANGUAGES:
                self.nlp(language)
        return chain([first] if first else [], rest)

    def opens(self, language: str, doc: Doc) -> bool:
        """Whether a document is to be parsed."""
        if not self.gate:
            return True
        if language not in self.gates:
            self.gates[language] = Gate(self.nlp(language), self.ontology)
        return self.gates[language].opens(doc)

    def nlp(self, language: str) -> Language:
        if language not in self.loaded:
            self.loaded[language] = load(language, self.pipelines.get(language), self.ontology)
        return self.loaded[language]


def make_ready(given: Article) -> Ready:
    """The article prepared, with its language where it can be told."""
    article, problems = prepare(given)
    if not article.text.strip():
        problems.append(Problem("text", "there is nothing to read", None, None))
        return Ready(article, problems, [])
    found = identify(article.text, article.language)
    if found.language is None:
        problems.append(Problem("language", "the language cannot be told from so little text", None, None))
    elif found.language not in LANGUAGES:
        message = f"not read: the article is in {found.language!r}; what is read is {', '.join(LANGUAGES)}"
        problems.append(Problem("language", message, None, None))
    for start, end, language in found.aside:
        problems.append(Problem("language", f"set aside: a paragraph in {language!r}", start, end))
    aside = [(start, end) for start, end, _ in found.aside]
    return Ready(replace(article, language=found.language), problems, aside)


def as_doc(nlp: Language, ready: Ready) -> Doc:
    """The article as spaCy's tokens, with what is known of it before parsing in its draft."""
    article = ready.article
    doc = make_doc(nlp, unwrapped(article.text))
    draft = Draft(
        language=nlp.lang or "", published=article.published, outlet=article.outlet, byline=article.byline
    )
    draft.every = ready.every
    draft.problems = list(ready.problems)
    draft.skipped = [tokens for span in ready.aside if (tokens := token_range(doc, span))]
    if found := headline(article):
        draft.headline = token_range(doc, found)
    doc.user_data[KEY] = draft
    doc.user_data["reportedly_article"] = article
    return doc


def token_range(doc: Doc, span: tuple[int, int]) -> tuple[int, int] | None:
    """The tokens that a stretch of text covers, in whole or in part."""
    found = doc.char_span(*span, alignment_mode="expand")
    return (found.start, found.end) if found is not None else None
