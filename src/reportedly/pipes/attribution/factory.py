"""The spaCy factory ``reportedly.attribution``."""

from reportedly.pipes.attribution.pipe import Attributor
from reportedly.pipes.register import register

create = register("reportedly.attribution", Attributor, requires=["token.dep"])
