"""The events of PyYAML's parser, and its complaints with the place in code points and what to do."""

from __future__ import annotations

from collections.abc import Iterator

import regex
import yaml

from tonecheck.sources.nodes import BadSyntax

_Loader: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_TAB = "indent with spaces: replace the tab"
_HINTS = (
    ("tab character", _TAB),
    ("mapping values", "put a text that has a colon in quotes"),
    ("escape", "write the backslash twice, or put the text in single quotes"),
    ("quoted scalar", "close the quote, and write a quote within the text twice or with a backslash"),
    ("start any token", "put a text that begins with this sign in quotes"),
    ("%YAML", "leave the line out"),
)
_USUAL = "check the indentation, and put a text that begins with a sign or a quote in quotes"


def events(text: str) -> Iterator[yaml.Event]:
    """What the parser finds, one after the other; marks are in code points. Raises ``BadSyntax``."""
    _check_characters(text)
    loader = _Loader(text)
    try:
        while loader.check_event():
            yield loader.get_event()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        offset = min(mark.index, len(text)) if mark else 0
        problem = " ".join(f"{error.problem or ''} {error.context or ''}".split())
        raise BadSyntax(offset, f"not valid YAML: {problem}", _hint(problem, text, offset)) from None
    except yaml.YAMLError as error:
        problem = str(error).partition("\n")[0]
        raise BadSyntax(0, f"not valid YAML: {problem}", "save the file as UTF-8 text") from None
    finally:
        loader.dispose()


def _check_characters(text: str) -> None:
    # The parser tells such a place in bytes, and a byte-order mark moves all that it tells.
    if text.startswith("\ufeff"):
        raise BadSyntax(0, "not usable YAML: it begins with two byte-order marks", "delete the second one")
    hit = regex.search(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", text)
    if hit:
        message = f"not valid YAML: the character U+{ord(hit[0]):04X} cannot stand in it"
        raise BadSyntax(hit.start(), message, "delete it: it is a control character that nobody sees")


def _hint(problem: str, text: str, offset: int) -> str:
    if text[offset : offset + 1] == "\t":
        return _TAB
    return next((hint for words, hint in _HINTS if words in problem), _USUAL)
