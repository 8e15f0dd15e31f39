"""The untrained spaCy pipeline for one language, from its settings."""

from __future__ import annotations

from typing import Any

from spacy.language import Language
from spacy.util import load_model_from_config

import reportedly.language.embedding
import reportedly.language.lemmatizer
from reportedly.language.embedding import set_lexicon

from . import lexicon
from .settings import Settings
from .tokenizer import lighten

assert reportedly.language.lemmatizer  # imported to register the factory


def build(settings: Settings) -> Language:
    """tok2vec, morphologizer and parser, not yet initialised; the lemmatizer joins when they are trained."""
    config = {
        "nlp": {"lang": settings.language, "pipeline": ["tok2vec", "morphologizer", "parser"]},
        "components": {
            "tok2vec": {"factory": "tok2vec", "model": _encoder(settings)},
            "morphologizer": {"factory": "morphologizer", "model": _tagger(settings)},
            # Labels rarer than spaCy's default of 30 are still wanted: the label scheme is the treebanks'.
            "parser": {"factory": "parser", "min_action_freq": 5, "model": _parser(settings)},
        },
    }
    nlp = load_model_from_config(config, auto_fill=True)
    if settings.language == "fr":
        lighten(nlp)
    return nlp


def add_lexicon(nlp: Language, settings: Settings) -> None:
    """Put the word lists into the embedding, once the model is initialised."""
    if settings.lexicon:
        set_lexicon(nlp.get_pipe("tok2vec").model, lexicon.features(settings.language))  # type: ignore[attr-defined]


def _encoder(settings: Settings) -> dict[str, Any]:
    return {
        "@architectures": "reportedly.LexiconEmbed.v1",
        "width": settings.width,
        "embed_width": settings.embed_width,
        "attrs": list(settings.attrs),
        "rows": list(settings.rows),
        "affixes": list(settings.affixes),
        "affix_rows": settings.affix_rows,
        "lexicon_rows": list(settings.lexicon_rows) if settings.lexicon else [],
        "depth": settings.depth,
    }


def _listener(settings: Settings) -> dict[str, Any]:
    return {"@architectures": "spacy.Tok2VecListener.v1", "width": settings.width, "upstream": "tok2vec"}


def _tagger(settings: Settings) -> dict[str, Any]:
    return {"@architectures": "spacy.Tagger.v2", "tok2vec": _listener(settings)}


def _parser(settings: Settings) -> dict[str, Any]:
    return {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": "parser",
        "extra_state_tokens": False,
        "hidden_width": settings.hidden,
        "maxout_pieces": settings.pieces,
        "use_upper": True,
        "tok2vec": _listener(settings),
    }
