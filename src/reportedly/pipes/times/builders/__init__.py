"""Builders: how the meanings of a rule's symbols make the meaning of the whole, or None where they do not.

The grammar in ``lexicon/*/times.toml`` names them; importing this package registers all.
"""

from reportedly.pipes.times.builders import clocks, dates, lengths, sets, stretches
from reportedly.pipes.times.builders.registry import BUILDERS

__all__ = ["BUILDERS", "clocks", "dates", "lengths", "sets", "stretches"]
