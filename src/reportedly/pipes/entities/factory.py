"""The spaCy factory ``reportedly.entities``."""

from reportedly.pipes.entities.pipe import EntityFinder
from reportedly.pipes.register import register

create = register("reportedly.entities", EntityFinder, language=None)
