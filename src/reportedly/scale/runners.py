"""Who does the pieces of work: Daft, on this machine's cores or on Ray; or this process, one after another.

A worker that dies costs the pieces it was at: what it had not yet noted is done again by another. A piece at which
workers die again and again is put aside, so that it cannot hold up the others.
"""

from __future__ import annotations

import json
import logging
import os
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reportedly.errors import InputError, ReportedlyError
from reportedly.scale.layout import Archive
from reportedly.scale.perform import perform
from reportedly.scale.units import Settings, Unit, waiting

if TYPE_CHECKING:
    from daft import DataFrame

Result = dict[str, Any]
#: How often workers may die at one piece of work.
TRIES = 3
#: Pieces that an engine is given at once.
WAVE = 10_000
#: Neither engine tells its makers anything, and neither draws bars over ours.
QUIET = {
    "DAFT_ANALYTICS_ENABLED": "0",
    "DAFT_PROGRESS_BAR": "0",
    "DO_NOT_TRACK": "1",
    "RAY_ENABLE_UV_RUN_RUNTIME_ENV": "0",
    "RAY_USAGE_STATS_ENABLED": "0",
    "SCARF_NO_ANALYTICS": "true",
}


def run(
    archive: Archive, units: Sequence[Unit], settings: Settings, runner: str, jobs: int
) -> Iterator[Result]:
    """Do units in any order; each comes back when it is safe, or with an ``error``.

    :param runner: ``native``, ``ray``, or ``here`` for this process alone.
    :param jobs: how many are done at once.
    :raises InputError: if what the runner needs is not installed.
    """
    if runner == "here" or not units:
        yield from (perform(archive, unit, settings) for unit in units)
        return
    ready(runner, jobs)
    rest, idle = list(units), 0
    for unit in rest:
        tries_of(archive, unit).unlink(missing_ok=True)
    while rest:
        wave, rest = rest[:WAVE], rest[WAVE:]
        before, broken = sum(tried(archive, unit) for unit in wave), None
        told: set[tuple[str, str]] = set()
        try:
            for result in share_out(archive, wave, settings, runner, jobs):
                told.add((result["step"], result["key"]))
                yield result
        except (RuntimeError, OSError) as error:
            broken = error
        left = {unit.key: unit for unit in wave if (unit.step, unit.key) not in told}
        for unit, result in finished(archive, list(left.values())):
            del left[unit.key]
            yield result
        after = sum(tried(archive, unit) for unit in left.values())
        idle = 0 if len(left) < len(wave) or after > before else idle + 1
        if idle >= TRIES:
            raise ReportedlyError(f"the {runner} runner does nothing: {first_line(broken)}") from broken
        rest = [*left.values(), *rest]


def finished(archive: Archive, units: Sequence[Unit]) -> Iterator[tuple[Unit, Result]]:
    """The units that were done by a worker that died before it could say so, and those at which too many died."""
    for unit in units:
        if not waiting(archive, [unit]):
            yield unit, {"step": unit.step, "key": unit.key, "error": "", "rows": 0}
        elif tried(archive, unit) >= TRIES:
            yield unit, given_up(unit)


def given_up(unit: Unit) -> Result:
    message = f"put aside: {TRIES} workers died at it"
    return {"step": unit.step, "key": unit.key, "error": message, "rows": 0}


def first_line(error: BaseException | None) -> str:
    return str(error).strip().split("\n")[0] if error else "no worker said anything"


def tries_of(archive: Archive, unit: Unit) -> Path:
    return archive.work("tries", unit.step, f"{unit.key}.txt")


def tried(archive: Archive, unit: Unit) -> int:
    """How often a unit was begun in this run."""
    try:
        return tries_of(archive, unit).stat().st_size
    except OSError:
        return 0


def begun(archive: Archive, unit: Unit) -> None:
    """Note that a worker is at a unit, before it can die at it."""
    path = tries_of(archive, unit)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("ab") as out:
        out.write(b".")


# -- Daft


class Work:
    """What a worker process does: units as JSON in, results as JSON out.

    :param parent: the process without which there is nothing to do; 0 is whoever started this one.
    """

    def __init__(self, root: str, settings: str, parent: int) -> None:
        self.archive = Archive(Path(root))
        self.settings = Settings(**json.loads(settings))
        threading.Thread(target=ended_with, args=(parent or os.getppid(),), daemon=True).start()

    def __call__(self, unit: str) -> str:
        found = Unit.from_json(unit)
        begun(self.archive, found)
        with silence():
            result = perform(self.archive, found, self.settings)
        tries_of(self.archive, found).unlink(missing_ok=True)
        return json.dumps(result)


@contextmanager
def silence() -> Iterator[None]:
    """Whatever a library has to say goes nowhere: the engine would pass it on among its own messages."""
    nowhere, kept = os.open(os.devnull, os.O_WRONLY), [os.dup(stream) for stream in (1, 2)]
    try:
        for stream in (1, 2):
            os.dup2(nowhere, stream)
        yield
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        for stream, old in zip((1, 2), kept, strict=True):
            os.dup2(old, stream)
            os.close(old)
        os.close(nowhere)


def ended_with(parent: int) -> None:
    """End this process when the one that started it is gone: what it has not noted is done again by another."""
    while os.getppid() == parent:
        time.sleep(0.5)
    os._exit(1)


def quiet() -> None:
    """Before either engine is imported: they read this as they come up."""
    os.environ.update(QUIET)


#: The engine that is up: it stays for as long as the process does.
_up: list[str] = []


def ready(runner: str, jobs: int) -> None:
    """Bring up the engine, if it is not.

    :raises InputError: if it is not installed, or another one is up.
    """
    if _up and _up != [runner]:
        raise InputError(f"this process works on the {_up[0]} runner already; use a new one for {runner}")
    if not _up:
        bring_up(runner, jobs)
        _up.append(runner)


def bring_down() -> None:
    """End what this process has started on this machine for Ray; a cluster of somebody else's goes on."""
    if _up == ["ray"]:
        import ray

        ray.shutdown()
        _up.clear()


def bring_up(runner: str, jobs: int) -> None:
    quiet()
    try:
        import daft
    except ImportError as error:
        raise InputError("this needs Daft: pip install 'reportedly[scale]'") from error
    if runner == "native":
        daft.set_runner_native()
        return
    try:
        import ray
    except ImportError as error:
        raise InputError("--runner ray needs Ray: pip install 'reportedly[ray]'") from error
    if not ray.is_initialized():
        address = os.environ.get("RAY_ADDRESS")
        own: dict[str, Any] = {} if address else {"num_cpus": jobs, "include_dashboard": False}
        ray.init(address=address, logging_level=logging.ERROR, log_to_driver=False, **own)
    daft.set_runner_ray(noop_if_initialized=True)


def share_out(
    archive: Archive, units: Sequence[Unit], settings: Settings, runner: str, jobs: int
) -> Iterator[Result]:
    """Units in, results out as they come."""
    found = plan(archive, units, settings, runner, jobs)
    for row in found.iter_rows(results_buffer_size=jobs):
        yield json.loads(row["result"])


def plan(archive: Archive, units: Sequence[Unit], settings: Settings, runner: str, jobs: int) -> DataFrame:
    """The work as a data frame: a row a unit, each its own batch, so that every worker takes the next one."""
    import daft

    worker = daft.cls(Work, use_process=True, max_concurrency=min(jobs, len(units)))
    # A worker that is still coming up when this process ends must know whose it was.
    parent = os.getpid() if runner == "native" else 0
    told = worker(str(archive.root.resolve()), json.dumps(asdict(settings)), parent)
    frame = daft.from_pydict({"unit": [unit.to_json() for unit in units]})
    frame = frame.into_partitions(len(units)) if runner == "ray" else frame.into_batches(1)
    return frame.select(told(frame["unit"]).alias("result"))
