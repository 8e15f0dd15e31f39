"""The spaCy factory ``reportedly.sentences``."""

from spacy.language import FactoryMeta, Language
from spacy.util import registry

from reportedly.pipes.sentences.pipe import SentenceSplitter

NAME = "reportedly.sentences"

# ``Language.factory`` refuses a full stop in the name, since a *component* named so cannot be saved with its
# pipeline; a factory can have one, so it is registered by the two calls which that decorator makes.
create = registry.factories.register(NAME, func=SentenceSplitter)
Language.set_factory_meta(NAME, FactoryMeta(factory=NAME, assigns=["token.is_sent_start"], default_config={}))
