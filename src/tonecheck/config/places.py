"""Where the keys of a TOML text stand: the TOML reader of Python tells values alone. Asked only when something is wrong
or when somebody wants to know."""

from __future__ import annotations

from typing import NamedTuple

import regex

Keys = tuple[str, ...]
"""The keys that lead to a value, from the top."""

_TOKEN = r"""
    (?P<text>\"{3}(?:[^\\]|\\.)*?\"{3,5}|'{3}.*?'{3,5}|"(?:[^"\\\n]|\\.)*"|'[^'\n]*')
  | (?P<comment>\#[^\n]*)
  | (?P<line>\n)
  | (?P<blank>[ \t\r]+)
  | (?P<mark>\[\[|\]\]|[][{},=.])
  | (?P<bare>[^][{},=.\s"'\#]+)
  | (?P<other>.)
"""


class Token(NamedTuple):
    kind: str
    text: str
    start: int


class _Scan(NamedTuple):
    """The tokens that are still to come, the next one last, and the offsets of the keys found so far."""

    tokens: list[Token]
    places: dict[Keys, int]


def _scan(source: str) -> _Scan:
    pattern = regex.compile(_TOKEN, regex.VERBOSE | regex.DOTALL)
    found = (Token(str(hit.lastgroup), hit[0], hit.start()) for hit in pattern.finditer(source))
    tokens = [token for token in found if token.kind not in ("comment", "blank")]
    return _Scan([Token("end", "", -1), *reversed(tokens)], {})


def _next(scan: _Scan) -> Token:
    return scan.tokens[-1]


def _take(scan: _Scan) -> None:
    if len(scan.tokens) > 1:
        scan.tokens.pop()


def key_places(source: str) -> dict[Keys, tuple[int, int]]:
    """Line and column (from 1, in code points) of the first mention of every key of a TOML text, those of inline tables
    too. Elements of lists have no key: what they hold is found under the key of the list. A text that is no TOML gives
    what was found up to there."""
    scan = _scan(source)
    table: Keys = ()
    while _next(scan).kind != "end":
        token = _next(scan)
        if token.kind == "line":
            _take(scan)
        elif token.text in ("[", "[["):
            _take(scan)
            table = _key(scan, ())
            _skip_line(scan)
        else:
            _pair(scan, table)
    return {keys: _line_and_column(source, offset) for keys, offset in scan.places.items()}


def place_of(keys: Keys, places: dict[Keys, tuple[int, int]]) -> tuple[int, int]:
    """The place of a key, or of the nearest table around it that has one."""
    while keys and keys not in places:
        keys = keys[:-1]
    return places.get(keys, (1, 1))


def _key(scan: _Scan, table: Keys) -> Keys:
    """Takes a key with its dots; notes every part of it that is new."""
    keys = table
    while (token := _next(scan)).kind in ("text", "bare"):
        _take(scan)
        keys = (*keys, _name(token))
        scan.places.setdefault(keys, token.start)
        if _next(scan).text != ".":
            break
        _take(scan)
    return keys


def _pair(scan: _Scan, table: Keys) -> None:
    before = len(scan.tokens)
    keys = _key(scan, table)
    if _next(scan).text == "=":
        _take(scan)
        _value(scan, keys)
    elif len(scan.tokens) == before:
        _take(scan)


def _value(scan: _Scan, keys: Keys) -> None:
    token = _next(scan)
    if token.text == "{":
        _take(scan)
        while (token := _next(scan)).kind != "end" and token.text != "}":
            if token.text == "," or token.kind == "line":
                _take(scan)
            else:
                _pair(scan, keys)
        _take(scan)
    elif token.text in ("[", "[["):
        _list(scan, keys)
    else:
        while (token := _next(scan)).kind not in ("line", "end") and token.text not in (",", "}", "]", "]]"):
            _take(scan)


def _list(scan: _Scan, keys: Keys) -> None:
    # Brackets of lists in lists come in pairs as well as alone.
    depth = 0
    while (token := _next(scan)).kind != "end":
        if token.text in ("[", "[["):
            depth += len(token.text)
            _take(scan)
        elif token.text in ("]", "]]"):
            depth -= len(token.text)
            _take(scan)
        elif token.text == "{":
            _value(scan, keys)
        else:
            _take(scan)
        if depth <= 0:
            return


def _skip_line(scan: _Scan) -> None:
    while _next(scan).kind not in ("line", "end"):
        _take(scan)


def _name(token: Token) -> str:
    if token.kind == "bare" or token.text.startswith("'"):
        return token.text.strip("'")
    import tomllib

    try:
        (name,) = tomllib.loads(f"{token.text} = 0")
    except (tomllib.TOMLDecodeError, ValueError):
        return token.text
    return name


def _line_and_column(source: str, offset: int) -> tuple[int, int]:
    return source.count("\n", 0, offset) + 1, offset - source.rfind("\n", 0, offset)
