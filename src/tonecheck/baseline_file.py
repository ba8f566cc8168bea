"""The file of a baseline: findings that a team knows of, one on each line, so that two branches merge line by line.

The first line is ``{"tonecheck-baseline": 1}``; each other one has a finding's ``path`` (relative to the folder of the
file, with ``/``), ``rule`` and ``fingerprint``, and how many of these there are. No text of a reply is in it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import NamedTuple

from tonecheck.errors import ConfigError, Problem

VERSION = 1
_MARK = "tonecheck-baseline"
_MERGE = ("<<<<<<<", "|||||||", "=======", ">>>>>>>")
_SHAPE = '{"path": "replies/macros.json", "rule": "flat-refusal", "fingerprint": "0123456789abcdef", "count": 1}'
_FOREIGN = "name another file, or write a new baseline with --update-baseline"


class Entry(NamedTuple):
    """Findings that are taken for the same one: their file, their rule and their fingerprint."""

    path: str
    rule: str
    fingerprint: str


class Baseline(NamedTuple):
    """The known findings of the baseline file ``path``, and how many there are of each."""

    path: str
    counts: Mapping[Entry, int] = {}


def read_baseline(path: str) -> Baseline:
    """The baseline in a file. Raises ``ConfigError`` with all problems of it, each with line and column, when it is
    missing, broken, or another file altogether."""
    source = _read(path)
    if source is None:
        raise ConfigError(Problem(path, 0, 0, "there is no such baseline", "write it with --update-baseline"))
    counts: dict[Entry, int] = {}
    problems: list[Problem] = []
    for found in _entries(path, source):
        if isinstance(found, Problem):
            problems.append(found)
        else:
            counts[found[0]] = max(found[1], counts.get(found[0], 0))
    if problems:
        raise ConfigError(*problems)
    return Baseline(path, counts)


def read_for_update(path: str) -> Baseline:
    """As ``read_baseline``, for a baseline that is to be written anew: it may be missing or empty, and what cannot be
    read of it is left out. Raises ``ConfigError`` for a file that is no baseline."""
    source = _read(path)
    counts: dict[Entry, int] = {}
    for found in _entries(path, source) if source else ():
        if not isinstance(found, Problem):
            counts[found[0]] = max(found[1], counts.get(found[0], 0))
    return Baseline(path, counts)


def write_baseline(baseline: Baseline) -> bool:
    """Writes a baseline in the order of its paths, all of it or nothing; whether there was anything to write. Raises
    ``OSError``."""
    new = "".join(_lines(baseline.counts)).encode("utf-8")
    real = os.path.realpath(baseline.path)
    with suppress(OSError), open(real, "rb") as file:
        if file.read() == new:
            return False
    import tempfile

    handle, beside = tempfile.mkstemp(prefix=".tonecheck-", dir=os.path.dirname(real))
    try:
        with open(handle, "wb") as file:
            file.write(new)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(beside, _mode(real))
        os.replace(beside, real)
    except BaseException:
        with suppress(OSError):
            os.unlink(beside)
        raise
    return True


def _lines(counts: Mapping[Entry, int]) -> Iterator[str]:
    yield json.dumps({_MARK: VERSION}) + "\n"
    for entry in sorted(counts):
        # A name that is no text is written with escapes.
        plain = not any("\ud800" <= character <= "\udfff" for character in entry.path)
        yield json.dumps({**entry._asdict(), "count": counts[entry]}, ensure_ascii=not plain) + "\n"


def _read(path: str) -> str | None:
    try:
        with open(path, "rb") as file:
            return file.read().decode("utf-8-sig")
    except FileNotFoundError:
        return None
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise ConfigError(Problem(path, 0, 0, f"the baseline cannot be read: {reason}", "check the path")) from None
    except UnicodeDecodeError:
        raise ConfigError(Problem(path, 1, 1, "this is no baseline of tonecheck", _FOREIGN)) from None


def _entries(path: str, source: str) -> Iterator[tuple[Entry, int] | Problem]:
    """The entries of a file's text, with a problem for each line that is none. Raises ``ConfigError`` when its first
    line is not that of a baseline."""
    first, *lines = source.split("\n")
    version = _version(first)
    if version is None:
        raise ConfigError(Problem(path, 1, 1, "this is no baseline of tonecheck", _FOREIGN))
    if version != VERSION:
        message = f"this baseline is of version {version}, and only version {VERSION} is known here"
        raise ConfigError(Problem(path, 1, 1, message, "it was written by a newer tonecheck: update this one"))
    for number, line in enumerate(lines, 2):
        if line.strip():
            yield _entry(path, number, line.rstrip("\r"))


def _version(line: str) -> int | None:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return None
    version = value.get(_MARK) if isinstance(value, dict) else None
    return version if type(version) is int else None


def _entry(path: str, number: int, line: str) -> tuple[Entry, int] | Problem:
    if line.startswith(_MERGE):
        hint = "keep the lines of both sides and delete this one"
        return Problem(path, number, 1, "a conflict of two branches is left here", hint)
    try:
        value = json.loads(line)
    except json.JSONDecodeError as error:
        return Problem(path, number, error.colno, f"not valid JSON: {error.msg.removesuffix(' at')}", f"write {_SHAPE}")
    except (ValueError, RecursionError):
        return Problem(path, number, 1, "not usable JSON", f"write {_SHAPE}")
    texts = [value.get(name) for name in Entry._fields] if isinstance(value, dict) else []
    count = value.get("count") if isinstance(value, dict) else None
    if not texts or not all(isinstance(text, str) for text in texts) or type(count) is not int or count < 1:
        return Problem(path, number, 1, "this is no entry of a baseline", f"write {_SHAPE}")
    return Entry(*map(str, texts)), count


def _mode(path: str) -> int:
    """The mode of a file, or of a new one."""
    with suppress(OSError):
        return os.stat(path).st_mode & 0o7777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
