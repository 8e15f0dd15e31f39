"""The README shows what the program really prints."""

from benchmarks.readme import BLOCK, README, refreshed


def test_output_in_the_readme_is_real() -> None:
    text = README.read_text(encoding="utf-8")
    assert BLOCK.search(text)
    assert refreshed(text) == text, "run python -m benchmarks.readme"
