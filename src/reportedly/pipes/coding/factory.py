"""The spaCy factory ``reportedly.coding``."""

from reportedly.pipes.coding.pipe import CodingPipe
from reportedly.pipes.register import register

create = register("reportedly.coding", CodingPipe, ontology=None)
