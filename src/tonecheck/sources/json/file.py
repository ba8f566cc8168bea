"""A JSON file: one stretch, read by the profile of its shape."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from tonecheck.sources.json import tree as json_tree
from tonecheck.sources.source import Context, Stretch
from tonecheck.sources.tree_file import read_tree_file


def read(path: str, file: BinaryIO, context: Context) -> Iterator[Stretch]:
    """The whole file. Raises ``InputError`` for what is no JSON, ``UnknownShape`` where no profile fits."""
    yield read_tree_file("json", json_tree, path, file, context)
