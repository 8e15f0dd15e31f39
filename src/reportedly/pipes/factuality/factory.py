"""The entry point of ``reportedly.factuality``."""

from __future__ import annotations

from spacy.language import Language

from reportedly.pipes.factuality.pipe import Factuality

create = Language.factory("reportedly.factuality", default_config={})(Factuality)
