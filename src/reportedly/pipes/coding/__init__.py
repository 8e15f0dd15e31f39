"""Which PLOVER event a predicate is, and who plays which part in it.

Families of words with conditions on their arguments (``coding_frames.toml``) give the type, mode and finer
act, as the verb patterns of the PETRARCH coders do (Norris, Schrodt and Beieler 2017), but on a dependency tree
and for nouns as well as verbs. The roles follow the codebook of PLOVER (2021): parties are those who act and are
acted upon; things are objects.
"""

from reportedly.pipes.coding.codebook import cameo_code, codebook_type
from reportedly.pipes.coding.pipe import CodingPipe

__all__ = ["CodingPipe", "cameo_code", "codebook_type"]
