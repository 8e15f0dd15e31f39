"""The pieces of work: each reads whole files, writes whole files and notes what these were made of.

A piece is done if its note says that it was made of what is there now. So a rerun does what is missing or changed, and
nothing else, whatever happened to the run before.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from reportedly.errors import InputError
from reportedly.ingest import FORMATS, folder
from reportedly.ingest.source import Source
from reportedly.ledger.fingerprint import fingerprint
from reportedly.scale.layout import UNKNOWN, Archive, days_before, digest

#: Steps in order: each needs all of the one before.
STEPS = ("intake", "read", "links", "stories", "merge")
#: Changes when the same input would give other rows.
VERSION = 1


@dataclass(frozen=True, slots=True)
class Settings:
    """What the work is done with."""

    pipelines: dict[str, str] = field(default_factory=dict)
    ontology: str | None = None
    #: Days before an article in which its originals and its events are looked for.
    window: int = 7
    #: Days whose stories are told together.
    block: int = 7
    #: The most articles of a part: what a killed worker costs is reading these again.
    part: int = 500

    @property
    def reader(self) -> str:
        """The name of the reader, as the ledger keeps it."""
        return fingerprint(tuple(sorted(self.pipelines.items())), self.ontology)


@dataclass(frozen=True, slots=True)
class Unit:
    """One piece of work.

    :param key: names it within its step, and its files.
    :param made_of: a hash of all that its rows depend on.
    :param spec: what a worker must know, in JSON's terms.
    """

    step: str
    key: str
    made_of: str
    spec: dict[str, Any]

    def to_json(self) -> str:
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, data: str) -> Unit:
        return cls(**json.loads(data))


def waiting(archive: Archive, units: Sequence[Unit]) -> list[Unit]:
    """The units that are not done, or were made of something else."""
    return [
        unit for unit in units if (archive.made(unit.step, unit.key) or {}).get("made_of") != unit.made_of
    ]


def units_of(step: str, archive: Archive, settings: Settings, inputs: Sequence[str] = ()) -> list[Unit]:
    """All units of a step, by what the steps before have left."""
    if step == "intake":
        return intake_units(archive, settings, inputs)
    if step == "merge":
        return [merge_unit(archive)]
    planned = {"read": read_units, "links": link_units, "stories": story_units}
    return list(planned[step](archive, settings))


def intake_units(archive: Archive, settings: Settings, inputs: Sequence[str]) -> list[Unit]:
    """One unit an input file.

    :raises InputError: for an input that is not there or is of no known format.
    """
    found: dict[str, Unit] = {}
    for name in files_of(inputs, archive):
        status = Path(name).stat()
        made_of = digest(VERSION, name, status.st_size, status.st_mtime_ns, settings.part)
        stem = re.sub(r"\W+", "-", Path(name).name)[:60]
        key = f"{stem}-{digest(name)[:8]}"
        found[key] = Unit("intake", key, made_of, {"source": name})
    return list(found.values())


def files_of(inputs: Sequence[str], archive: Archive) -> Iterator[str]:
    """The files behind the inputs, those of folders in the order of their names."""
    root = archive.root.resolve()
    for name in inputs:
        source = Source(name)
        if source.is_url or source.is_stdin:
            raise InputError(
                f"{name}: an input should be a file or a folder: what is read twice must be the same twice"
            )
        if not source.path.exists():
            raise InputError(f"{name}: no such file or folder")
        inside = list(folder.sources(source)) if source.path.is_dir() else [source]
        known = [one for one in inside if any(form.matches(one) for form in FORMATS)]
        if not known:
            raise InputError(f"{name}: of no format that is read")
        # Whole paths: workers may stand elsewhere.
        paths = (one.path.resolve() for one in known)
        yield from (str(path) for path in paths if not path.is_relative_to(root))


def read_units(archive: Archive, settings: Settings) -> Iterator[Unit]:
    """One unit a part of the articles."""
    reader = settings.reader
    for _, note in archive.notes("intake"):
        for day, part, contents in note["parts"]:
            made_of = digest(VERSION, contents, reader)
            yield Unit("read", f"{day}/{part}", made_of, {"day": day, "part": part})


def read_days(archive: Archive) -> dict[str, list[str]]:
    """What the readings of each day were made of."""
    found: dict[str, list[str]] = {}
    for key, note in archive.notes("read"):
        found.setdefault(key.split("/")[0], []).append(note["made_of"])
    return dict(sorted(found.items()))


def link_units(archive: Archive, settings: Settings) -> Iterator[Unit]:
    """One unit a day: its articles beside those of the days before."""
    made = read_days(archive)
    for day in made:
        days = window(day, day, settings.window, list(made))
        made_of = digest(VERSION, [(each, made[each]) for each in days])
        yield Unit("links", day, made_of, {"day": day, "days": days})


def window(first: str, last: str, before: int, days: Sequence[str]) -> list[str]:
    """The days from so many before ``first`` to ``last`` that there are; the unknown one stands by itself."""
    if first == UNKNOWN:
        return [UNKNOWN]
    begin = days_before(first, before)
    return [day for day in days if day != UNKNOWN and begin <= day <= last]


def story_units(archive: Archive, settings: Settings) -> Iterator[Unit]:
    """One unit a block of days, with the window before it."""
    made = read_days(archive)
    links = {key: note["made_of"] for key, note in archive.notes("links")}
    for own in blocks(list(made), settings.block):
        days = window(own[0], own[-1], settings.window, list(made))
        made_of = digest(VERSION, own, [(day, made[day], links.get(day)) for day in days])
        yield Unit("stories", own[0], made_of, {"days": days, "own": own})


def blocks(days: Sequence[str], size: int) -> list[list[str]]:
    """Days in blocks of the calendar, so that a new day changes no other block; the unknown one by itself."""
    from datetime import date

    found: dict[int, list[str]] = {}
    for day in days:
        number = -1 if day == UNKNOWN else date.fromisoformat(day).toordinal() // size
        found.setdefault(number, []).append(day)
    return [found[number] for number in sorted(found, key=lambda number: (number < 0, number))]


def merge_unit(archive: Archive) -> Unit:
    """The one unit that puts the blocks' stories together."""
    blocks_made = [
        (key, note["made_of"], note["own"], note["days"]) for key, note in archive.notes("stories")
    ]
    ordered = sorted(blocks_made, key=lambda one: (one[0] == UNKNOWN, one[0]))
    made_of = digest(VERSION, ordered)
    spec = {"blocks": [{"key": key, "own": own, "days": days} for key, _, own, days in ordered]}
    return Unit("merge", "all", made_of, spec)
