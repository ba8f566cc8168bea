"""An XML file: one stretch. Its first line names its encoding where that is not UTF-8."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

import regex

from tonecheck.sources.comments import xml_comments
from tonecheck.sources.declared import read_declared
from tonecheck.sources.source import Context, Stretch
from tonecheck.sources.xml import tree as xml_tree

_ENCODING = regex.compile(rb"""^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']""")


def read(path: str, file: BinaryIO, context: Context) -> Iterator[Stretch]:
    """The whole file. Raises ``InputError`` for what is no XML, ``UnknownShape`` where no profile fits."""
    yield read_declared("xml", xml_tree, path, file, context, _ENCODING)._replace(comments=xml_comments)
