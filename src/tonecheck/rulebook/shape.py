"""A rule file's YAML nodes, checked against its shape."""

from __future__ import annotations

from typing import NamedTuple

import yaml

from tonecheck.errors import Problem, did_you_mean
from tonecheck.rulebook.nodes import Located, is_string, kind_of, located, place
from tonecheck.rulebook.shapes import Choice, Either, Flag, ListOf, MapOf, Record, Scalar, Shape, Text, Whole


class Reader(NamedTuple):
    """Collects the problems of one file while it is read."""

    path: str
    problems: list[Problem]

    def report(self, node: yaml.Node, message: str, hint: str = "") -> None:
        self.problems.append(Problem(self.path, *place(node), message, hint))


def read(node: yaml.Node, shape: Shape, reader: Reader, name: str) -> object:
    """The value of a node: ``Located`` text, int, bool, list or dict; ``None`` where it is wrong, with the problem
    added to the reader."""
    match shape:
        case Record():
            return _record(node, shape, reader, name)
        case MapOf():
            return _map(node, shape, reader, name)
        case ListOf():
            return _list(node, shape, reader, name)
        case Either():
            chosen = shape.text if isinstance(node, yaml.ScalarNode) else shape.other
            return read(node, chosen, reader, name)
        case _:
            return _scalar(node, shape, reader, name)


def _scalar(node: yaml.Node, shape: Text | Whole | Flag | Scalar | Choice, reader: Reader, name: str) -> object:
    value = node.value if isinstance(node, yaml.ScalarNode) else None
    tag = node.tag.rsplit(":", 1)[-1]
    match shape:
        case Whole() if value is not None and tag == "int" and value.isdigit() and int(value) >= shape.least:
            return int(value)
        case Whole():
            reader.report(node, f"{name} is {kind_of(node)}", f"write a whole number of {shape.least} or more")
        case Flag() if value is not None and tag == "bool":
            return value.lower() in ("true", "yes", "on")
        case Flag():
            reader.report(node, f"{name} is {kind_of(node)}", "write true or false")
        case Scalar() if value is not None:
            return value
        case Scalar() | Text() | Choice() if value is None or not is_string(node):
            hint = f"write '{value}' in quotes" if value else "write a text"
            reader.report(node, f"{name} is {kind_of(node)}, not a text", hint)
        case Choice() if value not in shape.values:
            reader.report(node, f"{name} is {value!r}", did_you_mean(str(value), shape.values))
        case Text() if not str(value).strip():
            reader.report(node, f"{name} is empty", "write a text or leave the key out")
        case _:
            return located(str(value), *place(node))
    return None


def _list(node: yaml.Node, shape: ListOf, reader: Reader, name: str) -> object:
    if not isinstance(node, yaml.SequenceNode):
        reader.report(node, f"{name} is {kind_of(node)}, not a list", "write one item a line, each after '- '")
        return None
    if len(node.value) < shape.least:
        reader.report(node, f"{name} is empty", "add an item or leave the key out")
        return None
    values = [read(item, shape.item, reader, name) for item in node.value]
    return [value for value in values if value is not None]


def _pairs(node: yaml.Node, reader: Reader, name: str) -> list[tuple[Located, yaml.Node, yaml.Node]] | None:
    if not isinstance(node, yaml.MappingNode):
        reader.report(node, f"{name} is {kind_of(node)}, not a mapping", "write 'key: value' lines")
        return None
    pairs: list[tuple[Located, yaml.Node, yaml.Node]] = []
    seen: dict[str, int] = {}
    for key, value in node.value:
        # A key is what is written, also where YAML 1.1 would read 'on' or 'no' as a yes/no value.
        if not isinstance(key, yaml.ScalarNode):
            reader.report(key, f"a key of {name} is {kind_of(key)}, not a text", "write 'key: value' lines")
        elif key.value in seen:
            reader.report(key, f"{key.value!r} is there twice in {name}", f"the first is in line {seen[key.value]}")
        else:
            seen[key.value] = place(key)[0]
            pairs.append((located(key.value, *place(key)), key, value))
    return pairs


def _map(node: yaml.Node, shape: MapOf, reader: Reader, name: str) -> object:
    values: dict[str, object] = {}
    for text, key, value in _pairs(node, reader, name) or ():
        if shape.keys and text not in shape.keys:
            reader.report(key, f"{name} has no key {str(text)!r}", did_you_mean(text, shape.keys))
            continue
        values[text] = read(value, shape.value, reader, f"{name}.{text}")
    return {key: value for key, value in values.items() if value is not None}


def _record(node: yaml.Node, shape: Record, reader: Reader, name: str) -> object:
    pairs = _pairs(node, reader, name)
    if pairs is None:
        return None
    values: dict[str, object] = {}
    for text, key, value in pairs:
        if text not in shape.keys:
            reader.report(key, f"{name} has no key {str(text)!r}", did_you_mean(text, tuple(shape.keys)))
            continue
        values[str(text)] = read(value, shape.keys[text], reader, str(text))
    present = {str(text) for text, _, _ in pairs}
    for key_name in shape.required:
        if key_name not in present:
            reader.report(node, f"{name} has no {key_name!r}", f"add '{key_name}:'")
    return {key: value for key, value in values.items() if value is not None}
