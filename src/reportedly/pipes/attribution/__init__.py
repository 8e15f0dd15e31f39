"""Who says what: attributions as source, cue and content, as in PARC (Pareti 2012) and PolNeAR (Newell et al. 2018).

Cues come from a lexicon of verbs, nouns and prepositions, each with the constructions that hold its content; syntax
proposes source and content, and the words around them (quotation marks, commas, inversion) settle what the parser gets
wrong.
"""

from reportedly.pipes.attribution.chains import ChainFinder, chain_of
from reportedly.pipes.attribution.pipe import Attributor
from reportedly.pipes.attribution.settle import settle_sources

__all__ = ["Attributor", "ChainFinder", "chain_of", "settle_sources"]
