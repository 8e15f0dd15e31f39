"""Accuracy against third-party gold, and speed; `RESULTS.md` keeps the figures and how to make them."""
