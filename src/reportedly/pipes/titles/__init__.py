"""Headlines: their parts, and the words in them that doubt, deny or answer, which hold for all that stands there."""
