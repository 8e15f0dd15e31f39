"""What a choice holds, in any format of `reportedly.export`: written as it is sent, so that it may be of any length."""

from __future__ import annotations

import io
import queue
import threading
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Literal, cast, get_args

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from reportedly.export import FORMATS
from reportedly.web.asking import asked
from reportedly.web.choosing import Choice
from reportedly.web.desk import Desk
from reportedly.web.errors import Refused

#: What may stand in the address; `corrections` is what people judged, whole.
Format = Literal[
    "annotations", "cameo", "corrections", "csv", "datasette", "docbin", "ftm", "gdelt", "gdelt-mentions", "jsonl",
    "jsonld", "parquet", "polecat", "prov", "register", "tsv",
]  # fmt: skip
NAMES = get_args(Format)
TYPES = {
    ".csv": "text/csv; charset=utf-8",
    ".json": "application/json",
    ".jsonl": "application/jsonl",
    ".jsonld": "application/ld+json",
    ".tsv": "text/tab-separated-values; charset=utf-8",
}
#: Exports that may be under way at a time, and pieces that wait to be sent.
AT_ONCE, WAITING = 2, 8
#: Bytes of a piece.
PIECE = 65_536
_free = threading.Semaphore(AT_ONCE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked(Choice):
    """A format, and which claims."""

    format: Format


class Pipe(io.RawIOBase):
    """A file to write to, whose pieces somebody else takes; writing fails once nobody does."""

    def __init__(self) -> None:
        self.pieces: queue.Queue[bytes | Exception | None] = queue.Queue(WAITING)
        self.left = threading.Event()

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        """One piece."""
        self.put(bytes(data))
        return len(data)

    def put(self, piece: bytes | Exception | None) -> None:
        """Wait until there is room, as long as somebody takes pieces."""
        while not self.left.is_set():
            with suppress(queue.Full):
                self.pieces.put(piece, timeout=0.5)
                return
        raise BrokenPipeError


async def export(request: Request) -> Response:
    """What was chosen, as a file; the first piece is waited for, so that what cannot be is told as an error."""
    question = asked(Asked, request, strict=True)
    module = import_module(f"reportedly.export.{FORMATS.get(question.format, question.format)}")
    pipe = begun(request.app.state.desk, module, question)
    first = await run_in_threadpool(pipe.pieces.get)
    if isinstance(first, Exception):
        raise first
    suffix = getattr(module, "SUFFIXES", (".corrections.jsonl",))[0]
    kind = TYPES.get(suffix[suffix.rfind(".") :], "application/octet-stream")
    named = {"Content-Disposition": f'attachment; filename="reportedly{suffix}"'}
    return StreamingResponse(sent(pipe, first), media_type=kind, headers=named)


def begun(desk: Desk, module: Any, question: Asked) -> Pipe:
    """The pipe into which a thread of its own writes."""
    if desk.settings.ledger is None:
        raise Refused(404, "no ledger is served here")
    if not _free.acquire(blocking=False):
        raise Refused(503, f"{AT_ONCE} exports are under way already; try again when they are done")
    pipe = Pipe()

    def write() -> None:
        end: Exception | None = None
        try:
            with desk.view() as view:
                out = io.BufferedWriter(pipe, PIECE)
                found = view if question.format == "corrections" else view.kept(question.query)
                module.export(found, cast("io.BufferedIOBase", out))
                out.flush()
        except Exception as error:  # told to whoever reads the pipe
            end = error
        finally:
            _free.release()
            with suppress(BrokenPipeError):
                pipe.put(end)

    threading.Thread(target=write, name="export", daemon=True).start()
    return pipe


async def sent(pipe: Pipe, first: bytes | None) -> AsyncIterator[bytes]:
    """The pieces; whoever goes away ends the writing. An error now breaks the answer off, which clients notice."""
    try:
        piece: bytes | Exception | None = first
        while piece is not None:
            if isinstance(piece, Exception):
                raise piece
            yield piece
            piece = await run_in_threadpool(pipe.pieces.get)
    finally:
        pipe.left.set()


ROUTES = [Route("/export/{format}", export, name="export")]
