"""Which words name acts, states and happenings, and who takes part in them.

A predicate is found from a Universal Dependencies tree and a lexicon: verbs, nouns that name an act, adjectives
that say what somebody is about to do or feels. Its arguments are given the slots that they would have in a plain
active clause: passives, reflexives, control and raising, participles, relative clauses, coordination and support
verbs are undone on the way, as PredPatt (White et al. 2016) does for UD trees.
"""

from reportedly.pipes.predicates.pipe import PredicatesPipe

__all__ = ["PredicatesPipe"]
