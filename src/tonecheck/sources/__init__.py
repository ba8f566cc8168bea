"""One module per input format. Each has ``read(path, file, context)``: the replies of a file opened in binary mode, in
order and lazily, each with the way back to its place; what cannot be read is a ``Problem`` among them, or an
``InputError`` when it is the whole file. A new format is a module and its line in ``SUFFIXES``."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import BinaryIO

from tonecheck.errors import Problem
from tonecheck.sources.source import Context, SourceReply

Source = Callable[[str, BinaryIO, Context], Iterator[SourceReply | Problem]]

# Suffix of a file name, in lower case, to the module that reads it.
SUFFIXES = {
    ".txt": "plain",
    ".md": "plain",
    ".jsonl": "conversation",
}


def source_for(path: str) -> Source:
    """The ``read`` of the module for a file name; what has no known suffix is plain text."""
    # By name, for a run needs one of these modules and the readers of richer formats take time to import.
    module = import_module(f"tonecheck.sources.{SUFFIXES.get(suffix(path), 'plain')}")
    read: Source = module.read
    return read


def suffix(path: str) -> str:
    """The last suffix of a file name with its dot, in lower case; empty when there is none."""
    name = path.replace("\\", "/").rpartition("/")[2]
    stem, dot, end = name.rpartition(".")
    return f".{end.lower()}" if dot and stem else ""
