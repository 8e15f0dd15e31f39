"""The spaCy factory ``reportedly.coding``."""

from spacy.language import FactoryMeta, Language
from spacy.util import registry

from reportedly.pipes.coding.pipe import CodingPipe

NAME = "reportedly.coding"

# ``Language.factory`` refuses a full stop in the name; a factory registered by that decorator's two calls may have one.
create = registry.factories.register(NAME, func=CodingPipe)
Language.set_factory_meta(NAME, FactoryMeta(factory=NAME, default_config={}))
