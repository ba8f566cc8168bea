"""``tonecheck config``: the settings that hold for a file or a folder, and where each comes from."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, Literal, NamedTuple

import typer

from tonecheck.cli.output import usage_error, write

if TYPE_CHECKING:
    from tonecheck.config.layers import Keys, Layer, Merged, Part


class Source(NamedTuple):
    """Where a value comes from: a file with line and column, an environment variable, an option, or nowhere."""

    kind: Literal["file", "environment", "option", "default"]
    name: str = ""
    line: int = 0
    column: int = 0


class Row(NamedTuple):
    key: str
    value: Any
    sources: tuple[Source, ...]


def config(
    path: Annotated[
        str, typer.Argument(metavar="[PATH]", help="The file or folder whose settings are shown.", show_default=True)
    ] = ".",
    config: Annotated[
        list[str] | None,
        typer.Option(metavar="FILE|KEY=VALUE", help="A configuration file, or a setting in TOML; may be given again."),
    ] = None,
    isolated: Annotated[bool, typer.Option("--isolated", help="Read no configuration files.")] = False,
    output_format: Annotated[Literal["text", "json"], typer.Option(help="How they are written.")] = "text",
) -> None:
    """Show every setting that holds for a file or a folder, and which file or option it comes from.

    Exit status: 0 shown, 2 a configuration cannot be used.
    """
    from tonecheck.config import Options, lookup, merge, settings_of
    from tonecheck.linter import linter_of

    if not os.path.lexists(path):
        usage_error(f"there is no {path!r}; give a file or a folder")
    is_folder = os.path.isdir(path)
    layers = lookup(Options(tuple(config or ()), isolated, {}, os.environ)).layers(
        path if is_folder else os.path.dirname(path)
    )
    merged = merge(layers, None if is_folder else path)
    # What a check would refuse is refused here.
    linter_of(settings_of(merged).rules, layers)
    rows = list(_rows(merged, layers if is_folder else ()))
    write(_as_json(path, rows) if output_format == "json" else _as_text(rows))


def _rows(merged: Merged, layers: tuple[Layer, ...]) -> Iterator[Row]:
    """The settings in the order of the documentation; those for single files only where no file is asked about."""
    from tonecheck.config.keys import CONFIGURATION
    from tonecheck.config.layers import value_of
    from tonecheck.config.reading import places
    from tonecheck.config.settings import default_values
    from tonecheck.config.values import dotted

    default = default_values()
    known = cache(places)
    for key in CONFIGURATION.keys:
        said = {keys: parts for keys, parts in merged.items() if keys[0] == key}
        for keys, parts in said.items():
            yield Row(dotted(keys), value_of(parts), tuple(_source_of(part, known) for part in parts))
        if not said and key in default:
            yield Row(key, default[key], (Source("default"),))
        if key == "per-file":
            for layer in layers:
                yield from _per_file(layer, known)


def _per_file(layer: Layer, places: Callable[[str], dict[Keys, tuple[int, int]]]) -> Iterator[Row]:
    from tonecheck.config.layers import Part
    from tonecheck.config.values import dotted

    for pattern, table in layer.values.get("per-file", {}).items():
        for key, value in table.items():
            keys = ("per-file", pattern, key)
            yield Row(dotted(keys), value, (_source_of(Part(value, layer, keys), places),))


def _source_of(part: Part, places: Callable[[str], dict[Keys, tuple[int, int]]]) -> Source:
    from tonecheck.config.places import place_of

    origin = part.layer.origin
    if origin.startswith("--config "):
        return Source("option", origin)
    if origin.startswith("TONECHECK_"):
        return Source("environment", origin)
    return Source("file", origin, *place_of(part.keys, places(origin)))


def _as_text(rows: list[Row]) -> Iterator[str]:
    from json import dumps

    from tonecheck.reports.terminal import one_line

    shown = [(row.key, "-" if row.value is None else dumps(row.value, ensure_ascii=False), row.sources) for row in rows]
    first = max(len(key) for key, _, _ in shown)
    second = min(40, max(len(value) for _, value, _ in shown))
    for key, value, sources in shown:
        told = ", ".join(_told(source) for source in sources)
        yield f"{one_line(key):{first}}  {one_line(value):{second}}  {one_line(told)}\n"


def _told(source: Source) -> str:
    if source.kind == "default":
        return "default"
    return f"{source.name}:{source.line}:{source.column}" if source.line else source.name


def _as_json(path: str, rows: list[Row]) -> Iterator[str]:
    from tonecheck.reports.json_objects import encode

    settings = {row.key: {"value": row.value, "from": [_source(source) for source in row.sources]} for row in rows}
    yield encode({"version": 1, "path": path, "settings": settings}) + "\n"


def _source(source: Source) -> dict[str, object]:
    place = {"line": source.line, "column": source.column} if source.line else {}
    return {"kind": source.kind, "name": source.name or None, **place}
