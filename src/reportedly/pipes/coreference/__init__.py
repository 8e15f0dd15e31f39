"""Which mentions are one: a pass of rules from sure to less sure, within the article.

The same gazetteer key or name, a last name after the full one, an acronym in brackets; then nouns that take
something up ("the sources", « ce pays »); then pronouns, by number, gender, distance and salience;
first-person ones by whose quote they stand in. The order of rules follows the multi-pass sieve of Lee et
al. (2013), "Deterministic coreference resolution based on entity-centric, precision-ranked rules". A
doubtful noun or pronoun stays an entity of its own.
"""

from reportedly.pipes.coreference.pipe import Resolver

__all__ = ["Resolver"]
