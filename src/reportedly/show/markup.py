"""HTML put together from strings that are escaped unless they are markup already."""

from __future__ import annotations

from html import escape


class Markup(str):
    """A string that is HTML."""

    __slots__ = ()

    def __html__(self) -> str:
        """What templates ask of a string that need not be escaped."""
        return self


def el(name: str, *children: str, **attributes: str | bool | None) -> Markup:
    """An element; ``cls`` stands for ``class``, underscores for hyphens, None and False for no attribute."""
    opening = [name]
    for key, value in attributes.items():
        if value is None or value is False:
            continue
        label = "class" if key == "cls" else key.replace("_", "-")
        opening.append(label if value is True else f'{label}="{escape(str(value))}"')
    return Markup(f"<{' '.join(opening)}>{join(*children)}</{name}>")


def join(*children: str) -> Markup:
    """The children one after the other, escaped where they are plain text."""
    return Markup("".join(child if isinstance(child, Markup) else text(child) for child in children))


def text(plain: str) -> Markup:
    """Plain text as HTML, kept to the last space.

    A carriage return would be read as a line feed unless written as a reference; a NUL cannot be written.
    """
    escaped = escape(plain, quote=False).replace("\r", "&#13;")
    return Markup(escaped.replace("\0", "\N{REPLACEMENT CHARACTER}"))
