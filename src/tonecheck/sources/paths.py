"""Paths to the values of a structured file, as profiles and ``--path`` write them.

``macros[].actions[field=comment_value].value``: names joined by dots; ``[]`` every element of a list, ``[2]`` the one
with this number (from 0), ``[field=comment_value]`` those elements whose member has this value, ``[field]`` those that
have it at all; ``<json>`` the value that a string is as JSON. ``*`` in a name or a value stands for any characters
(``utter_*``, ``text$*``), ``**`` for any number of steps. A name with dots, brackets or quotes stands in single quotes.
A path that begins with ``/`` starts at the root of the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

import regex

from tonecheck.sources.nodes import BadSyntax, Found, Key, Node, elements, members, path_text, text_of

_STEP = regex.compile(
    r"""(?P<any>\*\*)|(?P<json><json>)|(?P<name>[\w$#@*:/ -]+)|'(?P<quoted>(?:[^'\\]|\\.)*)'
    |\[(?:(?P<every>)|(?P<number>\d+)|(?P<key>[\w$#@-]+)(?:=(?P<value>[^\]]*))?)\]""",
    regex.VERBOSE,
)


class Name(NamedTuple):
    """The member with this name; ``*`` in it stands for any characters."""

    name: str


class Elements(NamedTuple):
    """The elements of a list: all, or the one with a number (from 0)."""

    number: int | None = None


class Where(NamedTuple):
    """Those elements of a list whose member has a value, or any; a mapping itself when it is no list. ``*`` in the
    value stands for any characters."""

    key: str
    value: str | None


class Any(NamedTuple):
    """The node itself and everything below it."""


class Json(NamedTuple):
    """The value that a string is as JSON; nothing where it does not begin as an object or a list."""


Step = Name | Elements | Where | Any | Json


class Path(NamedTuple):
    """Steps from a record, or from the root of the file."""

    steps: tuple[Step, ...]
    from_root: bool = False


CAPTURED = Path((Name("*"),))
"""In a profile: what ``*`` stands for in the path that led to the reply."""


class BadPath(ValueError):
    """A path that cannot be read; the message says why."""


def parse_path(source: str) -> Path:
    """The path that a text writes. Raises ``BadPath``."""
    text = source.strip().removeprefix("$.")
    from_root = text.startswith("/")
    at = int(from_root)
    steps: list[Step] = []
    while at < len(text):
        if steps and text[at] == ".":
            at += 1
        hit = _STEP.match(text, at)
        if not hit:
            raise BadPath(f"cannot read the path {source!r} from {text[at:]!r} on: write name, [], [2] or [name=value]")
        steps.append(_step(hit))
        at = hit.end()
    return Path(tuple(steps), from_root)


def find(path: Path, start: Found, root: Found | None = None) -> Iterator[Found]:
    """The nodes that a path leads to from ``start``, in the order of the file. Raises ``BadSyntax`` where a string
    begins as JSON and is none."""
    found = iter((root if path.from_root and root else start,))
    for step in path.steps:
        found = _after(step, found)
    if Any() not in path.steps:
        yield from found
        return
    # An element is met twice: below its list, and by itself.
    met: set[tuple[Key, ...]] = set()
    for one in found:
        if one.keys not in met:
            met.add(one.keys)
            yield one


def _after(step: Step, found: Iterator[Found]) -> Iterator[Found]:
    for before in found:
        yield from _follow(step, before)


def first_text(paths: Iterable[Path], start: Found, root: Found) -> str | None:
    """The first value that one of the paths leads to and that is not empty, as a text."""
    found = (one.node for path in paths for one in find(path, start, root))
    return next((text for node in found if (text := text_of(node))), None)


def captured(path: Path, keys: tuple[str | int, ...]) -> str | None:
    """What ``*`` stands for in the last name of the path with one: ``en`` for ``text$*`` and a key ``text$en``."""
    patterns = [step.name for step in path.steps if isinstance(step, Name) and "*" in step.name]
    for pattern in reversed(patterns):
        for key in reversed(keys):
            if isinstance(key, str) and (hit := _glob(pattern).fullmatch(key)):
                return str(hit[1])
    return None


def _step(hit: regex.Match[str]) -> Step:
    if hit["any"]:
        return Any()
    if hit["json"]:
        return Json()
    if hit["name"] is not None:
        return Name(hit["name"])
    if hit["quoted"] is not None:
        return Name(regex.sub(r"\\(.)", r"\1", hit["quoted"]))
    if hit["key"] is not None:
        return Where(hit["key"], hit["value"])
    return Elements(None if hit["number"] is None else int(hit["number"]))


def _follow(step: Step, found: Found) -> Iterator[Found]:
    node = found.node
    match step:
        case Name(name):
            for key, member in members(node).items():
                if key == name or ("*" in name and _glob(name).fullmatch(key)):
                    yield _below(found, member, key)
        case Elements(number):
            for index, element in enumerate(elements(node)):
                if number is None or index == number:
                    yield _below(found, element, index)
        case Where(key, value):
            if _has(node, key, value):
                yield found
            for index, element in enumerate(elements(node)):
                if _has(element, key, value):
                    yield _below(found, element, index)
        case Any():
            yield from _everything(found)
        case Json():
            yield from _embedded(found)


def _below(found: Found, node: Node, key: Key) -> Found:
    return found._replace(node=node, keys=(*found.keys, key))


def _embedded(found: Found) -> Iterator[Found]:
    from tonecheck.sources.json.tree import read_tree

    text = found.node.value
    if isinstance(text, str) and text.lstrip()[:1] in ("{", "["):
        try:
            root = read_tree(text)
        except BadSyntax as error:
            begin = (*found.within, found.node)[0].begin
            message = f"{error.message}, at character {error.offset + 1} of the text in {path_text(found.keys)}"
            raise BadSyntax(begin, message, error.hint) from None
        yield Found(root, found.keys, (*found.within, found.node))


def _has(node: Node, key: str, value: str | None) -> bool:
    own = members(node)
    if value is None or key not in own:
        return key in own
    text = text_of(own[key])
    return text == value or ("*" in value and text is not None and bool(_glob(value).fullmatch(text)))


def _everything(found: Found) -> Iterator[Found]:
    waiting = [found]
    while waiting:
        one = waiting.pop()
        yield one
        below = [_below(one, member, key) for key, member in members(one.node).items()]
        below += [_below(one, element, index) for index, element in enumerate(elements(one.node))]
        waiting += reversed(below)


@cache
def _glob(name: str) -> regex.Pattern[str]:
    return regex.compile("(.*)".join(regex.escape(part) for part in name.split("*")), flags=regex.DOTALL)
