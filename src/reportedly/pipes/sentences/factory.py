"""The spaCy factory ``reportedly.sentences``."""

from reportedly.pipes.sentences.pipe import SentenceSplitter
from reportedly.pipes.register import register

create = register("reportedly.sentences", SentenceSplitter, assigns=["token.is_sent_start"])
