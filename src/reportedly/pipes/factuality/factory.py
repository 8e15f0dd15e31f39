"""The spaCy factory ``reportedly.factuality``."""

from reportedly.pipes.factuality.pipe import Factuality
from reportedly.pipes.register import register

create = register("reportedly.factuality", Factuality)
