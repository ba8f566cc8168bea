"""What stands before the words of a Markdown file: ``---`` with YAML or ``+++`` with TOML."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple, cast

import regex

from tonecheck.model import CHANNELS, Channel
from tonecheck.sources.nodes import BadSyntax

_HINT = "correct it, or leave the lines between the marks out"


class FrontMatter(NamedTuple):
    """``body`` is the offset behind it. ``sections``: the file says that each of its sections is a reply."""

    body: int
    title: str | None = None
    id: str | None = None
    language: str | None = None
    channel: Channel | None = None
    sections: bool = False


class _Value(NamedTuple):
    text: str
    begin: int


def read_front_matter(text: str) -> FrontMatter | None:
    """The front matter of a file's text, ``None`` for a file without. Raises ``BadSyntax``."""
    opening = _opening().match(text)
    if not opening:
        return None
    mark, begin = opening[1], opening.end()
    closing = _closing(mark).search(text, begin - 1)
    inner = text[begin : closing.start() if closing else len(text)]
    # Words between two drawn lines are words.
    if not (_key() if mark == "---" else _table_key()).match(inner):
        return None
    if not closing:
        raise BadSyntax(0, f"the front matter that {mark} opens is never closed", f"close it with a line {mark}")
    values = _yaml(inner, begin) if mark == "---" else _toml(inner, begin)
    if values is None:
        return None
    return _front_matter(values, closing.end())


def _front_matter(values: Mapping[str, _Value], body: int) -> FrontMatter:
    def told(*keys: str) -> str | None:
        return next((values[key].text.strip() for key in keys if key in values and values[key].text.strip()), None)

    channel = told("channel")
    if channel and channel.lower() not in CHANNELS:
        message = f'"channel" is {channel!r}; use one of {", ".join(CHANNELS)}'
        raise BadSyntax(values["channel"].begin, message, "correct it or leave the line out")
    title = told("title", "name")
    return FrontMatter(
        body,
        title,
        told("id", "slug", "name", "title"),
        told("lang", "language", "locale"),
        cast("Channel", channel.lower()) if channel else None,
        told("replies") == "sections",
    )


def _yaml(inner: str, begin: int) -> dict[str, _Value] | None:
    import yaml

    try:
        # Nodes and not values: an id stays "007" and a date that there is not is no error of ours.
        root = yaml.compose(inner, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        at = mark.index if mark else 0
        raise BadSyntax(begin + at, f"not valid YAML: {error.problem or error.context}", _HINT) from None
    except yaml.reader.ReaderError as error:
        raise BadSyntax(begin + error.position, f"not valid YAML: {error.reason}", _HINT) from None
    except RecursionError:
        raise BadSyntax(begin, "not usable YAML: nested too deeply", "write it flatter") from None
    if not isinstance(root, yaml.MappingNode):
        return None
    return {
        key.value: _Value(value.value, begin + value.start_mark.index)
        for key, value in root.value
        if isinstance(key, yaml.ScalarNode) and isinstance(value, yaml.ScalarNode) and value.tag != _NULL
    }


_NULL = "tag:yaml.org,2002:null"


def _toml(inner: str, begin: int) -> dict[str, _Value]:
    import tomllib

    try:
        values = tomllib.loads(inner.replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError as error:
        raise BadSyntax(
            begin + _toml_offset(inner, str(error)), f"not valid TOML: {_toml_message(error)}", _HINT
        ) from None
    except RecursionError:
        raise BadSyntax(begin, "not usable TOML: nested too deeply", "write it flatter") from None
    found = {}
    for key, value in values.items():
        if isinstance(value, str | int):
            line = regex.search(rf"(?m)^[ \t]*[\"']?{regex.escape(key)}[\"']?[ \t]*=[ \t]*", inner)
            found[key] = _Value(str(value), begin + (line.end() if line else 0))
    return found


def _toml_offset(inner: str, message: str) -> int:
    place = regex.search(r"\(at line (\d+), column (\d+)\)", message)
    if not place:
        return len(inner)
    lines = inner.split("\n")[: int(place[1]) - 1]
    return min(len(inner), sum(len(line) + 1 for line in lines) + int(place[2]) - 1)


def _toml_message(error: ValueError) -> str:
    return str(error).partition(" (at ")[0]


@cache
def _opening() -> regex.Pattern[str]:
    return regex.compile(r"(---|\+\+\+)[ \t]*(?:\r\n?|\n)")


@cache
def _closing(mark: str) -> regex.Pattern[str]:
    marks = r"(?:---|\.\.\.)" if mark == "---" else r"\+\+\+"
    return regex.compile(rf"(?<=[\r\n]){marks}[ \t]*(?:\r\n?|\n|\Z)")


@cache
def _key() -> regex.Pattern[str]:
    """A first line, behind comments, that is a key of YAML."""
    return regex.compile(
        r"(?:[ \t]*(?:#[^\r\n]*)?[\r\n]+)*+[\"']?[a-z][\w-]*[\"']?[ \t]*:(?=[ \t\r\n]|\Z)", flags=regex.IGNORECASE
    )


@cache
def _table_key() -> regex.Pattern[str]:
    return regex.compile(
        r"(?:[ \t]*(?:#[^\r\n]*)?[\r\n]+)*+[ \t]*(?:[\"']?[a-z][\w.-]*[\"']?[ \t]*=|\[)", flags=regex.IGNORECASE
    )
