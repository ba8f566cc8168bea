"""The files of rule packs, read and their shape checked."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import NamedTuple, cast

import yaml

from tonecheck.errors import Problem
from tonecheck.rulebook.build import Values
from tonecheck.rulebook.files import pack_paths
from tonecheck.rulebook.nodes import parse
from tonecheck.rulebook.schema import CHANGE, PASSAGES, PRESET, RULE, SIGNAL, VOCABULARY
from tonecheck.rulebook.shape import Reader, read
from tonecheck.rulebook.shapes import Shape

# A file is known by a key that no other kind of file has.
KINDS: dict[str, Shape] = {
    "find": RULE,
    "change": CHANGE,
    "cues": SIGNAL,
    "pieces": VOCABULARY,
    "rules": PRESET,
}
PASSAGES_FILE = "passages.yml"


class PackFile(NamedTuple):
    """One file of a pack, its shape checked. ``kind`` is the key of ``KINDS``, or ``passages``."""

    path: str
    kind: str
    values: Values


def read_packs(packs: Iterable[str], problems: list[Problem]) -> list[PackFile]:
    """The files of packs that have no problem; what is wrong with the others is added to ``problems``."""
    return [file for pack in packs for path in pack_paths(pack) if (file := _read_file(path, problems)) is not None]


def of_kind(files: Iterable[PackFile], *kinds: str) -> Iterator[PackFile]:
    return (file for file in files if file.kind in kinds)


def _read_file(path: str, problems: list[Problem]) -> PackFile | None:
    try:
        with open(path, encoding="utf-8") as stream:
            node = parse(stream.read(), path)
    except UnicodeDecodeError as error:
        problems.append(Problem(path, 0, 0, f"not UTF-8 at byte {error.start}", "save the file as UTF-8"))
        return None
    except OSError as error:
        problems.append(Problem(path, 0, 0, f"cannot be read: {error.strerror}", "check its permissions"))
        return None
    if isinstance(node, Problem):
        problems.append(node)
        return None
    keys = [key.value for key, _ in node.value] if isinstance(node, yaml.MappingNode) else []
    if os.path.basename(path) == PASSAGES_FILE:
        kind, shape = "passages", cast("Shape", PASSAGES)
    else:
        # A change file may have a find of its own, so 'change' is looked for first.
        kind = next((key for key in ("change", *KINDS) if key in keys), "find")
        shape = KINDS[kind]
    found = len(problems)
    values = read(node, shape, Reader(path, problems), "the file")
    # A file with problems is left out of what follows, so that one mistake is not reported as three.
    return PackFile(path, kind, cast("Values", values)) if len(problems) == found else None
