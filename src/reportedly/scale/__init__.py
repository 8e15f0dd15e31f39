"""Past one machine: functions from Arrow to Arrow, one Parquet layout, and the same work shared out by Daft.

`read_batch` and `corroborate_batch` know no engine: whatever has Arrow batches can call them. `layout` says where
tables lie, `units` which pieces of work there are, `runners` who does them. Needs the extra ``scale``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportedly.scale.batches import articles_batch, corroborate_batch, read_batch

__all__ = ["articles_batch", "corroborate_batch", "read_batch"]


def __getattr__(name: str) -> object:
    """The functions, imported when first asked for.

    :raises ImportError: where pyarrow is not installed.
    """
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from reportedly.scale import batches

    return getattr(batches, name)
