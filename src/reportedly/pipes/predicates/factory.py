"""The spaCy factory ``reportedly.predicates``."""

from spacy.language import FactoryMeta, Language
from spacy.util import registry

from reportedly.pipes.predicates.pipe import PredicatesPipe

NAME = "reportedly.predicates"

# ``Language.factory`` refuses a full stop in the name; a factory registered by that decorator's two calls may have one.
create = registry.factories.register(NAME, func=PredicatesPipe)
Language.set_factory_meta(NAME, FactoryMeta(factory=NAME, default_config={}))
