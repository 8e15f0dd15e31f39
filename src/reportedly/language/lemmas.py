"""Every lemma that a form may be given, whatever the tagger makes of it: the lemmatizer's tables read the other way."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.language import Language

from reportedly.language.lemmatizer import TableLemmatizer, spellings


def lemmatizer_of(nlp: Language) -> TableLemmatizer | None:
    """The lemmatizer of a pipeline, if it is one of tables: of any other nobody knows what it may say."""
    found = (component for _, component in nlp.pipeline if isinstance(component, TableLemmatizer))
    return next(found, None)


def possible(lemmatizer: TableLemmatizer, form: str) -> Iterator[str]:
    """All lemmas that a form may be given, some of them more than once: too many rather than one too few."""
    yield form
    yield form.lower()
    for wanted in spellings(form):
        for table in lemmatizer.words.values():
            if wanted in table:
                yield table[wanted]
    for rules in lemmatizer.rules.values():
        for plain in (form, form.lower()):
            if guessed := lemmatizer.guess(plain, rules):
                yield guessed
