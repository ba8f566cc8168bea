"""The little language in which a file's shape is written down: rule files and configurations are checked against it,
and it is printed as JSON Schema."""

from __future__ import annotations

from typing import NamedTuple


class Text(NamedTuple):
    doc: str = ""
    pattern: str = ""


class Whole(NamedTuple):
    doc: str = ""
    least: int = 0


class Flag(NamedTuple):
    doc: str = ""


class Scalar(NamedTuple):
    """A text, a number, true or false."""

    doc: str = ""


class Choice(NamedTuple):
    values: tuple[str, ...]
    doc: str = ""


class ListOf(NamedTuple):
    item: Shape
    doc: str = ""
    least: int = 1


class MapOf(NamedTuple):
    """Free or limited keys (``keys`` empty: any), all values of one shape."""

    value: Shape
    keys: tuple[str, ...] = ()
    doc: str = ""


class Record(NamedTuple):
    keys: dict[str, Shape]
    required: tuple[str, ...] = ()
    doc: str = ""


class Either(NamedTuple):
    """A text where only a text is wanted, else a list or a record."""

    text: Shape
    other: Shape
    doc: str = ""


Shape = Text | Whole | Flag | Scalar | Choice | ListOf | MapOf | Record | Either


def json_schema(shape: Shape) -> dict[str, object]:
    """The JSON Schema (2020-12) of a shape, for editors that complete and check files."""
    schema: dict[str, object] = {"description": shape.doc} if shape.doc else {}
    match shape:
        case Text():
            schema |= {"type": "string", "minLength": 1} | ({"pattern": shape.pattern} if shape.pattern else {})
        case Whole():
            schema |= {"type": "integer", "minimum": shape.least}
        case Flag():
            schema |= {"type": "boolean"}
        case Scalar():
            schema |= {"type": ["string", "number", "boolean"]}
        case Choice():
            schema |= {"enum": list(shape.values)}
        case ListOf():
            schema |= {"type": "array", "items": json_schema(shape.item)}
            if shape.least:
                schema["minItems"] = shape.least
        case MapOf():
            schema |= {"type": "object", "additionalProperties": json_schema(shape.value)}
            if shape.keys:
                schema["propertyNames"] = {"enum": list(shape.keys)}
        case Record():
            properties = {key: json_schema(value) for key, value in shape.keys.items()}
            schema |= {"type": "object", "properties": properties, "additionalProperties": False}
            if shape.required:
                schema["required"] = list(shape.required)
        case Either():
            schema |= {"anyOf": [json_schema(shape.text), json_schema(shape.other)]}
    return schema
