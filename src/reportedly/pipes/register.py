"""Registering our components with spaCy under names with a full stop."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from spacy.language import FactoryMeta, Language
from spacy.tokens import Doc
from spacy.util import registry

Component = Callable[[Doc], Doc]


def register(
    name: str,
    component: Callable[..., Component],
    *,
    assigns: Sequence[str] = (),
    requires: Sequence[str] = (),
    **defaults: Any,
) -> Callable[..., Component]:
    """The factory ``name``, ready for ``nlp.add_pipe(name)``.

    ``Language.factory`` refuses a full stop in the name, since a *component* named so cannot be saved with its
    pipeline; a factory can have one, so it is registered by the two calls which that decorator makes.

    :param defaults: the component's settings and their defaults.
    """
    factory: Callable[..., Component] = registry.factories.register(name, func=component)
    meta = FactoryMeta(factory=name, assigns=assigns, requires=requires, default_config=defaults)
    Language.set_factory_meta(name, meta)
    return factory
