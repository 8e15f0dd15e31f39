"""The spaCy factory ``reportedly.attribution``."""

from spacy.language import FactoryMeta, Language
from spacy.util import registry

from reportedly.pipes.attribution.pipe import Attributor

NAME = "reportedly.attribution"

# ``Language.factory`` refuses a full stop in the name; these are the two calls which that decorator makes.
create = registry.factories.register(NAME, func=Attributor)
Language.set_factory_meta(NAME, FactoryMeta(factory=NAME, requires=["token.dep"], default_config={}))
