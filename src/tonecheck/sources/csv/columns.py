"""The columns of a table by name and number, and the row in which the replies of a profile are looked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import regex

from tonecheck.sources.nodes import Found, Key, Node, path_text
from tonecheck.sources.paths import Json, Name, Path, find
from tonecheck.sources.profile import Profile

_LONGEST_NAME = 40


class Columns(NamedTuple):
    """How the cells of a row are called: ``names`` in their order, none in a table without a header, and the
    ``numbers`` (from 1) that are names too."""

    names: tuple[str, ...]
    numbers: tuple[int, ...]


def columns_of(header: Sequence[Node]) -> Columns:
    """The columns of a table with this header. Of columns with the same name the first has it, the later ones are
    ``name#2``, ``name#3``."""
    written = [str(cell.value).strip() for cell in header]
    taken = set(written)
    counts: dict[str, int] = {}
    names = []
    for name in written:
        counts[name] = number = counts.get(name, 0) + 1
        while number > 1 and f"{name}#{number}" in taken:
            number += 1
        counts[name] = number
        names.append(name if number == 1 else f"{name}#{number}")
    return Columns(tuple(names), tuple(range(1, len(names) + 1)))


def columns_for(profile: Profile, header: Sequence[Node]) -> Columns:
    """The columns as a profile calls them: numbers only where it uses them, so that ``*`` finds a cell once, and no
    names where the first row is a row like all others."""
    numbers = tuple(int(name) for name in sorted(_names(_paths(profile))) if _is_number(name, header))
    return Columns(columns_of(header).names if _has_header(profile, header) else (), numbers)


def row_node(cells: Sequence[Node], columns: Columns, end: int) -> Node:
    """A row as a mapping of names to cells. A missing cell is absent, one more than there are names has none."""
    row = dict(zip(columns.names, cells, strict=False))
    for number in columns.numbers:
        if number <= len(cells):
            row.setdefault(str(number), cells[number - 1])
    return Node(row, 0, end)


def inside(columns: Columns, number: int, keys: tuple[Key, ...]) -> str:
    """The place of a cell for people: ``row 12, column "content"``."""
    key = str(keys[0]) if keys else ""
    if key not in columns.names and key.isdecimal():
        at = int(key)
        if at > len(columns.names):
            return f"row {number}, column {at}"
        key = columns.names[at - 1]
    below = f", {path_text(keys[1:])}" if len(keys) > 1 else ""
    return f'row {number}, column "{key}"{below}'


def has_texts(profile: Profile, row: Node) -> bool:
    """Whether a row has a column for a text of a profile."""
    root = Found(row, ())
    entries = list(find(profile.entry, root, root))
    paths = [_before_json(path) for path in _text_paths(profile)]
    return any(any(True for _ in find(path, entry, root)) for path in paths for entry in entries)


def _before_json(path: Path) -> Path:
    """A path as far as it goes in a header, whose cells are no JSON."""
    json = path.steps.index(Json()) if Json() in path.steps else len(path.steps)
    return path._replace(steps=path.steps[:json])


def text_columns(profile: Profile) -> list[str]:
    """The names of columns that the texts of a profile are looked for in."""
    return [step.name for path in _text_paths(profile) for step in path.steps[:1] if isinstance(step, Name)]


def _has_header(profile: Profile, header: Sequence[Node]) -> bool:
    if profile.header is not None:
        return profile.header
    names = _names(_text_paths(profile))
    if not names or any(not _is_number(name, header) for name in names):
        return True
    # Names of columns are short and no sentences.
    sentence_end = regex.compile(r"[.!?।॥…]['\")\]’”]*(?:\s|$)")
    texts = [str(cell.value) for cell in header]
    return not any(len(text) > _LONGEST_NAME or sentence_end.search(text) for text in texts)


def _is_number(name: str, header: Sequence[Node]) -> bool:
    return (
        name.isascii()
        and name.isdecimal()
        and len(name) < 7
        and str(int(name)) == name
        and 0 < int(name) <= len(header)
    )


def _names(paths: Iterable[Path]) -> set[str]:
    """All names in paths; ``*`` alone stands for what another path found, or for every column."""
    return {step.name for path in paths for step in path.steps if isinstance(step, Name) and step.name != "*"}


def _paths(profile: Profile) -> Iterator[Path]:
    yield from (profile.entry, *profile.id, *profile.title, *profile.language)
    yield from (condition.path for condition in profile.skip)
    yield from _text_paths(profile)


def _text_paths(profile: Profile) -> Iterator[Path]:
    for text in profile.texts:
        for field in text.copies:
            yield from field.paths
