"""Who and what an article speaks of: a gazetteer and a small grammar, no network, no trained recogniser.

Names (countries, capitals, organisations, outlets, weapons, persons in office) are found by a table over
the words of the text; nouns for actors ("soldats", "ministry", "rebels"), weapons and documents by another;
a grammar of noun phrases then joins them ("le ministre turc de la Défense", "U.S. Secretary of State Warren
Christopher") and works out the country and the PLOVER sector of the whole, as PETRARCH's actor dictionaries
and NGEC's actor resolution do (Halterman et al., 2023), but from the words of the phrase alone.
"""

from reportedly.pipes.entities.lookup import add_mention, mention_at, mentions_over

__all__ = ["add_mention", "mention_at", "mentions_over"]
