"""Which settings hold for a file: the layers that concern it, found and laid over each other.

From the weakest to the strongest: the user's file; the nearest project file above the checked file, or the file of
``--config`` or ``TONECHECK_CONFIG``; environment variables; ``--config KEY=VALUE``; the other options.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, NamedTuple

from tonecheck.config.layers import Layer, merge
from tonecheck.config.settings import Settings, settings_of
from tonecheck.errors import ConfigError, Problem

NAMES = ("tonecheck.toml", ".tonecheck.toml", "pyproject.toml")
VARIABLES = {
    "TONECHECK_PRESET": "preset",
    "TONECHECK_CHANNEL": "channel",
    "TONECHECK_FAIL_ON": "fail-on",
    "TONECHECK_OUTPUT_FORMAT": "output-format",
}
"""Environment variables that are settings; ``TONECHECK_CONFIG`` names a file."""


class Options(NamedTuple):
    """Where settings may come from. ``config`` are the values of ``--config``, ``given`` the other options by the key
    of their setting; ``isolated``: no file is read that is not named in ``config``."""

    config: tuple[str, ...] = ()
    isolated: bool = False
    given: Mapping[str, Any] = {}
    environ: Mapping[str, str] = {}


class Lookup(NamedTuple):
    """Settings by folder and by file, and the layers behind those of a folder, the strongest last. All three raise
    ``ConfigError`` for a configuration that cannot be used."""

    of_folder: Callable[[str], Settings]
    of_file: Callable[[str], Settings]
    layers: Callable[[str], tuple[Layer, ...]]


def lookup(options: Options) -> Lookup:
    """The settings of files. Each file of a configuration is read once. Raises ``ConfigError`` for what holds
    everywhere and cannot be used."""
    file = _config_file(options)
    user = None if options.isolated else _user_file(options.environ)
    # Not those of the user's folder: patterns there are meant for wherever the user is.
    below = (_read(user, os.getcwd()),) if user else ()
    named = (_read(file),) if file else None
    above = tuple(_above(options))

    @cache
    def project(folder: str) -> str | None:
        return find_here(folder) or (None if (up := os.path.dirname(folder)) == folder else project(up))

    @cache
    def layers_with(path: str | None) -> tuple[Layer, ...]:
        return (*below, *(named or ((_read(_shown(path)),) if path else ())), *above)

    @cache
    def settings_with(path: str | None) -> Settings:
        return settings_of(merge(layers_with(path)))

    def nearest(folder: str) -> str | None:
        return None if named or options.isolated else project(os.path.abspath(folder))

    def of_file(path: str) -> Settings:
        config = nearest(os.path.dirname(path))
        layers = layers_with(config)
        if any("per-file" in layer.values for layer in layers):
            return settings_of(merge(layers, path))
        return settings_with(config)

    return Lookup(
        lambda folder: settings_with(nearest(folder)),
        of_file,
        lambda folder: layers_with(nearest(folder)),
    )


def find_here(folder: str) -> str | None:
    """The configuration file of a folder itself. A ``pyproject.toml`` without ``[tool.tonecheck]`` is none."""
    for name in NAMES:
        path = os.path.normpath(os.path.join(folder, name))
        if os.path.isfile(path) and (name != "pyproject.toml" or _has_table(path)):
            return path
    return None


def _config_file(options: Options) -> str | None:
    files = [value for value in options.config if not _is_assignment(value)]
    if len(files) > 1:
        hint = f"--config {files[0]} is there too: take one of them out"
        raise ConfigError(Problem(f"--config {files[1]}", 0, 0, "there can be one configuration file", hint))
    if files and options.isolated:
        hint = "take one of the two out"
        raise ConfigError(Problem(f"--config {files[0]}", 0, 0, "--isolated reads no configuration file", hint))
    return files[0] if files else (None if options.isolated else options.environ.get("TONECHECK_CONFIG") or None)


def _is_assignment(value: str) -> bool:
    return "=" in value and not os.path.exists(value)


def _above(options: Options) -> list[Layer]:
    here = os.getcwd()
    set_here = {name: options.environ[name] for name in VARIABLES if options.environ.get(name)}
    layers = []
    if set_here:
        from tonecheck.config.reading import read_variable

        layers += [read_variable(name, VARIABLES[name], value, here) for name, value in set_here.items()]
    assignments = [value for value in options.config if _is_assignment(value)]
    if assignments:
        from tonecheck.config.reading import read_assignment

        layers += [read_assignment(value, here) for value in assignments]
    if options.given:
        layers.append(Layer("", options.given, "", here, options=True))
    return layers


def _read(path: str, base: str | None = None) -> Layer:
    from tonecheck.config.reading import read_layer

    return read_layer(path, base)


def _has_table(path: str) -> bool:
    # Nearly all have none, and TOML takes time to import.
    try:
        with open(path, "rb") as stream:
            if b"tonecheck" not in stream.read():
                return False
    except OSError:
        return False
    from tonecheck.config.reading import has_table

    return has_table(path)


def _shown(path: str) -> str:
    """A path as people would write it here."""
    here = os.path.join(os.getcwd(), "")
    return path.removeprefix(here)


def _user_file(environ: Mapping[str, str]) -> str | None:
    base = environ.get("XDG_CONFIG_HOME")
    if not base and os.name == "nt":
        base = environ.get("APPDATA")
    path = os.path.join(base or os.path.join(os.path.expanduser("~"), ".config"), "tonecheck", NAMES[0])
    return path if os.path.isfile(path) else None
