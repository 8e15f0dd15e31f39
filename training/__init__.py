"""How the bundled pipelines were made, runnable end to end with ``python -m training``."""
