"""An OpenAI-compatible endpoint: one question, one answer, with patience, a budget and no word of the key anywhere."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from reportedly.errors import InputError, ReportedlyError

if TYPE_CHECKING:
    import urllib3

#: Where the key stands: an environment variable, for what stands on a command line can be read by everybody.
KEY = "REPORTEDLY_LLM_KEY"
#: Answers that say "later".
PATIENT = frozenset({408, 409, 425, 429, 500, 502, 503, 504, 529})
#: The longest wait before the next try, in seconds.
LONGEST_WAIT = 60.0
#: Letters a token at the least; what is not known is counted with care.
LETTERS = 3
#: Letters of a refusal's own words that are passed on.
TOLD = 200


class EndpointError(ReportedlyError):
    """The endpoint did not answer, or not with an answer; the message says why and holds no key."""


class BudgetError(EndpointError):
    """The budget of tokens is spent."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back: the words of the answer, and whether they end where the model ended."""

    text: str
    whole: bool


@dataclass
class Endpoint:
    """Where and how to ask.

    :param url: the base address, such as ``http://localhost:8000/v1``.
    :param budget: the most tokens, of questions and answers together; None for any number.
    :param tries: how often one question is put.
    :param sleep: waits so many seconds.
    """

    url: str
    model: str
    key: str | None = field(default=None, repr=False)
    budget: int | None = None
    timeout: float = 300.0
    tries: int = 6
    sleep: Callable[[float], None] = field(default=time.sleep, repr=False)
    spent: int = field(default=0, init=False)
    asked: int = field(default=0, init=False)
    _lock: threading.Lock = field(default_factory=threading.Lock, init=False, repr=False)

    def __post_init__(self) -> None:
        if not self.url.lower().startswith(("http://", "https://")):
            raise InputError(
                f"the endpoint's address should begin with http:// or https://, not {self.url!r}"
            )

    @property
    def address(self) -> str:
        """The address that questions are put to."""
        base = self.url.rstrip("/")
        return base if base.endswith("/chat/completions") else f"{base}/chat/completions"

    def ask(self, body: dict[str, Any]) -> Reply:
        """The answer to a question.

        :raises BudgetError: if the budget does not allow it any more.
        :raises EndpointError: if there is none after all tries, or the endpoint refuses.
        """
        reserved = self._reserve(body)
        used = 0
        try:
            data = self._patiently(json.dumps(body, ensure_ascii=False).encode("utf-8"))
            reply = reply_of(data)
            used = tokens_of(data, reserved)
            return reply
        finally:
            with self._lock:
                self.spent += used - reserved

    def _reserve(self, body: dict[str, Any]) -> int:
        """Put aside the most that a question can cost, so that several at once cannot spend too much together."""
        most = int(body["max_tokens"]) + sum(len(one["content"]) for one in body["messages"]) // LETTERS
        with self._lock:
            if self.budget is not None and self.spent + most > self.budget:
                raise BudgetError(
                    f"the budget of {self.budget} tokens is spent ({self.spent} used or asked for)"
                )
            self.spent += most
            self.asked += 1
        return most

    def _patiently(self, body: bytes) -> dict[str, Any]:
        """The endpoint's answer; what may pass is waited for, longer each time."""
        why = ""
        for number in range(self.tries):
            status, data, after = self._once(body)
            if status == 200:
                return decoded(data)
            why = self._without_key(f"HTTP status {status}: {told(data)}" if status else told(data))
            if status and status not in PATIENT:
                raise EndpointError(f"{self.url} refuses: {why}")
            if number + 1 < self.tries:
                self.sleep(min(LONGEST_WAIT, after if after is not None else 2.0**number / 2))
        raise EndpointError(f"{self.url} did not answer after {self.tries} tries: {why}")

    def _once(self, body: bytes) -> tuple[int, bytes, float | None]:
        """Status (0 if there was no answer), body and the wait that was asked for."""
        from urllib3.exceptions import HTTPError

        headers = {"Content-Type": "application/json", "Accept": "application/json"}
        if self.key:
            headers["Authorization"] = f"Bearer {self.key}"
        try:
            # A redirection would carry the article, and the key, to somebody whom nobody named.
            response = self._pool.request("POST", self.address, body=body, headers=headers, redirect=False)
        except HTTPError as error:
            return 0, f"{type(error).__name__}: {error}".encode(), None
        return response.status, response.data, seconds(response.headers.get("Retry-After"))

    @cached_property
    def _pool(self) -> urllib3.PoolManager:
        import urllib3

        return urllib3.PoolManager(
            timeout=urllib3.Timeout(connect=10.0, read=self.timeout), retries=False, maxsize=16
        )

    def _without_key(self, message: str) -> str:
        return message.replace(self.key, "…") if self.key else message


def seconds(value: str | None) -> float | None:
    """The wait of a ``Retry-After`` that is a number; dates are left to our own waiting."""
    try:
        return max(0.0, float(value)) if value is not None else None
    except ValueError:
        return None


def decoded(data: bytes) -> dict[str, Any]:
    try:
        found = json.loads(data)
    except ValueError as error:
        raise EndpointError(f"the endpoint's answer is not JSON: {error}") from error
    if not isinstance(found, dict):
        raise EndpointError("the endpoint's answer is no JSON object")
    return found


def reply_of(data: dict[str, Any]) -> Reply:
    """The first choice's words.

    :raises EndpointError: if there are none, or the model refused.
    """
    try:
        choice = data["choices"][0]
        message = choice["message"]
        text, refusal = message.get("content"), message.get("refusal")
    except (KeyError, IndexError, TypeError, AttributeError) as error:
        raise EndpointError(
            f"the endpoint's answer has no choices[0].message: {json.dumps(data)[:TOLD]}"
        ) from error
    if refusal or not isinstance(text, str):
        raise EndpointError(f"the model refused: {str(refusal or 'no content')[:TOLD]}")
    return Reply(text, choice.get("finish_reason") != "length")


def tokens_of(data: dict[str, Any], reserved: int) -> int:
    """The tokens that an answer cost; where it does not say so, the most that it can have cost."""
    usage = data.get("usage")
    total = usage.get("total_tokens") if isinstance(usage, dict) else None
    return total if isinstance(total, int) and total >= 0 else reserved


def told(data: bytes) -> str:
    """What an error says in its own words, on one line."""
    text = data.decode("utf-8", "replace")
    try:
        error = json.loads(text)["error"]
        text = error["message"] if isinstance(error, dict) else str(error)
    except (ValueError, KeyError, TypeError):
        pass
    return " ".join(str(text).split())[:TOLD]
