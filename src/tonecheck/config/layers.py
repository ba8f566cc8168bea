"""What each place says that settings come from, and what comes of laying one over the other.

This is on the way of every check: it imports nothing that only a configuration needs.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

Keys = tuple[str, ...]
# What a file's own settings, and options of the command line, are added to instead of replacing it.
_ADDED = ("ignore", "extend-select")
_ADDED_BY_OPTIONS = (*_ADDED, "extends", "exclude")
_PATHS = ("extends", "baseline")


class Layer(NamedTuple):
    """The settings of one place. ``origin`` is the path of a file, ``--config KEY=VALUE`` or the name of an environment
    variable; for the ``options`` of the command line each setting has its own. Paths are relative to ``folder``,
    patterns of files to ``base``."""

    origin: str
    values: Mapping[str, Any]
    folder: str
    base: str
    options: bool = False


class Part(NamedTuple):
    """A value and the keys that it stands under in its layer."""

    value: Any
    layer: Layer
    keys: Keys


Merged = dict[Keys, tuple[Part, ...]]
"""By setting, or by table and key of it: what counts. Several parts are lists that are joined."""


def merge(layers: Iterable[Layer], path: str | None = None) -> Merged:
    """What counts of layers, the strongest last, for the file ``path``, or without it for files in general. A table is
    merged key by key, anything else replaced."""
    merged: Merged = {}
    for layer in layers:
        for key, value in layer.values.items():
            if key != "per-file":
                _put(merged, (key,), Part(value, layer, (key,)), layer.options and key in _ADDED_BY_OPTIONS)
        if path is None:
            continue
        for pattern, table in layer.values.get("per-file", {}).items():
            if _matches(pattern, layer.base, path):
                for key, value in table.items():
                    _put(merged, (key,), Part(value, layer, ("per-file", pattern, key)), key in _ADDED)
    return merged


def value_of(parts: tuple[Part, ...]) -> Any:
    """The value that parts come to."""
    return parts[-1].value if len(parts) == 1 else [item for part in parts for item in part.value]


def _put(merged: Merged, keys: Keys, part: Part, adds: bool) -> None:
    if isinstance(part.value, dict):
        if keys[0] == "profiles" and len(keys) == 2:
            merged[keys] = (part,)
            return
        for key, value in part.value.items():
            _put(merged, (*keys, key), Part(value, part.layer, (*part.keys, key)), False)
        return
    if keys[0] in _PATHS:
        part = part._replace(value=_absolute(part.value, part.layer.folder))
    merged[keys] = (*merged.get(keys, ()), part) if adds else (part,)


def _absolute(value: Any, folder: str) -> Any:
    return os.path.join(folder, value) if isinstance(value, str) else [os.path.join(folder, path) for path in value]


def _matches(pattern: str, base: str, path: str) -> bool:
    try:
        inside = os.path.relpath(path, base).replace(os.sep, "/")
    except ValueError:  # on another drive
        return False
    return not inside.startswith("../") and _spec(pattern).match_file(inside)


@cache
def _spec(pattern: str) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines([pattern])
