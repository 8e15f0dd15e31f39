"""Answers on disk, so that no question is paid for twice: one file each, named by a hash of all that was asked."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from pathlib import Path
from typing import Any


def default() -> Path:
    """The user's own folder for what can be fetched again."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "reportedly" / "llm"


class Cache:
    """Answers by the endpoint's address and the whole question: model, instructions, schema and text."""

    def __init__(self, folder: str | Path) -> None:
        self.folder = Path(folder)

    def path(self, url: str, body: dict[str, Any]) -> Path:
        asked = json.dumps([url, body], ensure_ascii=False, sort_keys=True)
        digest = hashlib.sha256(asked.encode("utf-8")).hexdigest()
        return self.folder / digest[:2] / f"{digest}.json"

    def get(self, url: str, body: dict[str, Any]) -> str | None:
        """The answer that was given, or None; a damaged file is as good as none."""
        try:
            kept = json.loads(self.path(url, body).read_text(encoding="utf-8"))["answer"]
        except (OSError, ValueError, KeyError, TypeError):
            return None
        return kept if isinstance(kept, str) else None

    def put(self, url: str, body: dict[str, Any], answer: str) -> None:
        """Keep an answer; the file appears whole."""
        path = self.path(url, body)
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, temporary = tempfile.mkstemp(prefix=".", dir=path.parent)
        with os.fdopen(handle, "w", encoding="utf-8") as out:
            json.dump({"model": body["model"], "answer": answer}, out, ensure_ascii=False)
        Path(temporary).replace(path)
