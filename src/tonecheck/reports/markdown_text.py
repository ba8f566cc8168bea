"""Text in Markdown that stays text: customers' words must make no markup, link, mention or picture in a comment."""

from __future__ import annotations

from tonecheck.reports.terminal import one_line

# What can begin or end markup within a line, and there only is text of others put.
_MARKUP = frozenset("\\`*_[]()<>#|~&$!")
# With a letter behind them GitHub and GitLab make references of these, after the markup has been read.
_SIGILS = frozenset("@#!$%&~:")
_GAP = "\u200b"


def code(text: str) -> str:
    """``text`` as a code span on one line."""
    shown = one_line(text).strip() or " "
    fence = "`"
    while fence in shown:
        fence += "`"
    pad = " " if shown[0] == "`" or shown[-1] == "`" else ""
    return f"{fence}{pad}{shown}{pad}{fence}"


def prose(text: str) -> str:
    """``text`` on one line, within a line, with all that could be markup escaped."""
    return "".join(f"\\{c}" if c in _MARKUP else c for c in _apart(one_line(text)))


def unlinked(text: str) -> str:
    """``text`` with what would make links, mentions or tags taken apart, for a program that may read it as Markdown or
    as plain text."""
    lines = _apart("\n".join(one_line(line) for line in text.split("\n")))
    # A backtick could open a code span that swallows the beginning of one behind it.
    return lines.replace("](", f"]{_GAP}(").replace("<", f"<{_GAP}").replace("`", "'")


def _apart(text: str) -> str:
    """``text`` with a space of no width behind what begins a reference or an address."""
    pieces = [
        c + _GAP if c in _SIGILS and not after.isspace() else c for c, after in zip(text, (text + " ")[1:], strict=True)
    ]
    return "".join(pieces).replace("www.", f"www{_GAP}.")
