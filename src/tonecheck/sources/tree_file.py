"""A structured file that is read whole: to nodes, to the profile that its shape is known by, to replies."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, Protocol

from tonecheck.errors import InputError, Problem
from tonecheck.positions import line_starts, place
from tonecheck.sources.decode import read_text
from tonecheck.sources.library import Tree, read_replies, unknown_shape
from tonecheck.sources.nodes import BadSyntax, Node, path_text
from tonecheck.sources.profiles import profile_for
from tonecheck.sources.source import Context, Item, Layer, Stretch


class TreeFormat(Protocol):
    """What the module of a structured format has."""

    def read_tree(self, text: str) -> Node:
        """The value that a text is. Raises ``BadSyntax``."""

    def layer(self, text: str, node: Node) -> Layer:
        """The words of a string node of that text."""


def read_tree_file(format: str, module: TreeFormat, path: str, file: BinaryIO, context: Context) -> Stretch:
    """The one stretch of a structured file. Raises ``InputError`` for what is not of its format, ``UnknownShape`` where
    no profile fits."""
    text = read_text(file, path, context.encoding)
    lines = line_starts(text)
    root = parse(module, text, path, lines)
    profile = profile_for(root, format, context)
    if profile is None:
        raise unknown_shape(path)

    def replies(edited: str) -> Iterator[Item]:
        node = root if edited is text else parse(module, edited, path, line_starts(edited))
        tree = Tree(node, lambda string: module.layer(edited, string), path_text)
        try:
            yield from read_replies(tree, profile, context)
        except BadSyntax as error:
            yield _problem(path, line_starts(edited), error)

    return Stretch(text, lines, replies)


def parse(module: TreeFormat, text: str, path: str, lines: tuple[int, ...]) -> Node:
    """The root of a text. Raises ``InputError`` with line and column."""
    try:
        return module.read_tree(text)
    except BadSyntax as error:
        raise InputError(_problem(path, lines, error)) from None


def _problem(path: str, lines: tuple[int, ...], error: BadSyntax) -> Problem:
    at = place(lines, error.offset)
    return Problem(path, at.line, at.column, error.message, error.hint)
