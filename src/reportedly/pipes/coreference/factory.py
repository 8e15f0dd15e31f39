"""The spaCy factory ``reportedly.coreference``."""

from reportedly.pipes.coreference.pipe import Resolver
from reportedly.pipes.register import register

create = register("reportedly.coreference", Resolver, language=None)
