"""The spaCy factory ``reportedly.times``."""

from reportedly.pipes.register import register
from reportedly.pipes.times.pipe import Times

create = register("reportedly.times", Times)
