"""YAML into a tree: every scalar stays the text it is, and repeated keys, anchors, aliases and tags are refused."""

from collections.abc import Iterator
from typing import Any

import yaml

from circular_tender.errors import InvalidDocuments, Term, shown
from circular_tender.rules import Json
from circular_tender.texts.limits import LIMIT_DEPTH
from circular_tender.texts.tree import Collected, child

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_PLAIN = (None, "")  # the style of a scalar without quotes
_CONSTANTS: dict[str, Json] = {"": None, "null": None, "true": True, "false": False}


def read_yaml(name: str, text: str) -> tuple[Json, dict[str, tuple[int, int]]]:
    """Return what a YAML text holds, and line and column of each value; raises `InvalidDocuments`."""
    collected = Collected(name)
    events: Iterator[Any] = iter(yaml.parse(text, Loader=_LOADER))
    reader = _Reader(collected)
    try:
        documents = [reader.value(event, events, "") for event in events if _begins_value(event)]
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        position = (mark.line + 1, mark.column + 1) if mark else None
        raise collected.stop("not-yaml", _excerpt(text, position), position, reason=str(error.problem)) from None
    if len(documents) > 1:
        collected.add("several-documents", "", Term.of("found-documents", count=str(len(documents))))
    elif documents == []:
        collected.add("empty-document", "", text)
    if collected.problems:
        raise InvalidDocuments(collected.problems)
    return documents[0], reader.positions


def _begins_value(event: Any) -> bool:  # noqa: ANN401 -- PyYAML's events are untyped
    return isinstance(event, yaml.NodeEvent)


def _excerpt(text: str, position: tuple[int, int] | None) -> str:
    lines = text.splitlines()
    return lines[min(position[0], len(lines)) - 1].strip() if position else text


def _position(event: Any) -> tuple[int, int]:  # noqa: ANN401 -- PyYAML's events are untyped
    return event.start_mark.line + 1, event.start_mark.column + 1


class _Reader:
    """Turns events into values and notes the position of each."""

    def __init__(self, collected: Collected) -> None:
        self.collected = collected
        self.positions: dict[str, tuple[int, int]] = {}

    def value(self, event: Any, events: Iterator[Any], at: str) -> Json:  # noqa: ANN401 -- PyYAML's events are untyped
        """Return the value that an event begins."""
        position = _position(event)
        self.positions[at] = position
        if at.count("/") > LIMIT_DEPTH:
            raise self.collected.too_deep(position)
        self._properties(event, at, position)
        match event:
            case yaml.MappingStartEvent():
                return self._mapping(events, at)
            case yaml.SequenceStartEvent():
                return self._sequence(events, at)
            case yaml.ScalarEvent():
                return self._scalar(event, at, position)
            case _:
                return None

    def _properties(self, event: Any, at: str, position: tuple[int, int]) -> None:  # noqa: ANN401
        if event.anchor is not None:
            mark = "*" if isinstance(event, yaml.AliasEvent) else "&"
            self.collected.add("anchor", at, mark + event.anchor, position)
        if (tag := getattr(event, "tag", None)) is not None:
            self.collected.add("tag", at, tag, position)

    def _scalar(self, event: Any, at: str, position: tuple[int, int]) -> Json:  # noqa: ANN401
        text: str = event.value
        if event.style in _PLAIN and text in _CONSTANTS:
            return _CONSTANTS[text]
        self.collected.check_text(text, at, position)
        return text

    def _sequence(self, events: Iterator[Any], at: str) -> list[Json]:
        items: list[Json] = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            items.append(self.value(event, events, child(at, len(items))))
        return items

    def _mapping(self, events: Iterator[Any], at: str) -> dict[str, Json]:
        mapping: dict[str, Json] = {}
        lines: dict[str, int] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key, position = self._key(event, events, at)
            here = child(at, key)
            value_event = next(events)
            value = self.value(value_event, events, here)
            if not isinstance(value_event, yaml.ScalarEvent) or value is None:
                self.positions[here] = position
            if _is_comma_tail(event, value_event):
                self.collected.add("comma-tail", here, key, position)
            if key in lines:
                self.collected.add("duplicate-key", here, value, position, key=shown(key), first=str(lines[key]))
            lines.setdefault(key, position[0])
            mapping[key] = value
        return mapping

    def _key(self, event: Any, events: Iterator[Any], at: str) -> tuple[str, tuple[int, int]]:  # noqa: ANN401
        position = _position(event)
        if isinstance(event, yaml.ScalarEvent):
            self._properties(event, at, position)
            self.collected.check_text(event.value, at, position)
            if event.value == "<<" and event.style in _PLAIN:
                self.collected.add("anchor", at, event.value, position)
            return event.value, position
        name = f"(key on line {position[0]})"
        self.collected.add("key-not-text", at, self.value(event, events, child(at, name)), position)
        return name, position


def _is_comma_tail(key: Any, value: Any) -> bool:  # noqa: ANN401 -- PyYAML's events are untyped
    """Tell whether a key of a flow mapping has not even a colon after it, as the tail of `12,5 %` has."""
    if not isinstance(key, yaml.ScalarEvent) or not isinstance(value, yaml.ScalarEvent):
        return False
    return value.value == "" and value.style in _PLAIN and _index(value.start_mark) == _index(key.end_mark)


def _index(mark: Any) -> int:  # noqa: ANN401 -- PyYAML's marks are untyped
    index: int = mark.index
    return index
