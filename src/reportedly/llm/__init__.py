"""A reader that asks a language model behind an OpenAI-compatible endpoint, and believes only what the text bears out.

Nothing is sent anywhere unless somebody makes an `LlmReader` (``reportedly read --reader llm``). What comes back is
checked span by span against the article; what does not stand there is dropped and counted under ``problems``.
"""

from __future__ import annotations

from reportedly.llm.endpoint import Endpoint
from reportedly.llm.reader import LlmReader

__all__ = ["Endpoint", "LlmReader"]
