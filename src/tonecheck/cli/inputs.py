"""What the command line says of the inputs: which files, how to read them, and what is known of their replies."""

from __future__ import annotations

import os
import stat
import sys
from typing import TYPE_CHECKING

from tonecheck.cli.output import usage_error

if TYPE_CHECKING:
    from tonecheck.sources.profile import Body, Profile

Names = list[str] | None


def inputs(paths: Names, stdin_filename: str | None) -> list[str]:
    """The inputs asked for; with none, what is piped in."""
    asked = paths or (["-"] if _is_piped() else [])
    if not asked:
        usage_error("nothing to check: name files or folders, or - to read standard input")
    if stdin_filename and "-" not in asked:
        usage_error("--stdin-filename goes with - (standard input)")
    return asked


def customer_message(given: str | None) -> str | None:
    """The text of ``--customer``, from its file where it names one."""
    if given is None or not given.startswith("@"):
        return given
    from tonecheck.errors import InputError
    from tonecheck.sources.decode import decode

    path = given[1:]
    try:
        with open(path, "rb") as file:
            return decode(file.read(), path)
    except OSError as error:
        usage_error(f"--customer: {path}: {error.strerror}; give the path of a text file after @, or the text itself")
    except InputError as error:
        usage_error(f"--customer: {error}")


def names(given: Names) -> Names:
    """Option values, each with names separated by commas, as one list."""
    return None if given is None else [name for part in given for name in part.replace(",", " ").split()]


def encoding_name(given: str) -> str:
    """The encoding of ``--encoding``, when Python knows it."""
    import codecs

    try:
        return codecs.lookup(given).name
    except LookupError:
        usage_error(f"--encoding: there is no encoding {given!r}; for example utf-8, cp1252 or utf-16")


def profile_given(
    field: str | None, column: str | None, path: str | None, name: str | None, body: Body, known: tuple[Profile, ...]
) -> Profile | None:
    """Where ``--field``, ``--column``, ``--path`` or ``--profile`` say that the replies are; ``None`` without them."""
    given = [option for option in (field, column, path, name) if option is not None]
    if not given:
        if body != "auto":
            usage_error("--body goes with --field, --column or --path")
        return None
    if len(given) > 1:
        usage_error("--field, --column, --path and --profile say the same thing: give one of them")
    from tonecheck.sources.paths import BadPath
    from tonecheck.sources.profile import at_paths

    if name is not None:
        return _named(name, known)
    try:
        if field is not None:
            quoted = _quoted(field)
            return at_paths((f"**.{quoted}", f"**.{quoted}[]"), body)
        return at_paths((_quoted(column) if column is not None else path or "",), body)
    except BadPath as error:
        usage_error(str(error))


def _named(name: str, known: tuple[Profile, ...]) -> Profile:
    from tonecheck.errors import did_you_mean
    from tonecheck.sources.profiles import builtin_profiles

    profiles = {profile.name: profile for profile in (*builtin_profiles(), *known)}
    if name not in profiles:
        usage_error(f"--profile: there is no profile {name!r}; {did_you_mean(name, tuple(profiles))}")
    return profiles[name]


def _quoted(name: str) -> str:
    escaped = name.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"


def _is_piped() -> bool:
    # A terminal or /dev/null is nothing to read; waiting for it would look like a hang.
    try:
        mode = os.fstat(sys.stdin.fileno()).st_mode
    except (AttributeError, OSError, ValueError):
        return False
    return stat.S_ISFIFO(mode) or stat.S_ISREG(mode)
