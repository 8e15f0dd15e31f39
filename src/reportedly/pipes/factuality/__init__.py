"""How sure a claim is: certainty, polarity, tense and status of every act, with the words that decided.

An act stands inside other words: auxiliaries, negation and adverbs in its own clause, then the verbs, nouns and
conjunctions that govern that clause. Each class of governing word turns the state of the act in its own way (an
implicative passes it on, a refusal turns it round, a plan puts it into the future and makes it probable), so the
verdict is composed from the root of the sentence down to the act, as Nairn, Condoravdi and Karttunen ("Computing
relative polarity for textual inference", 2006) do for polarity; the scale is FactBank's (Saurí and Pustejovsky, 2009).
The words are data: ``lexicon/{fr,en}/factuality.toml`` by class, ``lexicon/ontology/factuality.toml`` for the classes.
"""

from reportedly.pipes.factuality.judgement import Judge
from reportedly.pipes.factuality.pipe import Factuality
from reportedly.pipes.factuality.walk import judge

__all__ = ["Factuality", "Judge", "judge"]
