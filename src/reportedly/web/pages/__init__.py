"""One file per page: what it asks, what it tells, how that is made, and a `Page` (or an `Act`) that ties them together.

A new page: a frozen dataclass of what it asks (`choosing.Choice` or `Part` where it shows a selection), one of what it
tells (what ``.json`` prints and what the template knows as ``it``), a pure function from a `View` and the first to the
second, a template, its words in both files of ``words/``, and a place in ``routes.PAGES``.
"""
