"""The spaCy factory ``reportedly.quantities``."""

from reportedly.pipes.quantities.pipe import Quantities
from reportedly.pipes.register import register

create = register("reportedly.quantities", Quantities)
