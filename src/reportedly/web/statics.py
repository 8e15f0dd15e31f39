"""Style and script, kept in memory: no path of a request ever names a file."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

TYPES = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml"}


@dataclass(frozen=True, slots=True)
class Static:
    """One file as it is sent."""

    name: str
    body: bytes
    type: str
    #: Changes with the contents, so that browsers may keep the file for ever.
    mark: str

    @property
    def url(self) -> str:
        return f"/static/{self.name}?{self.mark}"


@cache
def statics() -> dict[str, Static]:
    """All files, by name."""
    own = (files("reportedly.web") / "static").iterdir()
    found: dict[str, Static] = {}
    for each in sorted([*own, files("reportedly.show") / "marks.css"], key=lambda one: one.name):
        kind = TYPES.get(each.name[each.name.rfind(".") :])
        if kind:
            body = each.read_bytes()
            found[each.name] = Static(each.name, body, kind, hashlib.sha256(body).hexdigest()[:12])
    return found
