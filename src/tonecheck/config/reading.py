"""A configuration file, or a KEY=VALUE of the command line, as a layer: its values and where they stand."""

from __future__ import annotations

import os
from typing import Any, NamedTuple

from tonecheck.config.layers import Layer
from tonecheck.config.places import Keys, key_places, place_of
from tonecheck.errors import ConfigError, Problem

_PYPROJECT: Keys = ("tool", "tonecheck")


class Read(NamedTuple):
    """A TOML text: what it says, where it is from, and the keys above the configuration in it."""

    path: str
    source: str
    values: dict[str, Any]
    above: Keys = ()


def read_layer(path: str, base: str | None = None) -> Layer:
    """The configuration in a file. Its packs and its baseline are relative to its folder, its patterns to ``base``,
    which is its folder too unless given. Raises ``ConfigError`` with all problems of the file."""
    read = _read(path)
    _check(read)
    folder = os.path.dirname(os.path.abspath(path))
    return Layer(path, read.values, folder, folder if base is None else base)


def read_assignment(text: str, folder: str) -> Layer:
    """The ``KEY=VALUE`` of ``--config``, its value in TOML. Raises ``ConfigError``."""
    origin = f"--config {text}"
    import tomllib

    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        key, _, value = (part.strip() for part in text.partition("="))
        hint = f"write the value as in TOML: --config '{key}=\"{value}\"'"
        raise ConfigError(Problem(origin, 0, 0, "the value is not TOML", hint)) from None
    read = Read(origin, "", values)
    _check(read)
    return Layer(origin, values, folder, folder)


def read_variable(name: str, key: str, value: str, folder: str) -> Layer:
    """The setting that an environment variable is. Raises ``ConfigError``."""
    values = {key: value}
    _check(Read(name, "", values))
    return Layer(name, values, folder, folder)


def has_table(path: str) -> bool:
    """Whether a ``pyproject.toml`` has a configuration of ours. One that is no TOML and names us counts, so that
    somebody hears of it."""
    import tomllib

    try:
        with open(path, "rb") as stream:
            return _inner(tomllib.loads(stream.read().decode("utf-8-sig"))) is not None
    except OSError:
        return False
    except ValueError:
        return True


def places(origin: str) -> dict[Keys, tuple[int, int]]:
    """Where the keys of a layer stand in the file that it is from; empty for what is no file."""
    try:
        with open(origin, encoding="utf-8-sig", newline="") as stream:
            found = key_places(stream.read())
    except (OSError, ValueError):
        return {}
    above = _above(origin)
    return {keys[len(above) :]: place for keys, place in found.items() if keys[: len(above)] == above}


def _read(path: str) -> Read:
    import tomllib

    try:
        with open(path, "rb") as stream:
            source = stream.read().decode("utf-8-sig")
        values = tomllib.loads(source)
    except OSError as error:
        raise ConfigError(Problem(path, 0, 0, f"cannot be read: {error.strerror}", "check the path")) from None
    except UnicodeDecodeError as error:
        raise ConfigError(Problem(path, 0, 0, f"not UTF-8 at byte {error.start}", "save the file as UTF-8")) from None
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(_broken(path, source, str(error))) from None
    above = _above(path)
    inner = _inner(values) if above else values
    if inner is None:
        raise ConfigError(Problem(path, 0, 0, "there is no [tool.tonecheck] in it", "add it, or name another file"))
    return Read(path, source, inner, above)


def _broken(path: str, source: str, message: str) -> Problem:
    """The problem of a TOML text, with the place that the reader puts at the end of its message."""
    what, _, where = message.rstrip(")").rpartition(" (at ")
    if where == "end of document":
        line, column = source.count("\n") + 1, len(source) - source.rfind("\n")
    else:
        numbers = [int(part) for part in where.replace(",", " ").split() if part.isdigit()]
        line, column = numbers if len(numbers) == 2 else (0, 0)
    return Problem(path, line, column, f"not valid TOML: {what or message}", "see https://toml.io")


def _check(read: Read) -> None:
    from tonecheck.config.keys import CONFIGURATION
    from tonecheck.config.meaning import check_meaning
    from tonecheck.config.values import check_value

    found: list[tuple[Keys, str, str]] = []
    check_value(read.values, CONFIGURATION, (), lambda keys, what, hint: found.append((keys, what, hint)))
    wrong = {keys for keys, _, _ in found}
    check_meaning(read.values, wrong, lambda keys, what, hint: found.append((keys, what, hint)))
    if not found:
        return
    known = key_places(read.source)
    where = {keys: place_of((*read.above, *keys), known) if read.source else (0, 0) for keys, _, _ in found}
    found.sort(key=lambda item: where[item[0]])
    raise ConfigError(*(Problem(read.path, *where[keys], what, hint) for keys, what, hint in found))


def _above(path: str) -> Keys:
    return _PYPROJECT if os.path.basename(path) == "pyproject.toml" else ()


def _inner(values: dict[str, Any]) -> dict[str, Any] | None:
    tool = values.get("tool")
    inner = tool.get("tonecheck") if isinstance(tool, dict) else None
    return inner if isinstance(inner, dict) else None
