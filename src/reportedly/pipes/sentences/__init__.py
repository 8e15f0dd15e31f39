"""Where sentences begin, settled before the parser runs.

A small parser that finds its own sentence boundaries gets an F1 of 83 to 89 for them, and every wrong
boundary costs the claims on both sides of it. So the boundaries are set here, from the text alone, and the
parser keeps to them. Paragraphs and lines come first (``lines``), then quotes and brackets are paired
(``pairs``), then each full stop, question mark, exclamation mark and ellipsis is judged by what stands around
it (``stops``): abbreviations, initials, numbers, the case of the next word, the reporting clause after a
closing quote. The words all stand in ``lexicon/<language>/sentences.toml``. Every step walks the text once,
so the cost is linear in its length.
"""

from reportedly.pipes.sentences.pipe import SentenceSplitter
from reportedly.pipes.sentences.split import split

__all__ = ["SentenceSplitter", "split"]
