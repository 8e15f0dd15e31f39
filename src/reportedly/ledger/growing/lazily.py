"""A mapping whose values are fetched when they are first asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")


class Lazy(dict[Key, Value]):
    """What was fetched and put down so far; the rest is there as well.

    :param fetch: puts down what belongs to a key, with `known`; asked as often as there are questions.
    :param default: makes the value of a key that nothing belongs to, as in a `defaultdict`.
    """

    def __init__(self, fetch: Callable[[Key], object], default: Callable[[], Value] | None = None) -> None:
        super().__init__()
        self._fetch, self._default = fetch, default

    def known(self, key: Key, value: Value) -> None:
        """Put down what was fetched."""
        super().__setitem__(key, value)

    def fetched(self, key: Key) -> Value | None:
        """What is there of a key by now."""
        return super().get(key)

    def __missing__(self, key: Key) -> Value:
        self._fetch(key)
        if super().__contains__(key):
            return super().__getitem__(key)
        if self._default is None:
            raise KeyError(key)
        value = self._default()
        super().__setitem__(key, value)
        return value

    def __contains__(self, key: object) -> bool:
        self._fetch(key)  # type: ignore[arg-type]  # what is asked for is a key
        return super().__contains__(key)

    def __setitem__(self, key: Key, value: Value) -> None:
        # What is there must come first, or it would take the place of what is newer.
        self._fetch(key)
        super().__setitem__(key, value)

    def __delitem__(self, key: Key) -> None:
        self._fetch(key)
        super().__delitem__(key)

    def get(self, key: Key, default: Any = None) -> Any:
        self._fetch(key)
        return super().get(key, default)

    def pop(self, key: Key, *default: Any) -> Any:
        self._fetch(key)
        return super().pop(key, *default)

    def update(self, found: Mapping[Key, Value] | Iterable[tuple[Key, Value]]) -> None:  # type: ignore[override]
        for key, value in dict(found).items():
            self[key] = value
