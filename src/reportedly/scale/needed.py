"""What archives are made with, checked before it is asked for."""

from __future__ import annotations

from importlib.util import find_spec

from reportedly.errors import InputError


def needed() -> None:
    """Check that pyarrow is there.

    :raises InputError: naming the extra that brings it.
    """
    if find_spec("pyarrow") is None:
        raise InputError("archives need pyarrow: pip install 'reportedly[scale]'")
