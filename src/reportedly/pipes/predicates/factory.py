"""The spaCy factory ``reportedly.predicates``."""

from reportedly.pipes.predicates.pipe import PredicatesPipe
from reportedly.pipes.register import register

create = register("reportedly.predicates", PredicatesPipe, ontology=None)
