"""Values that were read from TOML, checked against a shape."""

from __future__ import annotations

from collections.abc import Callable
from typing import assert_never

from tonecheck.config.places import Keys
from tonecheck.errors import did_you_mean
from tonecheck.rulebook.shapes import Choice, Either, Flag, ListOf, MapOf, Record, Scalar, Shape, Text, Whole

Report = Callable[[Keys, str, str], None]
"""Takes the keys of what is wrong, what it is, and what to do."""

_EXAMPLES = {"text": '"..."', "list": '["..."]', "flag": "true", "number": "40"}


def check_value(value: object, shape: Shape, keys: Keys, report: Report) -> None:
    """Reports everything in a value that is not of its shape."""
    match shape:
        case Record():
            _check_record(value, shape, keys, report)
        case MapOf():
            for key, item in _table(value, keys, report).items():
                check_value(item, shape.value, (*keys, key), report)
        case ListOf():
            _check_list(value, shape, keys, report)
        case Either():
            wants_text = not isinstance(value, list | dict)
            check_value(value, shape.text if wants_text else shape.other, keys, report)
        case Choice():
            if not isinstance(value, str):
                _wrong(keys, "a text", "text", report)
            elif value not in shape.values:
                what = f"there is no {keys[0]} {value!r}" if len(keys) == 1 else f"{dotted(keys)} cannot be {value!r}"
                report(keys, what, did_you_mean(value, shape.values))
        case Text():
            if not isinstance(value, str):
                _wrong(keys, "a text", "text", report)
            elif not value.strip():
                report(keys, f"{dotted(keys)} is empty", "write a text or leave the key out")
        case Flag():
            if not isinstance(value, bool):
                _wrong(keys, "true or false", "flag", report)
        case Whole():
            if not isinstance(value, int) or isinstance(value, bool) or value < shape.least:
                _wrong(keys, f"a whole number of {shape.least} or more", "number", report)
        case Scalar():
            if not isinstance(value, str | int | float | bool):
                _wrong(keys, "a text, a number, true or false", "text", report)
        case _:
            assert_never(shape)


def _check_record(value: object, shape: Record, keys: Keys, report: Report) -> None:
    table = _table(value, keys, report)
    for key, item in table.items():
        if key in shape.keys:
            check_value(item, shape.keys[key], (*keys, key), report)
        else:
            where = f" in {dotted(keys)}" if keys else ""
            report((*keys, key), f"there is no setting {key!r}{where}", did_you_mean(key, tuple(shape.keys)))
    for key in shape.required:
        if table and key not in table:
            report(keys, f"{dotted(keys)} has no {key!r}", f"add {key} = …")


def _check_list(value: object, shape: ListOf, keys: Keys, report: Report) -> None:
    if not isinstance(value, list):
        of = "texts" if isinstance(shape.item, Text | Choice) else "values"
        _wrong(keys, f"a list of {of}", "list", report)
    elif isinstance(shape.item, Text) and not all(isinstance(item, str) for item in value):
        _wrong(keys, "a list of texts", "list", report)
    elif len(value) < shape.least:
        report(keys, f"{dotted(keys)} is empty", "put something in or leave the key out")
    else:
        for item in value:
            check_value(item, shape.item, keys, report)


def _table(value: object, keys: Keys, report: Report) -> dict[str, object]:
    if isinstance(value, dict):
        return value
    name = dotted(keys)
    what = f"{name} must be a table" + (" of rule ids" if keys[-1:] == ("severity",) else "")
    report(keys, what, f"write [{name}] and lines of key = value below it")
    return {}


def _wrong(keys: Keys, wanted: str, example: str, report: Report) -> None:
    key = _written(keys[-1])
    report(keys, f"{dotted(keys)} must be {wanted}", f"write {key} = {_EXAMPLES[example]}")


def dotted(keys: Keys) -> str:
    """Keys as TOML writes them, joined by dots."""
    return ".".join(_written(key) for key in keys)


def _written(key: str) -> str:
    """A key as TOML writes it."""
    bare = key.isascii() and key.replace("-", "").replace("_", "").isalnum()
    return key if bare else f'"{key}"'
