"""What a terminal does with text: how wide it is, what must not reach it raw, where a line breaks, and colour."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TextIO
from unicodedata import category, east_asian_width

# Zero-width joiners hold Bengali conjuncts and emoji together and do no harm.
_HARMLESS = "\u200c\u200d"
_NO_WIDTH = frozenset({"Mn", "Me", "Cf", "Cc"})
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def use_colour(stream: TextIO, environ: Mapping[str, str]) -> bool:
    """Whether colour is wanted on ``stream``: NO_COLOR speaks first, then FORCE_COLOR, neither of them when empty; else
    only a terminal that is not dumb gets it."""
    if environ.get("NO_COLOR"):
        return False
    if environ.get("FORCE_COLOR"):
        return True
    return environ.get("TERM") != "dumb" and stream.isatty()


def visible(text: str) -> str:
    """``text`` with everything that could steer a terminal written out, such as ``\\x1b``; new lines are kept."""
    if text.isprintable() and text.isascii():
        return text
    return "".join(_written_out(c) if _is_hidden(c) else c for c in text)


def one_line(text: str) -> str:
    """``visible`` text without line breaks, for a path or a message that must stay on its line."""
    return " ".join(visible(text).split("\n"))


def no_command(line: str) -> str:
    """``line``, written so that GitHub Actions does not take it for a command of its own: nobody who writes a draft may
    steer the workflow that checks it."""
    if line.lstrip().startswith("::"):
        line = line.replace("::", "\\x3a:", 1)
    return line.replace("##[", "#\\x23[") if "##[" in line else line


def width(text: str) -> int:
    """How many cells ``text`` takes. Terminals differ on spacing vowel signs such as া: they are counted as one cell,
    so that a line may come out short but never long."""
    if text.isascii() and text.isprintable():
        return len(text)
    return sum(_cells(c) for c in text)


def wrap(text: str, limit: int) -> Iterator[str]:
    """The words of ``text`` in lines of at most ``limit`` cells; new lines stay, a longer word is cut."""
    for paragraph in text.split("\n"):
        line: str | None = None
        for word in paragraph.split(" "):
            for piece in _cut(word, limit):
                longer = piece if line is None else f"{line} {piece}"
                if line is not None and width(longer) > limit:
                    yield line
                    longer = piece
                line = longer
        yield line or ""


def _cells(c: str) -> int:
    if east_asian_width(c) in "WF":
        return 2
    return 0 if category(c) in _NO_WIDTH else 1


def _is_hidden(c: str) -> bool:
    return category(c) in _HIDDEN and c != "\n" and c not in _HARMLESS


def _written_out(c: str) -> str:
    code = ord(c)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _cut(word: str, limit: int) -> Iterator[str]:
    if width(word) <= limit:
        yield word
        return
    piece, used = "", 0
    for letter in _letters(word):
        cells = width(letter)
        if piece and used + cells > limit:
            yield piece
            piece, used = "", 0
        piece, used = piece + letter, used + cells
    yield piece


def _letters(word: str) -> Iterator[str]:
    """The characters of a word, each with the marks that sit on it."""
    letter = ""
    for c in word:
        if letter and not (category(c).startswith("M") or c in _HARMLESS):
            yield letter
            letter = ""
        letter += c
    yield letter
