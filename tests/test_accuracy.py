"""The accuracy gate's quick part: small gold sets against their floors."""

import pytest

from benchmarks.gate import failures, floors
from benchmarks.harness import SHARED, available


@pytest.mark.gold
@pytest.mark.skipif(not available(SHARED), reason=f"NO GOLD SETS at {SHARED}: accuracy is not checked")
def test_quick_sets_stand_at_their_floors() -> None:
    assert failures(floors(quick=True)) == []
