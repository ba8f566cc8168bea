"""What in a Markdown text must not be read as Markdown: placeholders, and marks that mean something else."""

from __future__ import annotations

from functools import cache

import regex

from tonecheck.text.placeholders import find_anonymised, find_placeholders

# A letter that no tag and no entity can have, and that emphasis stands beside as beside any word.
_LETTER = "é"
# A run of underscores as short as this is emphasis, a longer one a line to write on.
_LONGEST_EMPHASIS = 3


def mask(text: str) -> str:
    """``text`` with a letter for each character of a placeholder, line ends kept; same length."""
    parts: list[str] = []
    done = 0
    for start, end in sorted((*find_placeholders(text), *find_anonymised(text))):
        if start < done or _means_markdown(text, start, end):
            continue
        parts += text[done:start], _letters(text[start:end])
        done = end
    return "".join([*parts, text[done:]]) if parts else text


def may_have_marks(masked: str) -> bool:
    """Whether there is anything in a masked text that Markdown could read as more than words."""
    return _active().search(masked) is not None


def placeholders(text: str) -> list[tuple[int, int]]:
    """The spans that are kept in one piece."""
    return [span for span in find_placeholders(text) if not _means_markdown(text, *span)]


def _letters(words: str) -> str:
    return "".join(char if char in "\r\n" else _LETTER for char in words)


def _means_markdown(text: str, start: int, end: int) -> bool:
    words = text[start:end]
    if not words.strip("_"):
        return len(words) <= _LONGEST_EMPHASIS
    # The definition of a link that is named as a field could be: [order page]: https://…
    return (
        words[0] == "[" and _definition().match(text, end) is not None and not text[:start].rpartition("\n")[2].strip()
    )


@cache
def _definition() -> regex.Pattern[str]:
    return regex.compile(r":[ \t]*<?(?:https?:|mailto:|/|#)")


@cache
def _active() -> regex.Pattern[str]:
    return regex.compile(
        r"""
        [*_`\[<&\\~|]                                               # marks wherever they stand
        |\#[ \t]*(?:[\r\n]|\Z)                                       # hashes behind a heading
        |[ ]{2}[\r\n]                                               # a hard line break
        |(?:^|(?<=[\r\n]))(?:[ ]{4}|[ ]{0,3}\t)                     # indented code
        |(?:^|(?<=[\r\n]))[ \t>+\d.)]*[-=][-= \t]*(?:[\r\n]|\Z)     # a line under a heading, or between two parts
        |[->+.)](?:[ ]{5}|[ ]*\t)                                     # indented code behind another mark
        """,
        flags=regex.VERBOSE,
    )
