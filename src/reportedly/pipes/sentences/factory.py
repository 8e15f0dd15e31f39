"""The spaCy factory ``reportedly.sentences``."""

from reportedly.pipes.register import register
from reportedly.pipes.sentences.pipe import SentenceSplitter

create = register("reportedly.sentences", SentenceSplitter, assigns=["token.is_sent_start"])
