"""The kinds of indicators and scales, read from the closed unions."""

import inspect
from collections.abc import Iterator
from importlib import import_module
from itertools import product
from types import ModuleType
from typing import Any, Literal, get_args, get_origin

import attrs

from circular_tender.bids import Entry
from circular_tender.indicators import Indicator
from circular_tender.narrate import LANGUAGES
from circular_tender.scales import Scale


@attrs.frozen
class Kind:
    """A kind: the room in which it stands, its name, and the model of its keys."""

    room: Literal["indicators", "scales"]
    name: str
    model: type[Entry]

    @property
    def module(self) -> ModuleType:
        """The file of the kind."""
        return import_module(f"circular_tender.{self.room}.{self.name}")

    def called(self, language: str) -> str:
        """Return what a page calls the kind in a language."""
        return LANGUAGES[language][f"kind_{self.name}"]

    def rule(self) -> str:
        """Return what the function of the kind says that it returns."""
        function = getattr(self.module, {"indicators": "measure", "scales": "ratio"}[self.room])
        return inspect.cleandoc(function.__doc__ or "").removeprefix("Return the rule: ")


def _kinds(room: Literal["indicators", "scales"], union: Any) -> Iterator[Kind]:  # noqa: ANN401 -- an alias of a union
    models, _ = get_args(union)
    for model in get_args(models):
        (name,) = get_args(model.model_fields["kind"].annotation)
        yield Kind(room, name, model)


INDICATORS = tuple(_kinds("indicators", Indicator))
SCALES = tuple(_kinds("scales", Scale))


def forms(given: Entry) -> Iterator[Entry]:
    """Yield a kind as given and in its other forms: with every other word of a choice, and without optional keys."""
    choices = [
        [(name, getattr(given, name)), *((name, other) for other in _others(field.annotation, field.is_required()))]
        for name, field in type(given).model_fields.items()
    ]
    yield from (given.model_copy(update=dict(chosen)) for chosen in product(*choices))


def _others(annotation: object, required: bool) -> tuple[object, ...]:  # noqa: FBT001 -- of a field
    if get_origin(annotation) is Literal:
        return get_args(annotation)
    return () if required else (None,)
