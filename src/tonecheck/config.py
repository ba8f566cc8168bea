"""A project's configuration: ``tonecheck.toml``, or ``[tool.tonecheck]`` in ``pyproject.toml``."""

from __future__ import annotations

import os
import tomllib
from typing import Any, NamedTuple, cast

from tonecheck.errors import ConfigError, Problem, did_you_mean
from tonecheck.model import CHANNELS

NAMES = ("tonecheck.toml", ".tonecheck.toml", "pyproject.toml")
_LISTS = ("extends", "select", "ignore")
_TEXTS = ("preset", "channel")
KEYS = (*_LISTS, *_TEXTS, "severity")


class Config(NamedTuple):
    """What a configuration file says; ``packs`` are absolute paths."""

    packs: tuple[str, ...] = ()
    preset: str | None = None
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    channel: str | None = None
    severities: dict[str, str] = {}


def read_config(path: str) -> Config:
    """The configuration of a file, or of a folder that holds one. Raises ``ConfigError`` with all problems of it."""
    if os.path.isdir(path):
        found = [name for name in NAMES if os.path.isfile(os.path.join(path, name))]
        if not found:
            raise ConfigError(Problem(path, 0, 0, "there is no configuration here", "write a tonecheck.toml"))
        path = os.path.join(path, found[0])
    try:
        with open(path, "rb") as stream:
            source = stream.read().decode("utf-8")
        values = tomllib.loads(source)
    except OSError as error:
        raise ConfigError(Problem(path, 0, 0, f"cannot be read: {error.strerror}", "check the path")) from None
    except UnicodeDecodeError as error:
        raise ConfigError(Problem(path, 0, 0, f"not UTF-8 at byte {error.start}", "save the file as UTF-8")) from None
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(Problem(path, 0, 0, f"not valid TOML: {error}", "see https://toml.io")) from None
    if os.path.basename(path) == "pyproject.toml":
        values = values.get("tool", {}).get("tonecheck", {})
    return _config(path, source, values)


def _config(path: str, source: str, values: dict[str, Any]) -> Config:
    problems: list[Problem] = []

    def report(key: str, message: str, hint: str) -> None:
        problems.append(Problem(path, *_place(source, key), message, hint))

    for key, value in values.items():
        if key not in KEYS:
            report(key, f"there is no setting {key!r}", did_you_mean(key, KEYS))
        elif key in _LISTS and not (isinstance(value, list) and all(isinstance(item, str) for item in value)):
            report(key, f"{key} must be a list of texts", f'write {key} = ["..."]')
        elif key in _TEXTS and not isinstance(value, str):
            report(key, f"{key} must be a text", f'write {key} = "..."')
        elif key == "channel" and value not in CHANNELS:
            report(key, f"there is no channel {value!r}", did_you_mean(value, CHANNELS))
        elif key == "severity" and not (
            isinstance(value, dict) and all(isinstance(item, str) for item in value.values())
        ):
            report(
                key, "severity must be a table of rule ids", 'write [severity] and rule-id = "warning" lines below it'
            )
    if problems:
        raise ConfigError(*problems)
    folder = os.path.dirname(os.path.abspath(path))
    return Config(
        packs=tuple(os.path.join(folder, pack) for pack in values.get("extends", ())),
        preset=values.get("preset"),
        select=tuple(cast("list[str]", values["select"])) if "select" in values else None,
        ignore=tuple(values.get("ignore", ())),
        channel=values.get("channel"),
        severities=dict(values.get("severity", {})),
    )


def _place(source: str, key: str) -> tuple[int, int]:
    """Line and column of a key: the TOML reader keeps none, and a key stands at the start of its line."""
    for number, line in enumerate(source.splitlines(), 1):
        bare = line.lstrip().lstrip("[").lstrip('"')
        if bare.startswith(key) and bare[len(key) :].lstrip(' "]')[:1] in ("=", ".", ""):
            return number, line.index(key) + 1
    return 1, 1
