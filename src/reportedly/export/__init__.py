"""Readings out: one file per output format, each with ``SUFFIXES`` and ``write(readings, out)``."""
