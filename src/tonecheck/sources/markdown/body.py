"""The words of a Markdown text, without its marks, and back."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from tonecheck.sources.layers import unmapped
from tonecheck.sources.markdown.mask import mask, may_have_marks
from tonecheck.sources.source import Characters, Edit, Layer

NONE: Mapping[str, Any] = MappingProxyType({})


def layer(text: str, references: Mapping[str, Any] = NONE) -> Layer:
    """The words of a text. ``references`` are the labels of links that are defined elsewhere in its file.

    Emphasis, targets of links, escapes, tables, HTML and blocks of code are no words; list markers, ``>`` before
    quotations, ``#`` before headings and code between backticks stand in them as they are.
    """

    def write(edit: Edit) -> Edit:
        from tonecheck.sources.markdown.writing import write

        return write(text, references, edit)

    words, where = _words(text, references)
    return Layer(words, where, write)


def _words(text: str, references: Mapping[str, Any]) -> tuple[str, Characters]:
    if not may_have_marks(mask(text)):
        return text, unmapped(0, len(text))
    reading = _reader()(text, references)
    return reading.text, reading.where


@cache
def _reader() -> Any:
    # The parser takes long to import, and most replies have no mark in them.
    from tonecheck.sources.markdown.reading import read_markdown

    return read_markdown
