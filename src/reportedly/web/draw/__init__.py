"""Drawings of what the ledger holds: pure functions from plain records to SVG.

Shapes wear classes and carry no style, so that a page may forbid inline style; every drawing names itself to a screen
reader and repeats nothing that the page does not also say in words. Coordinates are rounded; the same data give the
same bytes.
"""
