"""Files that are to be left out: patterns in the language of ``.gitignore``, those of a folder over those above it."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


class Ignored:
    """Patterns of several folders. ``pathspec`` reads them as Git does; it is imported for the first pattern."""

    def __init__(self) -> None:
        self._specs: dict[str, list[GitIgnoreSpec]] = {}

    def add(self, folder: str, lines: Iterable[str]) -> None:
        """Patterns relative to ``folder``; later ones go before earlier ones."""
        from pathspec import GitIgnoreSpec

        self._specs.setdefault(os.path.abspath(folder), []).append(GitIgnoreSpec.from_lines(lines))

    def enter(self, folder: str) -> None:
        """Takes in the ``.gitignore`` of a folder that is being walked."""
        _add_file(self, folder, os.path.join(folder, ".gitignore"))

    def ignores(self, path: str, is_folder: bool) -> bool:
        """Whether the patterns leave this path out. The nearest folder that says something of it decides."""
        if not self._specs:
            return False
        whole = os.path.abspath(path)
        folder = os.path.dirname(whole)
        while True:
            for spec in reversed(self._specs.get(folder, ())):
                inside = os.path.relpath(whole, folder).replace(os.sep, "/") + "/" * is_folder
                verdict = spec.check_file(inside).include
                if verdict is not None:
                    return bool(verdict)
            above = os.path.dirname(folder)
            if above == folder:
                return False
            folder = above


def git_ignored(path: str) -> Ignored:
    """What Git leaves out around ``path``: the ``.gitignore`` files from the top of its repository down to it, and the
    repository's own excludes. Outside of a repository those of ``path`` and below count all the same."""
    ignored = Ignored()
    whole = os.path.abspath(path)
    above = [whole]
    while not os.path.exists(os.path.join(above[-1], ".git")) and os.path.dirname(above[-1]) != above[-1]:
        above.append(os.path.dirname(above[-1]))
    top = above[-1]
    if os.path.exists(os.path.join(top, ".git")):
        _add_file(ignored, top, os.path.join(top, ".git", "info", "exclude"))
        for folder in reversed(above[1:]):
            ignored.enter(folder)
    return ignored


def _add_file(ignored: Ignored, folder: str, path: str) -> None:
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            lines = file.read().splitlines()
    except OSError:
        return
    if any(line.strip() and not line.startswith("#") for line in lines):
        ignored.add(folder, lines)
