"""Who is asking: a signed cookie that holds no secret, and the token that forms carry.

The cookie is ``visitor.until.known.signature``; a form's token is the visitor's name signed for that use. Both are
HMACs of the application's secret, so nothing is kept on the server.
"""

from __future__ import annotations

import hmac
import secrets
import time
from dataclasses import dataclass
from hashlib import sha256

COOKIE = "reportedly"
#: Seconds for which a session lasts.
LASTING = 12 * 3600


@dataclass(frozen=True, slots=True)
class Session:
    """A visitor until a moment; ``known`` once the password was given."""

    visitor: str
    until: int
    known: bool = False


def fresh(*, known: bool = False) -> Session:
    """A session of nobody that we have met."""
    return Session(secrets.token_urlsafe(18), int(time.time()) + LASTING, known)


def sealed(session: Session, secret: bytes) -> str:
    """A session as a cookie's value."""
    told = f"{session.visitor}.{session.until}.{int(session.known)}"
    return f"{told}.{_signed(told, secret, 'session')}"


def opened(value: str, secret: bytes) -> Session | None:
    """The session in a cookie, if we made it and it lasts still."""
    told, _, signature = value.rpartition(".")
    if not hmac.compare_digest(signature.encode(), _signed(told, secret, "session").encode()):
        return None
    visitor, until, known = told.split(".")
    session = Session(visitor, int(until), known == "1")
    return session if session.until > time.time() else None


def token(session: Session, secret: bytes) -> str:
    """What a form must carry to be taken for one of ours."""
    return _signed(session.visitor, secret, "form")


def same(given: str, expected: str) -> bool:
    """Whether two secrets are equal, in the same time for any."""
    return hmac.compare_digest(given.encode("utf-8", "surrogatepass"), expected.encode())


def _signed(told: str, secret: bytes, use: str) -> str:
    return hmac.new(secret, f"{use}:{told}".encode("utf-8", "surrogatepass"), sha256).hexdigest()
