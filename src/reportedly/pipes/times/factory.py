"""The spaCy factory ``reportedly.times``."""

from reportedly.pipes.times.pipe import Times
from reportedly.pipes.register import register

create = register("reportedly.times", Times)
