"""Paths on the command line to the files to check."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from tonecheck.errors import Problem
from tonecheck.sources import SUFFIXES, suffix


def discover(paths: Iterable[str]) -> Iterator[str | Problem]:
    """The files behind ``paths``, each once, in the order given and sorted within a folder.

    A file named outright is always taken. A folder is walked for the suffixes that a source exists for; hidden files
    and folders are passed over, and links to folders are not followed. A path that does not exist or a folder that
    cannot be read is a ``Problem``.
    """
    seen: set[str] = set()
    for path in paths:
        for found in _under(path):
            if isinstance(found, Problem):
                yield found
            elif (key := os.path.normpath(found)) not in seen:
                seen.add(key)
                yield found


def _under(path: str) -> Iterator[str | Problem]:
    if not os.path.isdir(path):
        known = os.path.lexists(path)
        yield path if known else Problem(path, 0, 0, "no such file or folder", "check the path")
        return
    unreadable: list[OSError] = []
    for folder, folders, files in os.walk(path, onerror=unreadable.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith(".") and suffix(name) in SUFFIXES:
                yield os.path.normpath(os.path.join(folder, name))
    for error in unreadable:
        reason = error.strerror or "cannot be read"
        yield Problem(str(error.filename), 0, 0, f"this folder cannot be read: {reason}", "check its permissions")
