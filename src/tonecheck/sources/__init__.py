"""One package per input format. Its ``file`` module has ``read(path, file, context)``: the stretches of a file that is
open in binary mode, in order and lazily; what cannot be read is a ``Problem`` among them, or an ``InputError`` when it
is the whole file. A new format is a package and its line in ``SUFFIXES``."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import BinaryIO

from tonecheck.errors import Problem
from tonecheck.sources.source import Context, Stretch

Source = Callable[[str, BinaryIO, Context], Iterator[Stretch | Problem]]

# Suffix of a file name, in lower case, to the module that reads it.
SUFFIXES = {
    ".txt": "plain",
    ".md": "markdown.file",
    ".markdown": "markdown.file",
    ".html": "html.file",
    ".htm": "html.file",
    ".j2": "html.file",
    ".jinja": "html.file",
    ".jinja2": "html.file",
    ".erb": "html.file",
    ".hbs": "html.file",
    ".handlebars": "html.file",
    ".mustache": "html.file",
    ".liquid": "html.file",
    ".email": "html.file",
    ".json": "json.file",
    ".jsonl": "json.lines",
    ".ndjson": "json.lines",
    ".csv": "csv.file",
    ".tsv": "csv.file",
    ".yml": "yaml.file",
    ".yaml": "yaml.file",
    ".po": "po.file",
    ".xml": "xml.file",
    ".eml": "mail.file",
    ".zip": "archive.file",
    ".alfredsnippets": "archive.file",
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
