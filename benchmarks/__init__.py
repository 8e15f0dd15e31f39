"""Accuracy against third-party gold, and speed; `RESULTS.md` keeps the figures and how to make them."""

import os

#: The pipelines' matrices are small; threads would only get into one another's way.
for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_name, "1")
