"""What the readers of structured files give: values that remember where they stand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

Key = str | int
"""The name of a member or the number of an element, from 0."""


class Node(NamedTuple):
    """A value of a structured text, from ``begin`` to ``end`` of it: a string, a number, a truth value or ``None``; a
    tuple of nodes; or a mapping of names to nodes."""

    value: str | int | float | bool | None | tuple[Node, ...] | Mapping[str, Node]
    begin: int
    end: int


class Found(NamedTuple):
    """A node and the keys that lead to it from the root. A node of a JSON text that is itself a string of the file
    stands in the text of the last node of ``within``, that one in the text of the one before, and so on."""

    node: Node
    keys: tuple[Key, ...]
    within: tuple[Node, ...] = ()


class BadSyntax(Exception):
    """A text is not of its format: where (code points from 0), what is wrong, and what to do."""

    def __init__(self, offset: int, message: str, hint: str) -> None:
        super().__init__(message)
        self.offset, self.message, self.hint = offset, message, hint


def members(node: Node) -> Mapping[str, Node]:
    """The members of a mapping, none of another node."""
    return node.value if isinstance(node.value, Mapping) else {}


def elements(node: Node) -> tuple[Node, ...]:
    """The elements of a list, none of another node."""
    return node.value if isinstance(node.value, tuple) else ()


def text_of(node: Node | None) -> str | None:
    """A value as a text, ``None`` for what has none: lists, mappings and nothing."""
    if node is None or node.value is None or isinstance(node.value, tuple | Mapping):
        return None
    if isinstance(node.value, bool):
        return "true" if node.value else "false"
    return str(node.value)


def path_text(keys: tuple[Key, ...]) -> str:
    """Keys as a JSON path: ``$.macros[3].actions[0].value``; a name that is no word in quotes."""
    parts = ["$"]
    for key in keys:
        if isinstance(key, int):
            parts.append(f"[{key}]")
        elif key.isidentifier():
            parts.append(f".{key}")
        else:
            escaped = key.replace("\\", "\\\\").replace("'", "\\'")
            parts.append(f"['{escaped}']")
    return "".join(parts)
