"""``tonecheck init``: a configuration to start from, made for what is in the folder."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from tonecheck.cli.output import usage_error

if TYPE_CHECKING:
    from tonecheck.cli.survey import Survey

NAME = "tonecheck.toml"

_REST = """\
# Which rules are on and how severe: a preset (see 'tonecheck rules'), single rules or categories, or ALL.
# preset = "strict"
# ignore = ["missing-feedback-request"]

# Words that are right here, whatever a rule says of them: products, acronyms, terms that your customers know.
# allowed = ["ACME", "SLA"]

# The least severe finding that makes the exit status 1: error, warning, suggestion or never.
# fail-on = "error"

# Files to leave out, and rule packs of your own (begin one with 'tonecheck rules new').
# exclude = ["archive/"]
# extends = ["our-rules"]

# [severity]
# shouting = "error"

# [limits]
# sentence-words = 30

# [per-file."chat/**"]
# channel = "chat"
# ignore = ["missing-greeting"]
"""


def init(
    folder: Annotated[str, typer.Argument(metavar="[FOLDER]", help="Where it is written.", show_default=True)] = ".",
) -> None:
    """Write a commented tonecheck.toml for the replies in a folder.

    Exit status: 0 written, 2 not.
    """
    from shlex import quote

    from tonecheck.cli.survey import survey

    if not os.path.isdir(folder):
        usage_error(f"{folder!r} is no folder; name the one that the replies are in")
    path = os.path.normpath(os.path.join(folder, NAME))
    _refuse_second(folder, path)
    seen = survey(folder)
    _write(path, starting_text(seen))
    print(path)
    for line in told(seen):
        print(line, file=sys.stderr)
    print(f"next: read it through, then run: tonecheck check {quote(folder)}", file=sys.stderr)


def starting_text(seen: Survey) -> str:
    """The configuration for what was seen in a folder."""
    head = ["# What tonecheck is to do here; every key is optional and told of in docs/configuration.md."]
    head += [f"# {line}" for line in told(seen)]
    channel = seen.channel or "email"
    said = f'channel = "{channel}"' if seen.channel else f'# channel = "{channel}"'
    return "\n".join([*head, "", "# Where the replies are sent: email, chat or social.", said, "", _REST])


def told(seen: Survey) -> list[str]:
    """What was seen, for people."""
    if not seen.replies:
        lines = ["found: no replies yet"]
    else:
        languages = ", ".join(f"{language} {count}" for language, count in seen.languages)
        most = " at least" if seen.cut else ""
        lines = [f"found:{most} {seen.replies} replies in {seen.files} files; languages: {languages or 'none'}"]
    if seen.profiles:
        lines.append("libraries: " + ", ".join(f"{name} ({count})" for name, count in seen.profiles))
    if seen.unknown:
        lines.append(
            f"no replies are known in {seen.unknown} more files, such as {seen.example}: "
            "say where they are with [profiles.NAME], see docs/libraries.md"
        )
    return lines


def _refuse_second(folder: str, path: str) -> None:
    from tonecheck.config import find_here
    from tonecheck.errors import ConfigError, Problem

    here = find_here(folder)
    if here or os.path.lexists(path):
        hint = "edit it; 'tonecheck config' shows what it comes to"
        raise ConfigError(Problem(here or path, 0, 0, "there is a configuration already", hint))


def _write(path: str, text: str) -> None:
    from tonecheck.errors import ConfigError, Problem

    try:
        # x: what somebody else writes at this moment is not lost.
        with open(path, "x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except OSError as error:
        raise ConfigError(Problem(path, 0, 0, f"cannot be written: {error.strerror}", "check the folder")) from None
