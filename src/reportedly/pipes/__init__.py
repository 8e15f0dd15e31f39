"""One folder per question asked of a sentence; each is a spaCy component named ``reportedly.<folder>``."""
