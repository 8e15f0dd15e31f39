"""The language layer: which language a text is in, and the spaCy pipeline that parses it.

The bundled pipelines lie in ``pipelines/``; any other spaCy pipeline with a parser and a lemmatizer can take
their place, by its package name or path.
"""

from __future__ import annotations

from importlib.metadata import entry_points
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from reportedly.errors import PipelineError

if TYPE_CHECKING:
    from spacy.language import Language

#: The languages that have lexicons, and so can be read.
LANGUAGES = ("en", "fr")

#: What a reading needs of a pipeline, as spaCy names the attributes that components assign, and who gives it.
NEEDED = {
    "token.dep": "a parser",
    "token.pos": "a tagger or morphologizer",
    "token.lemma": "a lemmatizer",
}

#: Components of foreign pipelines that no pipe of ours asks anything of.
UNUSED = ("ner", "entity_linker", "entity_ruler", "textcat", "senter", "sentencizer")

#: Above any article: spaCy's own limit guards its old parser's memory, which is not ours.
MAX_LENGTH = 100_000_000


def bundled(language: str) -> Path:
    """Where the bundled pipeline of a language lies.

    :raises PipelineError: if there is none.
    """
    path = Path(str(files(__name__) / "pipelines" / f"{language}_reportedly"))
    if not path.is_dir():
        raise PipelineError(f"no bundled pipeline for language {language!r}; there is {', '.join(LANGUAGES)}")
    return path


def load(language: str, pipeline: str | None = None, ontology: str | None = None) -> Language:
    """A spaCy pipeline for ``language`` with this package's splitter in front and its pipes behind.

    :param pipeline: a spaCy package name or path; None takes what an installed package offers under the entry
        point group ``reportedly_pipelines``, else the bundled pipeline.
    :param ontology: the path of a user's own ontology.
    :raises LexiconError: if the ontology breaks its rules.
    :raises PipelineError: if it is not there, is of another language, or has no parser, tagger or lemmatizer.
    """
    pipeline = pipeline or installed(language)
    if pipeline is None:
        from reportedly.language.plain import load_bundled

        nlp = load_bundled(bundled(language), language)
    else:
        nlp = load_other(pipeline, language)
    nlp.max_length = MAX_LENGTH
    nlp.add_pipe("reportedly_hide_hedges", first=True)
    # Names of components, unlike those of factories, must do without a full stop to be saved.
    nlp.add_pipe("reportedly.sentences", name="reportedly_sentences", first=True)
    nlp.add_pipe("reportedly_mend_homographs")
    nlp.add_pipe("reportedly_restore_hedges")
    nlp.add_pipe("reportedly", config={"ontology": ontology})
    return nlp


def installed(language: str) -> str | None:
    """The pipeline that an installed package offers for a language: an entry point ``fr = "its_pipeline"``."""
    found = entry_points(group="reportedly_pipelines", name=language)
    return min((point.value for point in found), default=None)


def load_other(source: str, language: str) -> Language:
    """Anybody's pipeline, by package name or path.

    :raises PipelineError: as `load` says.
    """
    import spacy

    try:
        nlp = spacy.load(source, exclude=list(UNUSED))
    except (OSError, ValueError) as error:
        raise PipelineError(f"cannot load the pipeline {source!r}: {error}") from error
    check(nlp, language, source)
    return nlp


def check(nlp: Language, language: str, source: str) -> None:
    """Does a pipeline speak the language and give what a reading needs?

    :raises PipelineError: naming what is missing.
    """
    if nlp.lang != language:
        raise PipelineError(f"the pipeline {source!r} is for {nlp.lang!r}, and {language!r} was asked for")
    given = {attribute for name in nlp.pipe_names for attribute in nlp.get_pipe_meta(name).assigns}
    missing = [attribute for attribute in NEEDED if attribute not in given]
    if missing and not (missing == ["token.pos"] and "attribute_ruler" in nlp.pipe_names):
        parts = ", ".join(f"{NEEDED[attribute]} ({attribute})" for attribute in missing)
        raise PipelineError(f"the pipeline {source!r} lacks {parts}")
