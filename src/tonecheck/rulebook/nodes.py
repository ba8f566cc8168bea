"""YAML to plain values that remember where they stand.

PyYAML drops duplicate keys and reads an unquoted ``no`` as false; a rule file needs both said aloud, with line and
column, so the node tree is read instead of the loaded values.
"""

from __future__ import annotations

import yaml

from tonecheck.errors import Problem

_Loader: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_STRING = "tag:yaml.org,2002:str"


class Located(str):
    """A string of a YAML file with the line and column (from 1) where it begins."""

    __slots__ = ("column", "line")
    line: int
    column: int


def located(text: str, line: int, column: int) -> Located:
    value = Located(text)
    value.line = line
    value.column = column
    return value


def place(node: yaml.Node) -> tuple[int, int]:
    """Line and column of a node, from 1."""
    return node.start_mark.line + 1, node.start_mark.column + 1


def parse(text: str, path: str) -> yaml.Node | Problem:
    """The root node of a file with one YAML document, or the problem that it has."""
    try:
        node: yaml.Node | None = yaml.compose(text.lstrip("\ufeff"), Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        return Problem(
            path, line, column, f"not valid YAML: {error.problem or error.context}", "check indent and quotes"
        )
    except yaml.YAMLError as error:
        reason = str(error).splitlines()[0]
        return Problem(
            path, 1, 1, f"not valid YAML: {reason}", "save the file as UTF-8 text without control characters"
        )
    except RecursionError:
        return Problem(path, 1, 1, "not valid YAML: nested too deeply", "a rule file needs a few levels only")
    if node is None:
        return Problem(path, 1, 1, "the file is empty", "start from another rule's file")
    return node


def is_string(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and node.tag == _STRING


def kind_of(node: yaml.Node) -> str:
    """What a node is, in words for an error message."""
    if isinstance(node, yaml.MappingNode):
        return "a mapping"
    if isinstance(node, yaml.SequenceNode):
        return "a list"
    name = node.tag.rsplit(":", 1)[-1]
    words = {"bool": "a yes/no value", "int": "a number", "float": "a number", "null": "nothing", "timestamp": "a date"}
    return words.get(name, "text")
